import type { ClientRow } from '../../app/contract/clients.ts'
import type { CustomValue } from '../../app/contract/lists.ts'
import type { HideableField } from '../../app/rights.ts'
import { visibleCustom } from '../../app/custom.ts'
import { readRefusalsOf } from '../calls/refusals.ts'
import { among } from '../dialect.ts'
import type { Reading } from '../tables.ts'
import { readWorkplaceNames } from './people.ts'
import { creditOf, readMarks } from './marks.ts'
import { inScope, type ClientScope } from './visible.ts'

/** The order by name, as the indexes have it. */
export interface NamePlace {
  readonly key: string
  readonly id: number
}

/** The table by name from a place on, as its index has it. */
export function fromPlace(base: Reading, from: NamePlace | undefined, scope: ClientScope) {
  return base
    .selectFrom('clients')
    .where('binned_at', 'is', null)
    .where((eb) => inScope(eb, scope))
    .$if(from !== undefined, (query) =>
      query.where((eb) => eb(eb.refTuple('sort_key', 'id'), '>=', eb.tuple(from!.key, from!.id))),
    )
    .orderBy('sort_key')
    .orderBy('id')
}

/**
 * Ids of a stretch of the table by name: `limit` clients from `skip` behind the first one at or after `from`.
 * Reads the index by name only; `skip` is small (see ClientRanks), so a stretch deep in the table is as quick as the first.
 */
export async function stretchByName(
  base: Reading,
  from: NamePlace | undefined,
  skip: number,
  limit: number,
  scope: ClientScope,
): Promise<number[]> {
  const rows = await fromPlace(base, from, scope).select('id').offset(skip).limit(limit).execute()
  return rows.map((row) => row.id)
}

/** For whom rows are. */
export interface RowNeeds {
  /** The reader's language: a client is shown by the name it has in it. */
  readonly language: string
  /** What they may not see. */
  readonly hidden: readonly HideableField[]
  /** Where a person works is told of organisations that the reader reaches. */
  readonly reach: ClientScope
}

/** Table rows by id, in the order of the ids. */
export async function readRows(base: Reading, ids: readonly number[], needs: RowNeeds): Promise<ClientRow[]> {
  if (ids.length === 0) return []
  const sees = (field: HideableField) => !needs.hidden.includes(field)
  const clients = await base
    .selectFrom('clients')
    .select([
      'id',
      'kind',
      'name',
      'code',
      'language',
      'status_id',
      'manager_id',
      'category_id',
      'source_id',
      'price_list_id',
      'discount',
      'bonus_card',
      'credit_limit',
      'credit_currency',
      'birthday',
      'custom',
      'city',
      'country',
      'created_at',
      'changed_at',
      'photo',
    ])
    .where(among('id', ids))
    .execute()
  const names = await base
    .selectFrom('client_names')
    .select(['client_id', 'text', 'language'])
    .where(among('client_id', ids))
    .orderBy('client_id')
    .orderBy('position')
    .execute()
  const first = { position: 0 } as const
  const phones = sees('client.phones')
    ? await base
        .selectFrom('client_phones')
        .select(['client_id', 'typed as text'])
        .where(among('client_id', ids))
        .where('position', '=', first.position)
        .execute()
    : []
  const emails = sees('client.emails')
    ? await base
        .selectFrom('client_emails')
        .select(['client_id', 'address as text'])
        .where(among('client_id', ids))
        .where('position', '=', first.position)
        .execute()
    : []
  const contacts = sees('client.contacts')
    ? await base
        .selectFrom('client_contacts')
        .select(['client_id', 'name as text'])
        .where(among('client_id', ids))
        .where('position', '=', first.position)
        .execute()
    : []
  const marks = await readMarks(base, ids)
  const refusalsOf = await readRefusalsOf(base, ids)
  const workplaces = sees('client.contacts') ? await readWorkplaceNames(base, ids, needs.reach) : []
  const textOf = (rows: { client_id: number; text: string }[]) =>
    new Map(rows.map((row) => [row.client_id, row.text]))
  const [phoneOf, emailOf, contactOf] = [textOf(phones), textOf(emails), textOf(contacts)]
  const workplaceOf = textOf(workplaces)
  const namesOf = Map.groupBy(names, (name) => name.client_id)
  const byId = new Map(clients.map((client) => [client.id, client]))
  return ids.flatMap((id) => {
    const client = byId.get(id)
    if (!client) return []
    const own = namesOf.get(id) ?? []
    const name = own.find((candidate) => candidate.language === needs.language)?.text ?? client.name
    return [
      {
        id,
        kind: client.kind,
        name,
        otherNames: own.map((other) => other.text).filter((text) => text !== name),
        ...filled('phone', phoneOf.get(id)),
        ...filled('email', emailOf.get(id)),
        ...filled('contact', contactOf.get(id)),
        ...filled('worksAt', workplaceOf.get(id)),
        ...filled('code', client.code),
        language: client.language,
        ...(sees('client.addresses')
          ? { ...filled('city', client.city), ...filled('country', client.country) }
          : {}),
        ...(sees('client.status') ? { statusId: client.status_id } : {}),
        ...(sees('client.manager') ? { managerId: client.manager_id } : {}),
        ...(sees('client.photo') ? filled('photo', client.photo) : {}),
        relationIds: marks.relations.get(id) ?? [],
        ...(sees('client.category') ? { categoryId: client.category_id } : {}),
        ...(sees('client.source') ? { sourceId: client.source_id } : {}),
        ...(sees('client.groups') ? { groupIds: marks.groups.get(id) ?? [] } : {}),
        ...(sees('client.priceList') ? { priceListId: client.price_list_id } : {}),
        ...(sees('client.discount') ? { discount: client.discount } : {}),
        ...(sees('client.bonusCard') ? filled('bonusCard', client.bonus_card) : {}),
        ...(sees('client.creditLimit') ? { creditLimit: creditOf(client) } : {}),
        ...(sees('client.birthday') ? { birthday: client.birthday } : {}),
        refusals: refusalsOf.get(id) ?? [],
        custom: visibleCustom(JSON.parse(client.custom) as Record<string, CustomValue>, needs.hidden),
        createdAt: client.created_at,
        changedAt: client.changed_at,
      },
    ]
  })
}

const filled = <Key extends string>(key: Key, value: string | null | undefined): { [K in Key]?: string } =>
  value === null || value === undefined ? {} : ({ [key]: value } as { [K in Key]?: string })
