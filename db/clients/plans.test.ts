import type { Kysely } from 'kysely'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import type { ClientDraft } from '../../app/contract/clients.ts'
import { readHolders } from '../lists/holding.ts'
import { planner, planOf, type Planner } from '../plansForTests.ts'
import type { Tables } from '../tables.ts'
import { targetOfName } from '../targets.ts'
import { readViews, viewOfName } from '../views.ts'
import { readCards } from './card.ts'
import { RecordTable } from '../columns/table.ts'
import { clientArea } from './columns/area.ts'
import { idsByText, idsWithText } from './columns/texts.ts'
import { BesidesImport, findAlike } from './matching.ts'
import { readFilesOf, readPhoto } from './files.ts'
import { fromPlace, readRows, stretchByName } from './page.ts'
import { pageOfMass, readMassClients, readMassOf, readStanding } from './mass.ts'
import { readLastContact, readOpenSteps, readPinned, readRemarks } from './remarks.ts'
import { readHistory, readImportsOf } from './timeline.ts'
import { readWorkplaceNames, readWorkplaces } from './people.ts'
import { readPlaces } from './places.ts'
import { searchClients, type SearchScope } from './search.ts'
import { temporaryBase, type TemporaryBase } from './temporaryBase.ts'

/*
 * How SQLite means to answer the very statements the program asks, with and without its statistics: a plan that looks
 * at every client takes seconds at a million, and nobody notices at a thousand.
 */

const scope: SearchScope = {
  country: 'KH',
  phones: true,
  emails: true,
  contacts: true,
  bonusCards: true,
  unfinishedImport: 9,
}
const needs = { language: 'en', hidden: [], reach: { ownedBy: 1 } } as const
let base: TemporaryBase
let plans: Planner
let kysely: Kysely<Tables>

beforeAll(async () => {
  base = await temporaryBase()
  const { writing } = base
  await writing.kysely
    .insertInto('users')
    .values(
      Array.from({ length: 50 }, (_, at) => ({
        name: `U${at}`,
        folded: `u${at}`,
        password: '',
        created_at: 1,
        signed_in_at: null,
      })),
    )
    .execute()
  await base.add(
    Array.from({ length: 4000 }, (_, at): ClientDraft => {
      const [first, last] = [['Anna', 'Sok', 'ចាន់', 'Иван'][at % 4], ['Smith', 'Trading', 'ក្រុមហ៊ុន'][at % 3]]
      return {
        kind: at % 2 === 0 ? 'person' : 'organisation',
        names: [{ text: `${first} ${at.toString(36)} ${last}` }],
        code: `C${at}`,
        statusId: 1 + (at % 5),
        managerId: at % 3 === 0 ? 1 + (at % 50) : null,
        phones: [{ typed: `012 ${100_000 + at}` }, { typed: `+49 151 ${20_000_000 + at}` }],
        emails: [{ address: `client${at}@mail.example` }],
        addresses: [{ city: `City ${at % 50}`, country: 'KH' }],
        contacts: [{ name: `Contact ${at}` }],
        websites: [{ address: `https://x${at}.example` }],
      }
    }),
  )
  await writing.kysely.updateTable('clients').set({ binned_at: 5 }).where('id', '<', 100).execute()
  plans = planner(base.reading)
  kysely = plans.kysely
})
afterAll(() => base.remove())

const wholeTable = /^SCAN (clients|client_(names|phones|emails|addresses|contacts|websites))\b/
const sorting = /TEMP B-TREE FOR ORDER BY/

/** No look-up looks at every client, and it uses the indexes it is known to use. */
async function expectFound(work: () => Promise<unknown>, indexes: readonly string[]): Promise<string[]> {
  const steps = (await plans.plansOf(work)).flat()
  expect(steps.length).toBeGreaterThan(0)
  for (const step of steps) expect(step).not.toMatch(wholeTable)
  for (const index of indexes)
    expect(
      steps.some((step) => step.includes(index)),
      `${index} in\n${steps.join('\n')}`,
    ).toBe(true)
  return steps
}

