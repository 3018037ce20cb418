// Loaded with `node -r` before every entry of package.json. Plain old JavaScript, because a Node that cannot
// run .ts files must still be able to read this one: it would otherwise die with ERR_UNKNOWN_FILE_EXTENSION.
'use strict'

if (!process.features.typescript) {
  console.error(
    'Counterpart needs Node 22.18 or newer and this is Node ' +
      process.versions.node +
      ': run `npm ci` again with the internet on (it brings Node 24 with it), or install Node 24 from https://nodejs.org.',
  )
  process.exit(1)
}
