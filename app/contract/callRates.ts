import { z } from 'zod'
import { rateDays, ratedDirections } from '../rates.ts'
import { rateFileColumns, rateFileProblems } from '../ratesFile.ts'
import { command, read, task } from './procedure.ts'

const id = z.number().int().positive()
const name = z.string().trim().min(1).max(100)
const day = z.iso.date()
const currency = z.string().regex(/^[A-Z]{3}$/)
/** Thousandths of a minor unit. */
const fine = z.number().int().min(0).max(1_000_000_000)
/** Minor units. */
const minor = z.number().int().min(0).max(1_000_000_000)
const seconds = z.number().int().min(0).max(3600)
const minuteOfDay = z.number().int().min(0).max(1439)

const rateFields = {
  prefix: z.string().regex(/^\d{0,15}$/),
  name: z.string().trim().max(100),
  per: z.enum(['minute', 'call']),
  price: fine,
  connection: fine,
  least: fine,
  freeSeconds: seconds,
  firstStep: seconds.min(1),
  nextStep: seconds.min(1),
  days: z.enum(rateDays),
  hours: z
    .object({ from: minuteOfDay, until: minuteOfDay })
    .refine(({ from, until }) => from !== until)
    .nullable(),
}
/** What one rate says, without whose it is. */
export const rateDraft = z.object(rateFields)
export type RateDraft = z.infer<typeof rateDraft>

export const rate = z.object({ id, ...rateFields })

const tableFields = {
  name,
  connectionId: id.nullable(),
  line: z.string().trim().max(100),
  direction: z.enum(ratedDirections),
  currency,
  validFrom: day,
  monthly: minor,
  allowed: z.boolean(),
}
export const rateTable = z.object({ id, ...tableFields, rates: z.number().int() })
export type RateTableRow = z.infer<typeof rateTable>

/** Rates of one table; more are several providers. */
export const mostRates = 20_000
/** Bytes of a file of rates. */
export const largestRateFile = 4 * 1024 * 1024

export const rateFileProblem = z.object({
  /** As a spreadsheet counts. */
  row: z.number().int(),
  column: z.enum(rateFileColumns).nullable(),
  reason: z.enum(rateFileProblems),
  value: z.string(),
})
export type RateFileProblem = z.infer<typeof rateFileProblem>

const priced = z.object({
  tableId: id,
  table: z.string(),
  line: z.string(),
  currency,
  rate,
  /** Fine amount. */
  amount: z.number().int(),
  billedSeconds: z.number().int(),
  allowed: z.boolean(),
})
export type PricedLine = z.infer<typeof priced>

/** What telephone calls cost: tables of prices by the beginning of the number. */
export const callRates = {
  /** Every table, by name and first day. */
  tables: read('calls.rates').output(z.array(rateTable)),
  /** The rates of one, by prefix. */
  rates: read('calls.rates')
    .input(z.object({ table: id }))
    .output(z.array(rate)),
  /** Exchanges and the lines that calls have come or gone by: what a table can be for. */
  lines: read('calls.rates').output(
    z.object({
      connections: z.array(z.object({ id, name: z.string() })),
      lines: z.array(z.string()),
    }),
  ),
  saveTable: command('calls.rates')
    .input(z.object({ id: id.optional(), ...tableFields }))
    .output(rateTable),
  /** Out of use with all its rates, or back; calls keep what they cost. */
  removeTable: command('calls.rates')
    .input(z.object({ id, removed: z.boolean() }))
    .output(z.null()),
  /** RATE_TAKEN where the table has one for the same beginning, days and hours; TOO_MANY_RATES. */
  saveRate: command('calls.rates')
    .input(z.object({ id: id.optional(), table: id, ...rateFields }))
    .output(rate),
  removeRate: command('calls.rates')
    .input(z.object({ id, removed: z.boolean() }))
    .output(z.null()),
  /**
   * Takes rates in from a CSV file; a row for the same beginning, days and hours takes the place of the one there.
   * `replace`: rates that the file does not have go. With a problem in any row nothing is changed.
   * FILE_UNREADABLE, TOO_LARGE.
   */
  importFile: task('calls.rates')
    .input(z.object({ table: id, file: z.file(), replace: z.boolean() }))
    .output(
      z.object({
        /** Null where nothing was changed. */
        import: id.nullable(),
        added: z.number().int(),
        changed: z.number().int(),
        removed: z.number().int(),
        same: z.number().int(),
        /** The first thousand. */
        problems: z.array(rateFileProblem),
      }),
    ),
  /** The table as it was before the file, where none of it has been changed since (IN_USE). */
  undoImport: command('calls.rates')
    .input(z.object({ import: id }))
    .output(z.null()),
  /** What a call would cost, by which rate, and by which line least. */
  price: read('calls.rates')
    .input(
      z.object({
        number: z.string().trim().min(1).max(60),
        direction: z.enum(ratedDirections),
        connectionId: id.nullable(),
        line: z.string().max(100),
        at: z.number().int(),
        talkSeconds: z.number().int().min(0).max(86_400),
      }),
    )
    .output(
      z.object({
        /** The number as it is compared with the prefixes. */
        digits: z.string(),
        /** Null where no rate fits. */
        found: priced.nullable(),
        /** Outgoing only: each line that has a price, the cheapest first. */
        lines: z.array(priced),
        cheapest: id.nullable(),
      }),
    ),
}