/** Nor does it sort: it may be asked for the first few of very many. */
async function expectQuick(work: () => Promise<unknown>, indexes: readonly string[]): Promise<void> {
  for (const step of await expectFound(work, indexes)) expect(step).not.toMatch(sorting)
}

/** The plans of what is asked of the bare base, without Kysely between. */
function barePlansOf(work: () => unknown): string[] {
  const { raw } = base.reading
  const asking = vi.spyOn(raw, 'prepare')
  work()
  const statements = asking.mock.calls.map(([sql]) => sql)
  asking.mockRestore()
  return statements.flatMap((sql) => {
    const nothing = Array.from(sql.matchAll(/\?/g), () => null)
    return planOf(base.reading, sql, nothing)
  })
}

function expectBare(work: () => unknown, indexes: readonly string[]): void {
  const steps = barePlansOf(work)
  for (const step of steps) expect(step).not.toMatch(/^SCAN (c|n|clients|client_(names|phones|emails))\b/)
  for (const index of indexes)
    expect(
      steps.some((step) => step.includes(index)),
      `${index} in\n${steps.join('\n')}`,
    ).toBe(true)
}

describe.each(['without statistics', 'analysed'])('plans %s', (state) => {
  beforeAll(() => {
    if (state === 'analysed') base.writing.raw.exec('ANALYZE')
  })

  const byId = 'SEARCH clients USING INTEGER PRIMARY KEY'
  const detail = (table: string) => `SEARCH client_${table} USING PRIMARY KEY (client_id=?`

  it('reads cards, rows and places by their ids', async () => {
    const tables = ['names', 'phones', 'emails', 'addresses', 'contacts', 'websites']
    await expectQuick(() => readCards(kysely, [200, 300]), [byId, ...tables.map(detail)])
    await expectQuick(
      () => readRows(kysely, [200, 300], needs),
      [byId, ...['names', 'phones', 'emails', 'contacts'].map(detail)],
    )
    await expectQuick(() => readPlaces(kysely, [200, 300]), [byId])
    // Few of each: sorting them costs nothing.
    const ofPerson = 'client_contacts_of_person'
    await expectFound(() => readWorkplaces(kysely, [200, 300]), [ofPerson])
    await expectFound(() => readWorkplaceNames(kysely, [200, 300], {}), [ofPerson, byId])
    await expectFound(() => readFilesOf(kysely, [200, 300]), ['client_files_of_client'])
    await expectQuick(() => readPhoto(kysely, 200, { ownedBy: 1 }), [byId])
  })

  it.each(['smith', 'an', 'a', 'smith an', 'smith anna', 'ចាន់', '王', 'no such name'])(
    'finds names: %s',
    (text) =>
      expectQuick(
        () => searchClients(kysely, text, 5000, scope),
        [
          'clients_by_code',
          'client_names_by_start (folded>? AND folded<?)',
          'client_search VIRTUAL TABLE INDEX 0:M',
          byId,
        ],
      ),
  )

  it.each([
    [
      '100100',
      [
        'client_phones_by_end (backwards>? AND backwards<?)',
        'client_phones_by_start (national>? AND national<?)',
      ],
    ],
    ['012 100 100', ['client_phones_by_end (backwards>? AND backwards<?)']],
    ['client12@', ['client_emails_by_start (folded>? AND folded<?)']],
    ['C17', ['clients_by_code (code=?)']],
  ])('finds what stands on the card: %s', (text, indexes) =>
    expectQuick(() => searchClients(kysely, text, 20, scope), indexes),
  )

  it('finds who a new record may be the same as', () =>
    expectFound(
      () => findAlike(kysely, ['anna 0 smith'], ['001001219'], new BesidesImport(9)),
      [
        'client_names_by_start (folded=? AND client_id<?)',
        'client_phones_by_end (backwards=? AND client_id<?)',
        byId,
      ],
    ))

  it('reads the table by name from a place on, and leaps along it', async () => {
    const place = { key: '2sok', id: 1 }
    const byName = 'SEARCH clients USING INDEX clients_by_name (sort_key>?)'
    await expectQuick(() => stretchByName(kysely, place, 300, 100, scope), [byName])
    await expectQuick(
      () => fromPlace(kysely, place, scope).select('id').limit(1).offset(512).execute(),
      [byName],
    )
  })

  it('reads a timeline from where it was left, however long it is', async () => {
    const stretch = { before: 900, limit: 30 }
    await expectQuick(
      () => readHistory(kysely, [5], stretch),
      ['operations_by_subject (subject_type=? AND subject_id=? AND id<?)'],
    )
    await expectQuick(
      () => readRemarks(kysely, [5], stretch),
      ['client_remarks_of_client (client_id=? AND id<?)'],
    )
    await expectQuick(() => readPinned(kysely, [5]), ['client_remarks_pinned (client_id=?)'])
    await expectFound(() => readImportsOf(kysely, [5], stretch), [byId])
    await expectQuick(() => readMassOf(kysely, [5], stretch), ['(client_id=? AND mass_id<?)'])
    // Of merged cards too, each by the index.
    await expectFound(() => readHistory(kysely, [5, 6], stretch), ['operations_by_subject'])
    await expectQuick(
      () => readLastContact(kysely, [5]),
      ['client_remarks_by_kind (client_id=? AND about=? AND done_at=? AND due=?)'],
    )
    await expectFound(
      () => readOpenSteps(kysely, [5], 1),
      ['client_remarks_by_kind (client_id=? AND about=? AND done_at=?)'],
    )
  })

  it('changes many by what it is about, and takes a stretch of them back', async () => {
    const about = [{ column: 'status_id' }, { custom: 3 }, { entry: 2 }, { binned: true }] as const
    for (const one of about) await expectQuick(() => readStanding(kysely, [200, 300], one, scope), [byId])
    await expectQuick(
      () => readMassClients(kysely, 1, { after: 200, limit: 50, left: true }),
      ['mass_change_clients_of_change (mass_id=? AND client_id>?)'],
    )
    await expectQuick(() => pageOfMass(kysely, 1, 100, 50), ['mass_change_clients_of_change (mass_id=?)'])
    const table = new RecordTable(base.reading.raw, clientArea.usual)
    expectBare(() => table.refreshInPlace([200, 300]), ['SEARCH c USING INTEGER PRIMARY KEY'])
  })

  it('finds who has an entry of a list, and what is kept under names', async () => {
    await expectFound(() => readHolders(kysely, 'group', 2), ['client_marks_by_entry (entry_id=?)'])
    await expectQuick(
      () => readViews(kysely, 'clients', 1),
      ['views_shared (list=?)', 'views_own (user_id=? AND list=?)'],
    )
    await expectQuick(
      () => viewOfName(kysely, { list: 'clients', name: 'A', shared: true, userId: 1 }),
      ['views_shared (list=? AND folded=?)'],
    )
    await expectQuick(
      () => targetOfName(kysely, { name: 'A', shared: false, userId: 1 }),
      ['targets_own (user_id=? AND folded=?)'],
    )
  })

  it('brings to the columns only what has the text', () => {
    const withText = (text: string) => () => idsWithText(base.reading, text, scope)
    expectBare(withText('smith an'), ['client_search VIRTUAL TABLE INDEX 0:M', 'clients_by_code'])
    expectBare(withText('100100'), [
      'client_phones_by_end (backwards>? AND backwards<?)',
      'client_phones_by_start (national>? AND national<?)',
    ])
    expectBare(withText('client12@'), ['client_emails_by_start (folded>? AND folded<?)'])
    const begins = (field: 'name' | 'phone', text: string) => () =>
      idsByText(base.reading, field, { field, is: 'begins', text }, scope)
    expectBare(begins('name', 'smith'), ['client_names_by_start (folded>? AND folded<?)'])
    expectBare(begins('phone', '012 10'), ['client_phones_by_start (national>? AND national<?)'])
  })

  it('keeps the columns by looking only at what changed and at whom it now stands before', () => {
    const table = new RecordTable(base.reading.raw, clientArea.usual)
    base.writing.raw.exec('UPDATE clients SET revision = revision + 1 WHERE id IN (200, 300)')
    expectBare(
      () => table.refresh([200, 300]),
      ['SEARCH c USING INTEGER PRIMARY KEY', 'SEARCH c USING INDEX clients_by_name (sort_key>?)'],
    )
  })
})
