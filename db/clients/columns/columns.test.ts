import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { ClientDraft, ClientFilter } from '../../../app/contract/clients.ts'
import type { Condition, Ordering } from '../../../app/criteria.ts'
import type { SearchScope } from '../search.ts'
import { temporaryBase, office, type TemporaryBase } from '../temporaryBase.ts'
import { eraseClients, setBinned, updateClients } from '../write.ts'
import { groupsOf } from '../../columns/counting.ts'
import { inOrder } from '../../columns/ordering.ts'
import { Ranks } from '../../columns/ranking.ts'
import { RecordTable } from '../../columns/table.ts'
import { clientArea } from './area.ts'
import { maskOf } from './matching.ts'

/*
 * The columns beside plain SQL: whatever is written, and however the columns heard of it, both give the same clients in
 * the same order with the same counts.
 */

let base: TemporaryBase
let table: RecordTable

const scope: SearchScope = { country: 'KH', phones: true, emails: true, contacts: true, bonusCards: true }
const cities = ['Battambang', 'Kampot', 'Siem Reap', 'Takeo']
const day = 86_400_000
/** Noon, so that the day is the same wherever the test runs. */
const noon = new Date(2026, 0, 1, 12).getTime()

beforeAll(async () => {
  base = await temporaryBase()
  await base.writing.kysely
    .insertInto('users')
    .values(
      ['Bopha', 'Anan', 'Chan'].map((name) => ({
        name,
        folded: name.toLowerCase(),
        password: '',
        created_at: 1,
        signed_in_at: null,
      })),
    )
    .execute()
  await base.writing.kysely
    .insertInto('imports')
    .values({ at: 1, user_id: null, file: 'a.csv', state: 'running' })
    .execute()
  table = new RecordTable(base.reading.raw, clientArea.usual)
})
afterAll(() => base.remove())

const maybe = <T>(values: readonly T[]) => fc.constantFrom(null, ...values)

const draft: fc.Arbitrary<ClientDraft> = fc
  .record({
    name: fc.oneof(
      fc.constantFrom('a', 'A', 'ab', 'b', 'z', '1', 'ក', 'я', '𠀀', '\u{fa0e}', '한'),
      fc.string({ minLength: 1, maxLength: 2, unit: fc.constantFrom(...'abcdefghijklmnopqrst') }),
    ),
    organisation: fc.boolean(),
    status: maybe([1, 2, 3, 4, 5]),
    manager: maybe([1, 2, 3]),
    city: maybe(cities),
    country: maybe(['KH', 'TH', 'DE']),
    code: maybe(['A-1', 'a%b', 'B2']),
  })
  .map(({ name, organisation, status, manager, city, country, code }) => ({
    kind: organisation ? 'organisation' : 'person',
    names: [{ text: name }],
    statusId: status,
    managerId: manager,
    ...(code === null ? {} : { code }),
    addresses: [{ ...(city === null ? {} : { city }), ...(country === null ? {} : { country }) }],
  }))

const which = fc.array(fc.nat(), { minLength: 1, maxLength: 4 })
const change = fc.oneof(
  fc.record({
    what: fc.constant('add' as const),
    drafts: fc.array(draft, { minLength: 1, maxLength: 8 }),
    importId: maybe([1]),
    maker: maybe([1, 2]),
    days: fc.nat(100),
  }),
  fc.record({ what: fc.constant('edit' as const), which, draft, days: fc.nat(100) }),
  fc.record({ what: fc.constantFrom('bin' as const, 'restore' as const, 'erase' as const), which }),
)

