import type { CallResult } from '../../app/calling.ts'
import { among, insertMany } from '../dialect.ts'
import type { Reading, Tables, Writing } from '../tables.ts'
import { inScope, type ClientScope } from '../clients/visible.ts'

/** So long somebody may have a person of a list before them until others may call them. */
const KEPT_MS = 2 * 3_600_000
/** Whoever agreed on a moment calls; when they are so late, anybody may. */
const LATE_MS = 30 * 60_000

/** Somebody on a list, as stored. */
export interface StoredEntry {
  readonly id: number
  readonly list_id: number
  readonly client_id: number | null
  readonly number: string
  readonly country: string
  readonly attempts: number
  readonly result: CallResult | null
  readonly note: string
  readonly next_at: number
  readonly agreed: number
  readonly for_user: number | null
  readonly done_at: number | null
  readonly taken_by: number | null
  readonly taken_at: number | null
  readonly taker: string | null
}

const entries = (base: Reading) =>
  base
    .selectFrom('call_list_entries')
    .leftJoin('users', 'users.id', 'call_list_entries.taken_by')
    .select([
      'call_list_entries.id',
      'list_id',
      'client_id',
      'number',
      'country',
      'attempts',
      'result',
      'note',
      'next_at',
      'agreed',
      'for_user',
      'done_at',
      'taken_by',
      'taken_at',
      'users.name as taker',
    ])

export interface NewEntry {
  readonly clientId: number | null
  readonly number: string
  readonly digits: string
  readonly country: string
}

/** Puts people onto a list; the caller has seen to it that none of them is there. */
export const insertEntries = (
  trx: Writing,
  list: number,
  people: readonly NewEntry[],
  at: number,
): Promise<void> =>
  insertMany(
    trx,
    'call_list_entries',
    ['list_id', 'client_id', 'number', 'digits', 'country', 'next_at'],
    people.map(({ clientId, number, digits, country }) => [list, clientId, number, digits, country, at]),
  )

/** By which numbers people are on a list, and how many they are. */
export async function readDigits(base: Reading, list: number): Promise<Set<string>> {
  const rows = await base
    .selectFrom('call_list_entries')
    .select('digits')
    .where('list_id', '=', list)
    .execute()
  return new Set(rows.map(({ digits }) => digits))
}

export const readEntry = (base: Reading, id: number): Promise<StoredEntry | undefined> =>
  entries(base).where('call_list_entries.id', '=', id).executeTakeFirst()

