import { readSettings, writeSettings } from '../../db/settings.ts'
import { changesBetween } from './changes.ts'
import type { Services } from './work.ts'

export const office: Services<'office'> = {
  async save({ trx, log, tell }, input) {
    const before = await readSettings(trx)
    await writeSettings(trx, { ...input, demo: before?.demo ?? false })
    log({ changes: changesBetween('office', { ...before }, { ...before, ...input }) })
    tell({ type: 'office.changed' })
    return null
  },
}
