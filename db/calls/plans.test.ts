import { Kysely, SqliteDialect, type CompiledQuery } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readCallerNumber } from '../../app/callerNumber.ts'
import { temporaryBase, type TemporaryBase } from '../clients/temporaryBase.ts'
import type { Tables } from '../tables.ts'
import { insertTestCalls } from './callsForTests.ts'
import { currenciesOf, sumAll, sumCosts } from './costReport.ts'
import { readToRemind, readWaiting, readWaitingWith } from './missed.ts'
import { readCalls } from './page.ts'
import { countNorms } from './qualityResults.ts'
import { countReturned, lastSpoken, sumResults } from './results.ts'

/* How SQLite means to answer what is asked of very many calls. */

let base: TemporaryBase
let kysely: Kysely<Tables>
let asked: CompiledQuery[] = []

beforeAll(async () => {
  base = await temporaryBase()
  await base.add(
    Array.from({ length: 300 }, (_, at) => ({ kind: 'person' as const, names: [{ text: `Client ${at}` }] })),
  )
  await base.writing.kysely
    .insertInto('users')
    .values({ name: 'U', folded: 'u', password: '', created_at: 1, signed_in_at: null })
    .execute()
  // Two years of calls, of which few wait.
  const calls = Array.from({ length: 3000 }, (_, at) => ({
    at: at * 6 * 3_600_000,
    direction: at % 2 === 0 ? ('incoming' as const) : ('outgoing' as const),
    number: `0${12_000_000 + (at % 1000)}`,
    talk: at % 50 === 0 ? 0 : 30_000,
    user: 1,
    client: at % 3 === 0 ? null : 1 + (at % 300),
  }))
  await base.writing.kysely.transaction().execute((trx) => insertTestCalls(trx, calls))
  kysely = new Kysely<Tables>({
    dialect: new SqliteDialect({ database: base.reading.raw }),
    log: (event) => void asked.push(event.query),
  })
})
afterAll(() => base.remove())

async function steps(work: () => Promise<unknown>): Promise<string[]> {
  asked = []
  await work()
  return asked.flatMap(({ sql, parameters }) =>
    (base.reading.raw.prepare(`EXPLAIN QUERY PLAN ${sql}`).all(...parameters) as { detail: string }[]).map(
      ({ detail }) => detail,
    ),
  )
}

const whole = /^SCAN (calls|call_people|clients)\b/
const sorting = /TEMP B-TREE FOR (LAST TERM OF )?ORDER BY/
const month = { from: 0, to: 30 * 86_400_000, ownOf: undefined, currency: 'USD' }
const limits = { answerMs: 20_000, returnMs: 600_000, now: 9e9 }
const number = readCallerNumber('012000001', 'KH')

describe.each(['without statistics', 'analysed'])('plans %s', (state) => {
  beforeAll(() => {
    if (state === 'analysed') base.writing.raw.exec('ANALYZE')
  })
  const pages: readonly (readonly [string, () => Promise<unknown>, string])[] = [
    ['calls of some days', () => readCalls(kysely, { from: 0, to: 86_400_000, limit: 100 }), 'calls_by_time'],
    [
      'calls of a client',
      () => readCalls(kysely, { clientId: 1, limit: 30 }),
      'calls_of_client (client_id=?',
    ],
    ['calls of a number', () => readCalls(kysely, { number, limit: 30 }), 'calls_of_number (ending=?'],
    ['who waits', () => readWaiting(kysely, undefined), 'calls_missed'],
    ['who spoke last', () => lastSpoken(kysely, 1, 0, 9e9), 'calls_of_client (client_id=?'],
  ]
  it.each(pages)('%s come in their order', async (_, work, index) => {
    const plan = await steps(work)
    for (const step of plan) {
      expect(step).not.toMatch(sorting)
      if (!step.includes('USING')) expect(step).not.toMatch(whole)
    }
    expect(plan.join('\n')).toContain(index)
  })

  const reports: readonly (readonly [string, () => Promise<unknown>, string])[] = [
    ['costs by employee', () => sumCosts(kysely, month, 'employee', 10), 'COVERING INDEX calls_billing'],
    ['all costs', () => sumAll(kysely, month), 'COVERING INDEX calls_billing'],
    ['currencies', () => currenciesOf(kysely, month), 'COVERING INDEX calls_billing'],
    ['what employees did', () => sumResults(kysely, month), 'COVERING INDEX call_people_of_call'],
    ['what they returned', () => countReturned(kysely, month), 'COVERING INDEX calls_returned'],
    ['norms', () => countNorms(kysely, month, limits), '(started_at>? AND started_at<?'],
    ['reminders', () => readToRemind(kysely, { since: 0, endedBefore: 9, claimedSince: 0 }), 'calls_missed'],
    ['who waits with a call', () => readWaitingWith(kysely, 1), 'USING INTEGER PRIMARY KEY'],
  ]
  it.each(reports)('%s are read from their days alone', async (_, work, index) => {
    const plan = await steps(work)
    for (const step of plan) if (!step.includes('USING')) expect(step).not.toMatch(whole)
    expect(plan.join('\n')).toContain(index)
  })
})