/** A page of a list in its order. */
export async function pageOfEntries(
  base: Reading,
  list: number,
  narrowed: { show: 'all' | 'open' | 'done'; result: CallResult | undefined },
  { offset, limit }: { offset: number; limit: number },
): Promise<{ total: number; rows: StoredEntry[] }> {
  const some = () =>
    base
      .selectFrom('call_list_entries')
      .where('list_id', '=', list)
      .$if(narrowed.show !== 'all', (query) =>
        query.where('done_at', narrowed.show === 'done' ? 'is not' : 'is', null),
      )
      .$if(narrowed.result !== undefined, (query) => query.where('result', '=', narrowed.result!))
  const { total } = await some()
    .select(({ fn }) => fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow()
  const ids = await some().select('id').orderBy('id').offset(offset).limit(limit).execute()
  const rows = await entries(base)
    .where(
      among(
        'call_list_entries.id',
        ids.map(({ id }) => id),
      ),
    )
    .orderBy('call_list_entries.id')
    .execute()
  return { total, rows }
}

/** The next stretch of a list, for writing it down whole. */
export const stretchOfEntries = (
  base: Reading,
  list: number,
  after: number,
  limit: number,
): Promise<StoredEntry[]> =>
  entries(base)
    .where('list_id', '=', list)
    .where('call_list_entries.id', '>', after)
    .orderBy('call_list_entries.id')
    .limit(limit)
    .execute()

/** Whom the person already has before them. */
export const entryTakenBy = (base: Reading, list: number, user: number): Promise<StoredEntry | undefined> =>
  entries(base)
    .where('taken_by', '=', user)
    .where('list_id', '=', list)
    .where('done_at', 'is', null)
    .executeTakeFirst()

/** Who asks for somebody to call. */
export interface Caller {
  readonly list: number
  readonly user: number
  readonly now: number
  /** Where people may be called now. */
  readonly countries: readonly string[]
  readonly scope: ClientScope
}

/** Of the people of a list who are not done those that this person could be given: in scope, and nobody else's. */
const forCaller = (base: Reading, { list, user, now, scope }: Omit<Caller, 'countries'>) =>
  base
    .selectFrom('call_list_entries')
    .where('list_id', '=', list)
    .where('done_at', 'is', null)
    .where((eb) => eb.or([eb('taken_by', 'is', null), eb('taken_at', '<', now - KEPT_MS)]))
    .where((eb) =>
      eb.or([eb('for_user', 'is', null), eb('for_user', '=', user), eb('next_at', '<', now - LATE_MS)]),
    )
    .where((eb) =>
      eb.or([
        eb('client_id', 'is', null),
        eb.exists(
          eb
            .selectFrom('clients')
            .select('clients.id')
            .whereRef('clients.id', '=', 'call_list_entries.client_id')
            .where('binned_at', 'is', null)
            .where((of) => inScope(of, scope)),
        ),
      ]),
    )

/** Whom to call now: who asked for it first, then in the order of the list. */
export async function firstFor(base: Reading, caller: Caller): Promise<number | undefined> {
  const row = await forCaller(base, caller)
    .select('id')
    .where('next_at', '<=', caller.now)
    .where((eb) => eb.or([eb('agreed', '=', 1), among('country', caller.countries)]))
    .orderBy('agreed', 'desc')
    .orderBy('id')
    .limit(1)
    .executeTakeFirst()
  return row?.id
}

/** When the first of each country could be called, had it not to be permitted there. */
export const earliestFor = (
  base: Reading,
  caller: Omit<Caller, 'countries'>,
): Promise<{ country: string; agreed: number; at: number }[]> =>
  forCaller(base, caller)
    .select(({ fn }) => ['country', 'agreed', fn.min<number>('next_at').as('at')])
    .groupBy(['country', 'agreed'])
    .execute()

export async function readCountries(base: Reading, list: number): Promise<string[]> {
  const rows = await base
    .selectFrom('call_list_entries')
    .select('country')
    .distinct()
    .where('list_id', '=', list)
    .where('done_at', 'is', null)
    .execute()
  return rows.map(({ country }) => country)
}

/** What a result changes, and what taking it back restores. */
export type EntryState = Pick<Tables['call_list_entries'], 'result' | 'next_at' | 'for_user' | 'done_at'> & {
  readonly attempts: number
  readonly note: string
  readonly agreed: number
}

export const stateOf = ({ result, next_at, for_user, done_at, attempts, note, agreed }: StoredEntry) => ({
  result,
  next_at,
  for_user,
  done_at,
  attempts,
  note,
  agreed,
})

export async function setEntry(
  trx: Writing,
  id: number,
  changed: Partial<EntryState> & { taken_by: number | null; taken_at: number | null },
): Promise<void> {
  await trx.updateTable('call_list_entries').set(changed).where('id', '=', id).execute()
}

/** Takes off a list those of these who were never called. Returns how many. */
export async function deleteEntries(trx: Writing, list: number, ids: readonly number[]): Promise<number> {
  const { numDeletedRows } = await trx
    .deleteFrom('call_list_entries')
    .where(among('id', ids))
    .where('list_id', '=', list)
    .where('attempts', '=', 0)
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom('call_attempts').select('id').whereRef('entry_id', '=', 'call_list_entries.id'))),
    )
    .executeTakeFirst()
  return Number(numDeletedRows)
}
