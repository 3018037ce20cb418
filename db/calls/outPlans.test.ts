import type { Kysely } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { temporaryBase, type TemporaryBase } from '../clients/temporaryBase.ts'
import { planner, type Planner } from '../plansForTests.ts'
import type { Tables } from '../tables.ts'
import { readAttempts, readAttemptsOf } from './attempts.ts'
import { entryTakenBy, firstFor, insertEntries } from './listEntries.ts'
import { readFirstNumbers, readMissedNumbers, readOwners } from './listPeople.ts'
import { callOfReference, callsToAskOf, pageOfRatings, requestOfToken, wasAskedSince } from './ratings.ts'
import { whoRefuses } from './refusals.ts'
import { attemptsOn, peopleToCall, readVoiceOf } from './voice.ts'

/* How SQLite means to answer what calling out asks of very many calls, clients and people of lists. */

let base: TemporaryBase
let plans: Planner
let kysely: Kysely<Tables>

beforeAll(async () => {
  base = await temporaryBase()
  const { writing } = base
  await base.add(
    Array.from({ length: 2000 }, (_, at) => ({
      kind: 'person' as const,
      names: [{ text: `Client ${at}` }],
      phones: [{ typed: `012 ${100_000 + at}` }],
    })),
  )
  await writing.kysely
    .insertInto('users')
    .values({ name: 'U', folded: 'u', password: '', created_at: 1, signed_in_at: null })
    .execute()
  await writing.kysely
    .insertInto('call_lists')
    .values({
      name: 'L',
      folded: 'l',
      script: '',
      rules: '{}',
      callers: '[]',
      state: 'open',
      user_id: 1,
      created_at: 1,
    })
    .execute()
  await writing.kysely.transaction().execute((trx) =>
    insertEntries(
      trx,
      1,
      Array.from({ length: 2000 }, (_, at) => ({
        clientId: at + 1,
        number: String(at),
        digits: String(at),
        country: 'KH',
      })),
      1,
    ),
  )
  plans = planner(base.reading)
  kysely = plans.kysely
})
afterAll(() => base.remove())

/** Every step of what the work asks. */
const steps = async (work: () => Promise<unknown>): Promise<string[]> => (await plans.plansOf(work)).flat()

const whole =
  /^SCAN (calls|clients|client_phones|call_list_entries|call_attempts|voice_people|voice_attempts|rating_requests|ratings)\b(?! USING)/
const sorting = /TEMP B-TREE FOR ORDER BY/

describe.each(['without statistics', 'analysed'])('plans %s', (state) => {
  beforeAll(() => {
    if (state === 'analysed') base.writing.raw.exec('ANALYZE')
  })
  const caller = { list: 1, user: 1, now: 2, scope: {}, countries: ['KH'] }
  const stretch = { before: undefined, limit: 30 }
  const asks: readonly (readonly [string, () => Promise<unknown>, string])[] = [
    ['who is called next', () => firstFor(kysely, caller), 'call_list_entries_open (list_id=?)'],
    ['whom somebody has', () => entryTakenBy(kysely, 1, 1), 'call_list_entries_taken'],
    ['what was tried', () => readAttempts(kysely, 1), 'call_attempts_of_entry'],
    ['the timeline of lists', () => readAttemptsOf(kysely, [5], stretch), 'call_attempts_of_client'],
    ['first numbers', () => readFirstNumbers(kysely, [5, 6]), 'SEARCH clients USING INTEGER PRIMARY KEY'],
    ['who was missed', () => readMissedNumbers(kysely, 5, undefined), 'calls_missed'],
    ['who is told next', () => peopleToCall(kysely, 1, 5, 50), 'voice_people_waiting (message_id=?'],
    ['the timeline of voice', () => readVoiceOf(kysely, [5], stretch), 'voice_attempts_of_client'],
    ['calls on the line', () => attemptsOn(kysely, 1), 'calls_by_reference'],
    ['who was asked lately', () => wasAskedSince(kysely, 5, 1), 'rating_requests_of_client (client_id=?'],
    ['the latest ratings', () => pageOfRatings(kysely, 0, 50), 'ratings_by_time'],
    ['a call by its name', () => callOfReference(kysely, 1, 'a'), 'calls_by_reference'],
  ]
  it.each(asks)('%s', async (_, work, index) => {
    const plan = await steps(work)
    for (const step of plan) {
      expect(step).not.toMatch(sorting)
      if (!/count/i.test(plans.asked[0]!.sql)) expect(step).not.toMatch(whole)
    }
    expect(plan.join('\n')).toContain(index)
  })

  it('looks things up by their own key', async () => {
    const found = async (work: () => Promise<unknown>) => (await steps(work)).join('\n')
    expect(await found(() => requestOfToken(kysely, 'x', 1))).not.toMatch(whole)
    expect(await found(() => readOwners(kysely, ['1']))).toContain('client_phones_by_end (backwards=?)')
    expect(await found(() => whoRefuses(kysely, [1, 2], 'voice'))).not.toMatch(whole)
    const calls = await found(() => callsToAskOf(kysely, { now: 9e9, directions: ['incoming'], leastMs: 1 }))
    expect(calls).toContain('calls_by_time (started_at>?)')
  })
})
