import type { ClientCard } from '../../app/contract/clients.ts'
import type { Selectable } from 'kysely'
import type { CustomValue } from '../../app/contract/lists.ts'
import { among } from '../dialect.ts'
import type { Reading, Tables } from '../tables.ts'
import { creditOf, readMarks } from './marks.ts'

/** A card with what decides who may see it. */
export type StoredCard = ClientCard & { createdBy: number | null; importId: number | null }

/** Whole cards by id, in the order of the ids; those that are not there are left out. */
export const readCards = (base: Reading, ids: readonly number[]): Promise<StoredCard[]> =>
  readWith(detailTables, base, ids)

/** What a card says of the client itself: whoever lifts a receiver does not wait for the phones, contacts and links. */
export type StoredFace = Omit<
  StoredCard,
  'phones' | 'emails' | 'addresses' | 'contacts' | 'websites' | 'otherNotes' | 'messengers' | 'socialPages'
>

/** As `readCards`, without the rows of the other lists. */
export const readFaces = (base: Reading, ids: readonly number[]): Promise<StoredFace[]> =>
  readWith(new Set(['client_names']), base, ids)

async function readWith(
  tables: ReadonlySet<DetailTable>,
  base: Reading,
  ids: readonly number[],
): Promise<StoredCard[]> {
  if (ids.length === 0) return []
  const rows = await base.selectFrom('clients').selectAll().where(among('id', ids)).execute()
  const details = async <Table extends DetailTable>(table: Table) => {
    if (!tables.has(table)) return []
    const found = base
      .selectFrom(table as DetailTable)
      .selectAll()
      .where(among('client_id', ids))
      .orderBy('client_id')
      .orderBy('position')
      .execute()
    return found as unknown as Promise<Selectable<Tables[Table]>[]>
  }
  const names = byClient(await details('client_names'))
  const phones = byClient(await details('client_phones'))
  const emails = byClient(await details('client_emails'))
  const addresses = byClient(await details('client_addresses'))
  const contacts = byClient(await details('client_contacts'))
  const websites = byClient(await details('client_websites'))
  const links = byClient(await details('client_links'))
  const notes = byClient(await details('client_notes'))
  const marks = await readMarks(base, ids)
  const byId = new Map(rows.map((row) => [row.id, row]))
  return ids.flatMap((id) => {
    const row = byId.get(id)
    if (!row) return []
    return [
      {
        id,
        kind: row.kind,
        names: (names.get(id) ?? []).map((name) => ({
          text: name.text,
          ...given({ language: name.language }),
        })),
        ...given({ code: row.code }),
        statusId: row.status_id,
        managerId: row.manager_id,
        language: row.language,
        phones: (phones.get(id) ?? []).map((phone) => ({
          typed: phone.typed,
          e164: phone.e164,
          ...given({ label: phone.label }),
        })),
        emails: (emails.get(id) ?? []).map((email) => ({
          address: email.address,
          ...given({ label: email.label }),
        })),
        addresses: (addresses.get(id) ?? []).map(({ client_id: _client, position: _position, ...address }) =>
          given(address),
        ),
        contacts: (contacts.get(id) ?? []).map((contact) => ({
          name: contact.name,
          ...given({ position: contact.job, since: contact.since, until: contact.until }),
          ...(contact.person_id === null ? {} : { personId: contact.person_id }),
        })),
        websites: (websites.get(id) ?? []).map((website) => ({ address: website.address })),
        notes: row.notes,
        photo: row.photo,
        otherNotes: (notes.get(id) ?? []).map(({ text, language }) => ({ text, language })),
        relationIds: marks.relations.get(id) ?? [],
        categoryId: row.category_id,
        sourceId: row.source_id,
        groupIds: marks.groups.get(id) ?? [],
        priceListId: row.price_list_id,
        discount: row.discount,
        ...given({ bonusCard: row.bonus_card }),
        creditLimit: creditOf(row),
        birthday: row.birthday,
        messengers: linksOf(links.get(id), 'messenger'),
        socialPages: linksOf(links.get(id), 'social'),
        custom: JSON.parse(row.custom) as Record<string, CustomValue>,
        revision: row.revision,
        createdAt: row.created_at,
        createdBy: row.created_by,
        importId: row.import_id,
        changedAt: row.changed_at,
        changedBy: row.changed_by,
        binnedAt: row.binned_at,
        ...(row.merged_into === null ? {} : { mergedInto: row.merged_into }),
      },
    ]
  })
}

type DetailTable =
  | 'client_names'
  | 'client_phones'
  | 'client_emails'
  | 'client_addresses'
  | 'client_contacts'
  | 'client_websites'
  | 'client_links'
  | 'client_notes'

const detailTables: ReadonlySet<DetailTable> = new Set([
  'client_names',
  'client_phones',
  'client_emails',
  'client_addresses',
  'client_contacts',
  'client_websites',
  'client_links',
  'client_notes',
])

const linksOf = (
  rows: readonly Selectable<Tables['client_links']>[] | undefined,
  kind: 'messenger' | 'social',
) =>
  (rows ?? []).flatMap((row) => (row.kind === kind ? [{ network: row.network, address: row.address }] : []))

const byClient = <Row extends { client_id: number }>(rows: readonly Row[]) =>
  Map.groupBy(rows, (row) => row.client_id)

/** Without the columns that are null: the contract leaves out what nobody filled in. */
function given<T extends Record<string, string | null>>(columns: T): { [K in keyof T]?: string } {
  return Object.fromEntries(Object.entries(columns).filter(([, value]) => value !== null)) as {
    [K in keyof T]?: string
  }
}
