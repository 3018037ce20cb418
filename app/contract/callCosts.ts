import { eventIterator } from '@orpc/contract'
import { z } from 'zod'
import { call } from './calls.ts'
import { command, read, task } from './procedure.ts'

const id = z.number().int().positive()
const currency = z.string().regex(/^[A-Z]{3}$/)
const day = z.iso.date()
/** Days, both ends included. */
const days = z.object({ from: day, to: day })

/** What the costs are put together by. `branch` is the branch of the exchange; `rate` the direction by its rate. */
export const costGroups = [
  'month',
  'day',
  'employee',
  'branch',
  'client',
  'line',
  'rate',
  'country',
  'direction',
] as const
export type CostGroup = (typeof costGroups)[number]

/** A row's value: of people, clients and rates their id; '' for nothing. */
const key = z.string().max(100)

export const costRow = z.object({
  key,
  name: z.string(),
  calls: z.number().int(),
  talkSeconds: z.number().int(),
  billedSeconds: z.number().int(),
  /** Minor units of the report's currency. */
  cost: z.number().int(),
  /** Monthly prices that fall on it; only of months, days and lines. */
  fixed: z.number().int(),
  /** Calls that were talked and had no rate. */
  unrated: z.number().int(),
})
export type CostRow = z.infer<typeof costRow>

export const costReport = z.object({
  currency,
  /** Every currency that calls of these days cost something in. */
  currencies: z.array(currency),
  rows: z.array(costRow),
  /** Groups that there are; `rows` holds the dearest `mostCostRows`. */
  groups: z.number().int(),
  total: costRow,
})
export type CostReport = z.infer<typeof costReport>

export const mostCostRows = 1000

export const costQuery = z.object({
  ...days.shape,
  by: z.enum(costGroups),
  /** The office's own where it is not said. */
  currency: currency.optional(),
})
export type CostQuery = z.infer<typeof costQuery>

/** One call of a report, as the history has it, with what it cost. */
export const costedCall = z.object({
  call,
  /** Name of its rate, or the prefix of one without a name. */
  rate: z.string(),
  billedSeconds: z.number().int().nullable(),
  /** Fine amount; null where there was no rate. */
  cost: z.number().int().nullable(),
  currency: currency.nullable(),
})
export type CostedCall = z.infer<typeof costedCall>

/** How far it is; at the end what was done. */
export const recostStep = z.object({
  done: z.number().int(),
  total: z.number().int(),
  ended: z
    .object({ run: id.nullable(), changed: z.number().int(), kept: z.number().int(), stopped: z.boolean() })
    .nullable(),
})
export type RecostStep = z.infer<typeof recostStep>

const limitFields = {
  /** Of an employee, or of a line: one of the two. */
  userId: id.nullable(),
  line: z.string().trim().min(1).max(100).nullable(),
  /** Minor units a month. */
  amount: z.number().int().positive().max(1_000_000_000_000),
  currency,
  /** Percent of it from which on it is near. */
  warnAt: z.number().int().min(1).max(100),
  /** The program does not dial any more once it is reached. */
  refuses: z.boolean(),
  /** Who is told. */
  tells: z.array(id).max(100),
}
export const callLimit = z.object({
  id,
  ...limitFields,
  /** Minor units this month. */
  spent: z.number().int(),
})
export type CallLimit = z.infer<typeof callLimit>

export const limitNotice = z.object({
  id,
  kind: z.enum(['near', 'over']),
  /** YYYY-MM */
  month: z.string(),
  at: z.number(),
  spent: z.number().int(),
  amount: z.number().int(),
  currency,
  employee: z.string().nullable(),
  line: z.string().nullable(),
})
export type LimitNotice = z.infer<typeof limitNotice>

/** What calls have cost, and up to how much they may. */
export const callCosts = {
  /** Calls that ended, within the office left out, put together; by what they began. */
  report: task('calls.costs').input(costQuery).output(costReport),
  /** The calls that a row is made of, the dearest first. */
  calls: task('calls.costs')
    .input(
      z.object({
        ...costQuery.shape,
        key: key.optional(),
        unrated: z.boolean().default(false),
        offset: z.number().int().min(0).default(0),
        limit: z.number().int().min(1).max(500).default(100),
      }),
    )
    .output(z.object({ total: z.number().int(), rows: z.array(costedCall) })),
  /** Reckons calls of these days anew by the present rates. Ends when the caller goes away; what is done stays. */
  reckonAnew: task('calls.rates').input(days).output(eventIterator(recostStep)),
  /** Gives back what they had cost before to calls that were not reckoned since. */
  undoReckoning: task('calls.rates')
    .input(z.object({ run: id }))
    .output(z.object({ changed: z.number().int(), kept: z.number().int() })),
  limits: read('calls.costs').output(z.array(callLimit)),
  saveLimit: command('calls.rates')
    .input(
      z
        .object({ id: id.optional(), ...limitFields })
        .refine(({ userId, line }) => (userId === null) !== (line === null)),
    )
    .output(callLimit),
  removeLimit: command('calls.rates')
    .input(z.object({ id, removed: z.boolean() }))
    .output(z.null()),
  /** What the person was told of limits and has not put away. */
  notices: read('signed-in').output(z.array(limitNotice)),
  /** Puts away what was told, up to this one. */
  seen: command('signed-in')
    .input(z.object({ upTo: id }))
    .output(z.null()),
}
