import { sql, type RawBuilder } from 'kysely'
import type { CostGroup } from '../../app/contract/callCosts.ts'
import type { Reading } from '../tables.ts'

/** Which calls: begun in a stretch of time, the end left out; of one person where the reader is limited to their own. */
export interface CostScope {
  readonly from: number
  readonly to: number
  readonly currency: string
  readonly ownOf: number | undefined
}

/** Sums of one group; fine amounts, milliseconds of talk. */
export interface CostSums {
  readonly key: string
  readonly calls: number
  readonly talkMs: number
  readonly billedSeconds: number
  readonly cost: number
  readonly unrated: number
}

/** What groups in the base itself; days and months are stretches of time. */
export type StoredGroup = Exclude<CostGroup, 'month' | 'day'>

/** So much of a number says its country: "+855", "+1 212", "+7 7". Longer than any code of a country. */
const countryDigits = 6

const keyOf: Readonly<Record<StoredGroup, RawBuilder<unknown>>> = {
  employee: sql`calls.user_id`,
  branch: sql`pbx_connections.branch`,
  client: sql`calls.client_id`,
  line: sql`calls.line`,
  rate: sql`calls.rate_id`,
  country: sql`substr(calls.e164, 1, ${sql.lit(countryDigits)})`,
  direction: sql`calls.direction`,
}

const calls = (base: Reading, { from, to, ownOf }: CostScope) =>
  base
    .selectFrom('calls')
    .where('started_at', '>=', from)
    .where('started_at', '<', to)
    .where('outcome', 'is not', null)
    .where('direction', '<>', 'internal')
    .$if(ownOf !== undefined, (query) => query.where('calls.user_id', '=', ownOf!))

const sums = (currency: string) => [
  sql<number>`count(*)`.as('calls'),
  sql<number>`ifnull(sum(talk_ms), 0)`.as('talkMs'),
  sql<number>`ifnull(sum(billed_seconds), 0)`.as('billedSeconds'),
  sql<number>`ifnull(sum(CASE WHEN cost_currency = ${currency} THEN cost END), 0)`.as('cost'),
  sql<number>`ifnull(sum(cost IS NULL AND talk_ms > 0), 0)`.as('unrated'),
]

/** The dearest groups, and how many there are. */
export async function sumCosts(
  base: Reading,
  scope: CostScope,
  by: StoredGroup,
  limit: number,
): Promise<{ groups: number; rows: CostSums[] }> {
  const rows = await calls(base, scope)
    .$if(by === 'branch', (query) =>
      query.innerJoin('pbx_connections', 'pbx_connections.id', 'connection_id'),
    )
    .select(sums(scope.currency))
    .select(sql<string>`ifnull(cast(${keyOf[by]} AS TEXT), '')`.as('key'))
    .select(sql<number>`count(*) OVER ()`.as('groups'))
    .groupBy(keyOf[by])
    .orderBy('cost', 'desc')
    .orderBy('calls', 'desc')
    .limit(limit)
    .execute()
  return { groups: rows[0]?.groups ?? 0, rows: rows.map(({ groups: _groups, ...row }) => row) }
}

/** All of them together; `key` as given. */
export async function sumAll(base: Reading, scope: CostScope, key = ''): Promise<CostSums> {
  const row = await calls(base, scope).select(sums(scope.currency)).executeTakeFirstOrThrow()
  return { key, ...row }
}

/** Currencies in which calls of a stretch of time cost something. */
export async function currenciesOf(base: Reading, scope: CostScope): Promise<string[]> {
  const rows = await calls(base, scope)
    .select('cost_currency')
    .distinct()
    .where('cost_currency', 'is not', null)
    .orderBy('cost_currency')
    .execute()
  return rows.flatMap(({ cost_currency: currency }) => currency ?? [])
}

/** Which of the calls of a scope: of a group, or without a rate. */
export interface CostedAsked {
  readonly group: { readonly by: StoredGroup; readonly keys: readonly string[] } | undefined
  readonly unrated: boolean
  readonly offset: number
  readonly limit: number
}

/** A page of calls with what they cost, the dearest first. */
export async function pageOfCosts(base: Reading, scope: CostScope, asked: CostedAsked) {
  const { group, unrated, offset, limit } = asked
  const found = calls(base, scope)
    .$if(group?.by === 'branch', (query) =>
      query.innerJoin('pbx_connections', 'pbx_connections.id', 'connection_id'),
    )
    .$if(group !== undefined, (query) =>
      query.where(
        sql<boolean>`ifnull(cast(${keyOf[group?.by ?? 'line']} AS TEXT), '') IN (SELECT value FROM json_each(${JSON.stringify(group?.keys ?? [])}))`,
      ),
    )
    .$if(unrated, (query) => query.where('cost', 'is', null).where('talk_ms', '>', 0))
  const { total } = await found.select((eb) => eb.fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  const rows = await found
    .leftJoin('rates', 'rates.id', 'calls.rate_id')
    .select(['calls.id', 'cost', 'cost_currency as currency', 'billed_seconds as billedSeconds'])
    .select(sql<string>`ifnull(nullif(rates.name, ''), ifnull(rates.prefix, ''))`.as('rate'))
    .orderBy('cost', 'desc')
    .orderBy('started_at', 'desc')
    .orderBy('calls.id')
    .offset(offset)
    .limit(limit)
    .execute()
  return { total, rows }
}

/** What rates are called, by their ids: their name and the table's. */
export async function rateNames(base: Reading): Promise<Map<string, string>> {
  const rows = await base
    .selectFrom('rates')
    .innerJoin('rate_tables', 'rate_tables.id', 'table_id')
    .select(['rates.id', 'rates.name', 'prefix', 'rate_tables.name as table'])
    .execute()
  return new Map(
    rows.map(({ id, name, prefix, table }) => [String(id), `${name || prefix || '*'} – ${table}`]),
  )
}

/** Numbers of a stretch of time by how they begin, for telling their countries: one of each beginning. */
export async function beginningsOf(base: Reading, scope: CostScope): Promise<Map<string, string>> {
  const rows = await calls(base, scope)
    .select(sql<string>`${keyOf.country}`.as('beginning'))
    .select(sql<string>`min(e164)`.as('number'))
    .where('e164', 'is not', null)
    .groupBy(keyOf.country)
    .execute()
  return new Map(rows.map(({ beginning, number }) => [beginning, number]))
}
