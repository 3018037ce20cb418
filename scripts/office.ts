/** `npm run office -- --data DIR …`: the office host from its sources, with its windows built. */
import path from 'node:path'
import { buildWindows } from './start/build.ts'

buildWindows(path.resolve(import.meta.dirname, '..'))
await import('../main/office.ts')
