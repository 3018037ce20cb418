import {
  mostRates,
  type PricedLine,
  type RateDraft,
  type RateTableRow,
} from '../../../../app/contract/callRates.ts'
import { isCountryCode } from '../../../../app/countries.ts'
import { Refusal } from '../../../../app/errors.ts'
import { fromMinor } from '../../../../app/money.ts'
import { readPhone } from '../../../../app/phone.ts'
import { byLine, cheapest, costOf, rateFor, type Cost, type Found } from '../../../../app/rates.ts'
import { fineText, sameCalls, timeText } from '../../../../app/ratesFile.ts'
import { readConnectionNames, readLines } from '../../../../db/calls/lines.ts'
import {
  countRates,
  insertRate,
  readImport,
  readPrices,
  readRate,
  readRates,
  readTable,
  readTables,
  setRateRemoved,
  setTableRemoved,
  tableNamed,
  undoImport,
  updateRate,
  writeTable,
  type StoredRate,
  type StoredTable,
} from '../../../../db/calls/rates.ts'
import { readSettings } from '../../../../db/settings.ts'
import type { Reading } from '../../../../db/tables.ts'
import { changesBetween } from '../../changes.ts'
import type { Services, Work } from '../../work.ts'
import { importFile } from './rateFile.ts'

/** Throws NOT_FOUND. */
async function theTable(base: Reading, id: number): Promise<StoredTable> {
  const table = await readTable(base, id)
  if (!table) throw new Refusal('NOT_FOUND')
  return table
}

async function theRate(base: Reading, id: number): Promise<StoredRate> {
  const rate = await readRate(base, id)
  if (!rate) throw new Refusal('NOT_FOUND')
  return rate
}

/** What the log says of a rate: amounts as people write them. */
const saidRate = ({ prefix, name, per, price, connection, least, ...rate }: RateDraft, currency: string) => ({
  prefix,
  name,
  per,
  price: fineText(price, currency),
  connection: fineText(connection, currency),
  least: fineText(least, currency),
  free: rate.freeSeconds,
  steps: `${rate.firstStep}/${rate.nextStep}`,
  days: rate.days,
  hours: rate.hours === null ? null : `${timeText(rate.hours.from)}–${timeText(rate.hours.until)}`,
})

const saidTable = ({ name, connectionId, line, direction, currency, ...table }: Omit<StoredTable, 'id'>) => ({
  name,
  connection: connectionId,
  line,
  direction,
  validFrom: table.validFrom,
  monthly: `${fromMinor({ amount: table.monthly, currency })} ${currency}`,
  allowed: table.allowed,
})

/** What a removed or a changed rate must not have beside it. Throws RATE_TAKEN, TOO_MANY_RATES. */
async function refuseSecond(base: Reading, table: number, rate: RateDraft, id?: number): Promise<void> {
  const others = (await readRates(base, table)).filter((other) => other.id !== id)
  if (others.some((other) => sameCalls(other) === sameCalls(rate)))
    throw new Refusal('RATE_TAKEN', { prefix: rate.prefix })
  if (others.length >= mostRates) throw new Refusal('TOO_MANY_RATES', { most: mostRates })
}

/** Throws NAME_TAKEN: tables of one name follow each other, each from its own day on. */
async function refuseNamesake(
  base: Reading,
  { name, validFrom }: Pick<StoredTable, 'name' | 'validFrom'>,
  id?: number,
): Promise<void> {
  const taken = await tableNamed(base, name, validFrom)
  if (taken !== undefined && taken !== id) throw new Refusal('NAME_TAKEN', { name })
}

async function asRow(base: Reading, table: StoredTable): Promise<RateTableRow> {
  return { ...table, rates: (await countRates(base)).get(table.id) ?? 0 }
}

function told(work: Work): void {
  work.tell({ type: 'callRates.changed' })
}

const asPriced = ({ table, rate, amount, billedSeconds }: Found & Cost): PricedLine => ({
  tableId: table.id,
  table: table.name,
  line: table.line,
  currency: table.currency,
  rate,
  amount,
  billedSeconds,
  allowed: table.allowed,
})

