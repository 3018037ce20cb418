import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import * as electron from 'electron'
import { claimScheme, openHost } from './host.ts'
import { hasOffice } from '../core/folder.ts'
import { keepFolder, keptFolder } from './keptFolder.ts'
import { Updates } from './updates.ts'

/** Entry of the installed program; built to dist/main/electron.js beside the office it starts. */
const here = import.meta.dirname
const { values } = parseArgs({
  args: process.argv.slice(electron.app.isPackaged ? 1 : 2),
  options: { data: { type: 'string' }, demo: { type: 'boolean', default: false } },
  // Electron and the system add arguments of their own.
  strict: false,
})

/** Release builds know where their newer versions are; a copy carried about on a stick is exchanged by hand. */
const exchangeable =
  electron.app.isPackaged &&
  process.env.PORTABLE_EXECUTABLE_DIR === undefined &&
  existsSync(join(process.resourcesPath, 'app-update.yml'))

const userData = electron.app.getPath('userData')
const keptIn = join(userData, 'folder.json')

claimScheme(electron)
void openHost(electron, {
  office: join(here, 'office.js'),
  preload: join(here, 'preload.cjs'),
  pages: join(here, '..', 'renderer'),
  data: typeof values.data === 'string' ? values.data : keptFolder(keptIn, join(userData, 'office')),
  changeFolder: (folder) => hasOffice(folder) && keepFolder(keptIn, folder),
  demo: values.demo === true,
  updates: (tell) =>
    new Updates({
      version: electron.app.getVersion(),
      keptIn: join(userData, 'updates.json'),
      updater: exchangeable ? async () => (await import('electron-updater')).default.autoUpdater : undefined,
      tell,
    }),
})
