import { join } from 'node:path'
import { parseArgs } from 'node:util'
import * as electron from 'electron'
import { claimScheme, openHost } from './host.ts'

/** Entry of the installed program; built to dist/main/electron.js beside the office it starts. */
const here = import.meta.dirname
const { values } = parseArgs({
  args: process.argv.slice(electron.app.isPackaged ? 1 : 2),
  options: { data: { type: 'string' }, demo: { type: 'boolean', default: false } },
  // Electron and the system add arguments of their own.
  strict: false,
})

claimScheme(electron)
void openHost(electron, {
  office: join(here, 'office.js'),
  preload: join(here, 'preload.cjs'),
  pages: join(here, '..', 'renderer'),
  data: typeof values.data === 'string' ? values.data : join(electron.app.getPath('userData'), 'office'),
  demo: values.demo === true,
})