/** What calls cost: tables of prices by the beginning of the number. */
export const callRates: Services<'callRates'> = {
  async tables({ base }) {
    const counts = await countRates(base)
    return (await readTables(base)).map((table) => ({ ...table, rates: counts.get(table.id) ?? 0 }))
  },

  async rates({ base }, { table }) {
    await theTable(base, table)
    return readRates(base, table)
  },

  async lines({ base }) {
    return { connections: await readConnectionNames(base), lines: await readLines(base) }
  },

  async saveTable(work, { id, ...draft }) {
    const { trx } = work
    const before = id === undefined ? undefined : await theTable(trx, id)
    await refuseNamesake(trx, draft, id)
    const { connectionId } = draft
    if (
      connectionId !== null &&
      connectionId !== before?.connectionId &&
      !(await readConnectionNames(trx)).some((one) => one.id === connectionId)
    )
      throw new Refusal('NOT_FOUND')
    // Prices stay the numbers they are: in another currency they would mean something else.
    if (before && before.currency !== draft.currency && (await readRates(trx, before.id)).length > 0)
      throw new Refusal('IN_USE')
    const saved = await theTable(trx, await writeTable(trx, { ...draft, id }))
    const changes = changesBetween('rateTable', before ? saidTable(before) : {}, saidTable(saved))
    if (changes.length > 0)
      work.log({ subject: { type: 'rateTable', id: saved.id, name: saved.name }, changes })
    told(work)
    return asRow(trx, saved)
  },

  async removeTable(work, { id, removed }) {
    const table = await theTable(work.trx, id)
    if (!removed) await refuseNamesake(work.trx, table, id)
    await setTableRemoved(work.trx, id, removed ? work.at : null)
    work.log({
      subject: { type: 'rateTable', id, name: table.name },
      changes: [{ field: 'rateTable.removed', before: !removed, after: removed }],
    })
    told(work)
    return null
  },

  async saveRate(work, { id, table: tableId, ...draft }) {
    const { trx, at } = work
    const table = await theTable(trx, tableId)
    const before = id === undefined ? undefined : await theRate(trx, id)
    if (before && before.tableId !== tableId) throw new Refusal('NOT_FOUND')
    await refuseSecond(trx, tableId, draft, id)
    if (id !== undefined) await updateRate(trx, id, draft, at)
    const saved = await theRate(trx, id ?? (await insertRate(trx, tableId, draft, at)))
    const changes = changesBetween(
      'rate',
      before ? saidRate(before, table.currency) : {},
      saidRate(saved, table.currency),
    )
    if (changes.length > 0)
      work.log({
        subject: { type: 'rateTable', id: tableId, name: table.name },
        changes: [which(saved), ...changes],
      })
    told(work)
    return saved
  },

  async removeRate(work, { id, removed }) {
    const rate = await theRate(work.trx, id)
    const table = await theTable(work.trx, rate.tableId)
    if (!removed) await refuseSecond(work.trx, table.id, rate, id)
    await setRateRemoved(work.trx, id, removed, work.at)
    work.log({
      subject: { type: 'rateTable', id: table.id, name: table.name },
      changes: [which(rate), { field: 'rate.removed', before: !removed, after: removed }],
    })
    told(work)
    return null
  },

  importFile,

  async undoImport(work, given) {
    const done = await readImport(work.trx, given.import)
    if (!done) throw new Refusal('NOT_FOUND')
    if (done.undone || !done.untouched) throw new Refusal('IN_USE')
    const table = await theTable(work.trx, done.tableId)
    await undoImport(work.trx, given.import, work.at)
    work.log({
      subject: { type: 'rateTable', id: table.id, name: table.name },
      changes: [{ field: 'rateImport.undone', before: null, after: true }],
    })
    told(work)
    return null
  },

  async price({ base }, { number, direction, connectionId, line, at, talkSeconds }) {
    const settings = await readSettings(base)
    const country = settings?.country ?? ''
    const { digits } = readPhone(number, isCountryCode(country) ? country : undefined)
    const tables = await readPrices(base)
    const call = { direction, connectionId, line, digits, startedAt: at, talkSeconds }
    const found = rateFor(tables, call)
    const lines = direction === 'outgoing' ? byLine(tables, call) : []
    return {
      digits,
      found: found ? asPriced({ ...found, ...costOf(found.rate, talkSeconds) }) : null,
      lines: lines.map(asPriced),
      cheapest: cheapest(lines)?.rate.id ?? null,
    }
  },
}

/** Says in the log which rate of the table it is about, where that did not change. */
const which = ({ prefix, name }: RateDraft) => ({
  field: 'rate.which',
  before: null,
  after: [prefix === '' ? '*' : prefix, name].filter((part) => part !== '').join(' '),
})
