/**
 * `npm run dev [-- --data FOLDER --demo]`: an office that starts again when its sources change, and the windows by
 * vite, which passes calls on to it. Its data lies in data/dev, which git does not see.
 */
import path from 'node:path'
import { parseArgs } from 'node:util'
import { createServer } from 'vite'
import { startOffice } from './start/host.ts'
import { freePort } from './start/port.ts'

const FIRST_PORT = 4880

const root = path.resolve(import.meta.dirname, '..')
const { values } = parseArgs({
  options: {
    data: { type: 'string', default: path.join(root, 'data/dev') },
    demo: { type: 'boolean', default: false },
  },
})

const port = await freePort(FIRST_PORT)
// Read by vite.config.ts.
process.env.OFFICE_ADDRESS = `http://127.0.0.1:${port}`
const windows = await createServer({
  configFile: path.join(root, 'vite.config.ts'),
  root: path.join(root, 'renderer'),
  server: { host: '127.0.0.1' },
})

const demo = values.demo ? ['--demo'] : []
startOffice(
  root,
  ['--watch', '--watch-preserve-output'],
  ['--data', values.data, '--port', String(port), ...demo],
  () => windows.listen().then(() => windows.printUrls()),
)
