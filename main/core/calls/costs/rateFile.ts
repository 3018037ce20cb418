import {
  largestRateFile,
  mostRates,
  type RateDraft,
  type RateFileProblem,
} from '../../../../app/contract/callRates.ts'
import { withoutApostrophe } from '../../../../app/csv.ts'
import { Refusal } from '../../../../app/errors.ts'
import { columnsIn, rateOfRow, sameCalls } from '../../../../app/ratesFile.ts'
import { insertImport, readRates, readTable, type StoredRate } from '../../../../db/calls/rates.ts'
import { decode, encodingOf } from '../../imports/reading/decode.ts'
import { detectDelimiter, separatorLine } from '../../imports/reading/delimiter.ts'
import { CsvReader } from '../../imports/reading/records.ts'
import type { Services } from '../../work.ts'

const mostProblems = 1000

/** The rates of a file, and where it has none; by what calls they are for. */
interface Read {
  readonly rates: ReadonlyMap<string, RateDraft>
  readonly problems: readonly RateFileProblem[]
}

/** Throws FILE_UNREADABLE, TOO_LARGE. */
async function readFile(file: File, currency: string): Promise<Read> {
  if (file.size > largestRateFile) throw new Refusal('TOO_LARGE', { most: largestRateFile })
  const bytes = new Uint8Array(await file.arrayBuffer())
  const encoding = await encodingOf(bytes)
  let text = ''
  for await (const piece of decode(bytes, encoding)) text += piece
  const separator = separatorLine(text)
  const body = text.slice(separator?.length ?? 0)
  const reader = new CsvReader(separator?.delimiter ?? detectDelimiter(body))
  const records = [...reader.read(body, true)]
    .flat()
    .filter(({ values }) => values.some((one) => one.trim() !== ''))
  const [head, ...rows] = records
  if (!head) throw new Refusal('FILE_UNREADABLE', { reason: 'empty' })
  const columns = columnsIn(head.values)
  for (const column of ['prefix', 'price'] as const)
    if (!columns.has(column))
      return {
        rates: new Map(),
        problems: [{ row: head.row, column, reason: `no-${column}-column`, value: '' }],
      }
  const rates = new Map<string, RateDraft>()
  const problems: RateFileProblem[] = []
  for (const { row, values, problem } of rows) {
    const rate = rateOfRow(values.map(withoutApostrophe), columns, currency)
    if (problem) problems.push({ row, column: null, reason: 'row', value: '' })
    else if ('reason' in rate) problems.push({ row, ...rate })
    else if (rates.has(sameCalls(rate)))
      problems.push({ row, column: 'prefix', reason: 'twice', value: rate.prefix })
    else rates.set(sameCalls(rate), rate)
    if (problems.length >= mostProblems) break
  }
  if (rates.size > mostRates) problems.push({ row: rows.length, column: null, reason: 'too-many', value: '' })
  return { rates, problems }
}

const alike = (a: RateDraft, { id: _id, tableId: _table, removed: _removed, ...b }: StoredRate): boolean =>
  a.name === b.name &&
  a.per === b.per &&
  a.price === b.price &&
  a.connection === b.connection &&
  a.least === b.least &&
  a.freeSeconds === b.freeSeconds &&
  a.firstStep === b.firstStep &&
  a.nextStep === b.nextStep

/** Rates out of a file: all of them or, where one row is wrong, none. */
export const importFile: Services<'callRates'>['importFile'] = async (look, { table: id, file, replace }) => {
  const table = await look.office.use(() => readTable(look.base, id))
  if (!table) throw new Refusal('NOT_FOUND')
  const { rates, problems } = await readFile(file, table.currency)
  const nothing = { import: null, added: 0, changed: 0, removed: 0, same: 0 }
  if (problems.length > 0) return { ...nothing, problems: [...problems] }
  return look.write(async ({ trx, at, actor, log, tell }) => {
    const before = new Map((await readRates(trx, id)).map((rate) => [sameCalls(rate), rate]))
    const add: RateDraft[] = []
    const remove: number[] = []
    const counts = { added: 0, changed: 0, removed: 0, same: 0 }
    for (const [calls, rate] of rates) {
      const known = before.get(calls)
      if (known && alike(rate, known)) {
        counts.same++
        continue
      }
      add.push(rate)
      if (known) remove.push(known.id)
      counts[known ? 'changed' : 'added']++
    }
    if (replace)
      for (const [calls, { id: gone }] of before)
        if (!rates.has(calls)) {
          remove.push(gone)
          counts.removed++
        }
    if (before.size + counts.added - counts.removed > mostRates)
      throw new Refusal('TOO_MANY_RATES', { most: mostRates })
    if (add.length === 0 && remove.length === 0) return { ...nothing, same: counts.same, problems: [] }
    const made = await insertImport(trx, { table: id, by: actor.userId, at, add, remove })
    log({
      subject: { type: 'rateTable', id, name: table.name },
      changes: (['added', 'changed', 'removed'] as const).flatMap((what) =>
        counts[what] === 0 ? [] : [{ field: `rateImport.${what}`, before: null, after: counts[what] }],
      ),
    })
    tell({ type: 'callRates.changed' })
    return { import: made, ...counts, problems: [] }
  })
}
