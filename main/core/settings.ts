import { Refusal } from '../../app/errors.ts'
import { readSettings, writeSettings } from '../../db/settings.ts'
import { changesBetween } from './changes.ts'
import type { Services } from './work.ts'

export const office: Services<'office'> = {
  async save({ trx, log, tell }, input) {
    const before = await readSettings(trx)
    if (!before) throw new Refusal('NOT_FOUND')
    const after = { ...before, ...input }
    await writeSettings(trx, after)
    log({ changes: changesBetween('office', { ...before }, after) })
    tell({ type: 'office.changed' })
    return null
  },
}
