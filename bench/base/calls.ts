import type { CallOutcome } from '../../app/calls.ts'
import { readCallerNumber } from '../../app/callerNumber.ts'
import { insertMany } from '../../db/dialect.ts'
import type { Tables, Writing } from '../../db/tables.ts'
import { nations } from './nations.ts'
import type { Random } from './random.ts'

export const callsInBase = 1_000_000
/** The calls lie in these years, the last of them before the base was made. */
export const callYears = { from: Date.UTC(2024, 0, 1), to: Date.UTC(2026, 0, 1) }

/** Employees with a telephone: the people of the base after whoever measures. */
export const telephones = Array.from({ length: 20 }, (_, at) => ({
  extension: String(101 + at),
  userId: at + 2,
}))
/** So many clients call, some of them often. */
const callers = 60_000
const lines = ['023880880', '023880881', '023880882', '012880880']
const places = nations.flatMap(({ country, cities }) =>
  cities.split(' ').map((city) => [country, city.replaceAll('_', ' ')] as const),
)
const minute = 60_000
/** Calls per hour of the day beside each other, in UTC. */
const busyHours = [1, 2, 2, 3, 3, 3, 4, 4, 6, 7, 8, 8, 9] as const

/** The number of a client of the base, by id. */
export type NumberOf = (clientId: number) => string | undefined

type Cells = readonly (readonly (string | number | null)[])[]
/** Calls, and who of the office had to do with them. */
export interface MadeCalls {
  readonly calls: Cells
  readonly people: Cells
}

/**
 * Calls numbered from `first` on, each a little later than the one before: two of three come in, an eighth of these is
 * missed, and nearly all missed ones were returned.
 */
export function makeCalls(dice: Random, first: number, count: number, numberOf: NumberOf): MadeCalls {
  const calls: (string | number | null)[][] = []
  const people: number[][] = []
  for (let id = first; id < first + count; id++) {
    const made = makeCall(dice, id, numberOf)
    calls.push(made.cells)
    people.push(...made.people)
  }
  return { calls, people }
}

function makeCall(dice: Random, id: number, numberOf: NumberOf) {
  const days = (callYears.to - callYears.from) / (24 * 60 * minute)
  const day = Math.floor(((id - 1) / callsInBase) * days)
  const startedAt = callYears.from + (day * 24 + dice.one(busyHours)) * 60 * minute + dice.below(60 * minute)
  const incoming = dice.chance(0.66)
  const client = dice.chance(0.85) ? 1 + Math.floor(dice.next() ** 2 * callers) : null
  const number = (client === null ? undefined : numberOf(client)) ?? `0${12_000_000 + dice.below(80_000_000)}`
  const { e164, ending } = readCallerNumber(number, 'KH')
  const outcome: CallOutcome = dice.chance(0.82)
    ? 'answered'
    : incoming
      ? dice.one(['missed', 'missed', 'abandoned'])
      : dice.one(['no_answer', 'no_answer', 'busy'])
  const answered = outcome === 'answered'
  const missed = incoming && !answered
  const wait = (2 + dice.below(30)) * 1000
  const talk = answered ? (5 + Math.floor(900 * dice.next() ** 3)) * 1000 : 0
  const employee = dice.one(telephones)
  const had = incoming ? answered : true
  const rang = incoming ? [employee, dice.one(telephones), dice.one(telephones)] : []
  const returned = missed && dice.chance(0.97) ? startedAt + wait + dice.below(600) * minute : null
  const billed = !incoming && answered ? talk / 1000 : null
  const line = dice.one(lines)
  const [country, city] = dice.oftenFirst(places)
  const cells = [
    id, 1, `bench-${id}`, incoming ? 'incoming' : 'outgoing', incoming ? number : employee.extension, '',
    incoming ? line : number, number, ending, e164, line, client, had ? employee.userId : null,
    had ? employee.extension : null, JSON.stringify(rang.map(({ extension }) => extension)), '[]', startedAt,
    answered ? startedAt + wait : null, startedAt + wait + talk, outcome, wait, talk, 0,
    dice.chance(0.05) ? 'Asks for the price of rice' : '', dice.chance(0.05) ? '["price"]' : '[]', Number(missed),
    returned, null, returned === null ? null : dice.one(telephones).userId, country, city,
    billed === null ? null : billed * 150, billed === null ? null : 'USD', billed, startedAt + wait + talk,
    dice.chance(0.3) ? `${id}.wav` : null,
  ] // prettier-ignore
  const people = [...new Set([...rang, ...(had ? [employee] : [])])].map(({ userId }) => [
    userId,
    id,
    Number(rang.some((one) => one.userId === userId)),
    Number(had && employee.userId === userId),
  ])
  return { cells, people }
}

const columns = [
  'id', 'connection_id', 'reference', 'direction', 'from_number', 'from_name', 'to_number', 'number', 'ending', 'e164',
  'line', 'client_id', 'user_id', 'extension', 'rang', 'transferred', 'started_at', 'answered_at', 'ended_at',
  'outcome', 'wait_ms', 'talk_ms', 'voice_message', 'note', 'tags', 'missed', 'returned_at', 'returned_by_call',
  'returned_by', 'country', 'city', 'cost', 'cost_currency', 'billed_seconds', 'costed_at', 'recording',
] as const satisfies readonly (keyof Tables['calls'])[] // prettier-ignore

/** Writes calls whose exchange, clients and people are there. */
export async function insertCalls(trx: Writing, { calls, people }: MadeCalls): Promise<void> {
  await insertMany(trx, 'calls', columns, calls)
  await insertMany(trx, 'call_people', ['user_id', 'call_id', 'rang', 'had'], people)
}
