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

// Node takes the types out of .ts files with a program in WebAssembly, in every thread anew; and where threads with
// such programs come and go, V8 breaks off a whole process now and then ("Check failed: jit_page.has_value()",
// nodejs/node#64500). What was taken out once is kept, so that it hardly ever runs. The built program has no types.
process.env.NODE_COMPILE_CACHE ??= require('node:path').join(__dirname, '../node_modules/.cache/node')
require('node:module').enableCompileCache(process.env.NODE_COMPILE_CACHE)