/** Fields as plain SQL knows them. */
const columns: Record<string, string> = {
  kind: 'kind',
  status: 'status_id',
  manager: 'manager_id',
  city: 'city',
  country: 'country',
  maker: 'created_by',
}
const choice = fc.constantFrom(
  ...[
    ['kind', 'person', 'organisation'],
    ['status', null, 1, 2, 5],
    ['manager', null, 1, 3],
    ['city', null, ...cities],
    ['country', 'KH', 'DE', 'XX'],
    ['maker', null, 1],
  ].map(([field, ...values]) => ({ field: field as string, values })),
)
const dateField = fc.constantFrom('created', 'changed')
const days = fc.option(
  fc.nat(100).map((later) => dayText(noon + later * day)),
  { nil: undefined },
)
const condition: fc.Arbitrary<Condition> = fc.oneof(
  fc
    .tuple(choice, fc.constantFrom('one-of' as const, 'none-of' as const), fc.nat())
    .map(([of, is, seed]) => ({
      field: of.field,
      is,
      values: of.values.filter((_, at) => (seed >> at) & 1),
    })),
  fc
    .tuple(
      fc.constantFrom(...Object.keys(columns), 'code'),
      fc.constantFrom('empty' as const, 'filled' as const),
    )
    .map(([field, is]) => ({ field, is })),
  fc.tuple(dateField, days, days).map(([field, from, to]) => ({
    field,
    is: 'between' as const,
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
  })),
  fc
    .tuple(
      fc.constantFrom('city', 'code'),
      fc.constantFrom('contains' as const, 'begins' as const),
      fc.constantFrom('a', 'am', '%', 'K'),
    )
    .map(([field, is, text]) => ({ field, is, text })),
)
const ordering: fc.Arbitrary<Ordering> = fc.array(
  fc.record({
    field: fc.constantFrom('name', 'city', 'status', 'manager', 'created', 'changed'),
    descending: fc.boolean(),
  }),
  { maxLength: 3 },
)

function dayText(moment: number): string {
  const date = new Date(moment)
  return [date.getFullYear(), date.getMonth() + 1, date.getDate()]
    .map((part) => String(part).padStart(2, '0'))
    .join('-')
}

function plainCondition(asked: Condition): string {
  const column =
    columns[asked.field] ?? { created: 'created_at', changed: 'changed_at' }[asked.field] ?? asked.field
  const quoted = (value: unknown) => (typeof value === 'string' ? `'${value}'` : String(value))
  switch (asked.is) {
    case 'one-of':
    case 'none-of': {
      const some = asked.values.filter((value) => value !== null).map(quoted)
      const none = asked.values.includes(null) ? `${column} IS NULL` : '0'
      const one = `(coalesce(${column} IN (${some.join(', ')}), 0) OR ${none})`
      return asked.is === 'one-of' ? one : `NOT ${one}`
    }
    case 'empty':
      return `${column} IS NULL`
    case 'filled':
      return `${column} IS NOT NULL`
    case 'between': {
      const local = `strftime('%Y-%m-%d', ${column} / 1000, 'unixepoch', 'localtime')`
      return [
        asked.from === undefined ? '1' : `${local} >= '${asked.from}'`,
        asked.to === undefined ? '1' : `${local} <= '${asked.to}'`,
      ].join(' AND ')
    }
    default: {
      const at = `instr(lower(${column}), lower('${asked.text}'))`
      // Folded, a sign between letters is nothing.
      if (asked.text === '%' && asked.field === 'city') return `${column} IS NOT NULL`
      return asked.is === 'begins' ? `${at} = 1` : `${at} > 0`
    }
  }
}

const orders: Record<string, string> = {
  name: 'sort_key',
  city: 'city',
  status: '(SELECT position FROM list_entries s WHERE s.id = status_id)',
  manager: '(SELECT folded FROM users u WHERE u.id = manager_id)',
  created: 'created_at',
  changed: 'changed_at',
}

const whereOf = (filter: ClientFilter, ownedBy: number | undefined) =>
  [
    'binned_at IS NULL AND import_id IS NULL',
    ...(ownedBy === undefined ? [] : [`(manager_id IS ${ownedBy} OR created_by IS ${ownedBy})`]),
    ...(filter.conditions ?? []).map(plainCondition),
  ].join(' AND ')

function plainIds(filter: ClientFilter, order: Ordering, ownedBy: number | undefined): number[] {
  const by = order.map(({ field, descending }) =>
    field === 'name'
      ? `sort_key ${descending ? 'DESC' : 'ASC'}, id ${descending ? 'DESC' : 'ASC'}`
      : `${orders[field]} ${descending ? 'DESC' : 'ASC'} NULLS LAST`,
  )
  const sql = `SELECT id FROM clients WHERE ${whereOf(filter, ownedBy)} ORDER BY ${[...by, 'sort_key', 'id'].join(', ')}`
  return base.writing.raw.prepare(sql).pluck().all() as number[]
}

let at = 0

/** Carries out a change; resolves to the clients whom it is about. */
async function carryOut(asked: Change): Promise<number[]> {
  if (asked.what === 'add') {
    const moment = noon + asked.days * day
    return base.add(asked.drafts, { at: moment, by: asked.maker, importId: asked.importId })
  }
  const all = base.writing.raw.prepare('SELECT id FROM clients ORDER BY id').pluck().all() as number[]
  if (all.length === 0) return []
  const ids = [...new Set(asked.which.map((nth) => all[nth % all.length]!))]
  await base.writing.kysely.transaction().execute(async (trx) => {
    if (asked.what === 'erase') await eraseClients(trx, ids)
    else if (asked.what === 'edit')
      await updateClients(
        trx,
        ids.map((id) => ({ id, draft: asked.draft, revision: 1000 + ++at })),
        office,
        { at: noon + asked.days * day, by: 1 },
      )
    else await setBinned(trx, ids, asked.what === 'bin' ? 5 : null, { at: noon + at, by: 1 })
  })
  return ids
}
type Change =
  | { what: 'add'; drafts: ClientDraft[]; importId: number | null; maker: number | null; days: number }
  | { what: 'edit'; which: number[]; draft: ClientDraft; days: number }
  | { what: 'bin' | 'restore' | 'erase'; which: number[] }

const language = { language: 'en', sortLanguage: 'en' } as const

test('finds, orders and counts as plain SQL does, whatever has been written', async () => {
  const asking = fc.record({
    conditions: fc.array(condition, { maxLength: 3 }),
    order: ordering,
    ownedBy: fc.option(fc.constantFrom(1, 2), { nil: undefined }),
    by: fc.subarray(Object.keys(columns), { minLength: 1, maxLength: 3 }),
  })
  await fc.assert(
    fc.asyncProperty(
      fc.array(change, { maxLength: 12 }),
      fc.array(asking, { minLength: 1, maxLength: 6 }),
      async (changes, questions) => {
        const told: number[][] = []
        for (const each of changes) told.push(await carryOut(each))
        // All is written before the first of it is told: what comes later is seen early, and told again.
        for (const ids of told) table.refresh(ids)
        for (const { conditions, order, ownedBy, by } of questions) {
          const filter = { conditions }
          const mask = maskOf(table, base.reading.kysely, { filter }, { ...scope, ownedBy }, () => undefined)
          const ranks = new Ranks(table, language)
          const ids = Array.from(inOrder(table, mask, order, ranks).slots, (slot) => table.ids[slot]!)
          expect(ids).toEqual(plainIds(filter, order, ownedBy))
          const { groups, count } = groupsOf(
            table,
            mask,
            { by: by.map((field) => ({ field, per: 'month' })), totals: [], limit: 1000 },
            ranks,
          )
          expect(count).toBe(ids.length)
          const names = by.map((field) => columns[field]!)
          const plain = base.writing.raw
            .prepare(
              `SELECT ${names.join(', ')}, count(*) FROM clients WHERE ${whereOf(filter, ownedBy)} GROUP BY ${names.join(', ')}`,
            )
            .raw()
            .all()
          expect(new Set(groups.map((group) => JSON.stringify([...group.key, group.count])))).toEqual(
            new Set(plain.map((row) => JSON.stringify(row))),
          )
        }
      },
    ),
    { numRuns: 150 },
  )
})

test('any stretch of very many is what plain SQL has there', async () => {
  const many = fc.sample(draft, { numRuns: 12_000, seed: 7 })
  const ids = await base.add(many, (nth) => ({ at: noon + (nth % 300) * day, by: null, importId: null }))
  table.refresh(ids)
  const mask = maskOf(table, base.reading.kysely, { filter: {} }, scope, () => undefined)
  const ranks = new Ranks(table, language)
  for (const order of fc.sample(ordering, { numRuns: 40, seed: 3 })) {
    const plain = plainIds({}, order, undefined)
    for (const offset of [0, 17, 4990, 6000, plain.length - 120, plain.length + 1])
      for (const limit of [1, 100, 2000]) {
        const { total, slots } = inOrder(table, mask, order, ranks, { offset, limit })
        expect(total).toBe(plain.length)
        expect(Array.from(slots, (slot) => table.ids[slot]!)).toEqual(plain.slice(offset, offset + limit))
      }
  }
})
