import type { ClientCard } from '../../app/contract/clients.ts'
import { among } from '../dialect.ts'
import type { Reading } from '../tables.ts'

/** A card with what decides who may see it. */
export type StoredCard = ClientCard & { createdBy: number | null; importId: number | null }

/** Whole cards by id, in the order of the ids; those that are not there are left out. */
export async function readCards(base: Reading, ids: readonly number[]): Promise<StoredCard[]> {
  if (ids.length === 0) return []
  const rows = await base.selectFrom('clients').selectAll().where(among('id', ids)).execute()
  const [names, phones, emails, addresses, contacts, websites] = [
    byClient(
      await base
        .selectFrom('client_names')
        .selectAll()
        .where(among('client_id', ids))
        .orderBy('client_id')
        .orderBy('position')
        .execute(),
    ),
    byClient(
      await base
        .selectFrom('client_phones')
        .selectAll()
        .where(among('client_id', ids))
        .orderBy('client_id')
        .orderBy('position')
        .execute(),
    ),
    byClient(
      await base
        .selectFrom('client_emails')
        .selectAll()
        .where(among('client_id', ids))
        .orderBy('client_id')
        .orderBy('position')
        .execute(),
    ),
    byClient(
      await base
        .selectFrom('client_addresses')
        .selectAll()
        .where(among('client_id', ids))
        .orderBy('client_id')
        .orderBy('position')
        .execute(),
    ),
    byClient(
      await base
        .selectFrom('client_contacts')
        .selectAll()
        .where(among('client_id', ids))
        .orderBy('client_id')
        .orderBy('position')
        .execute(),
    ),
    byClient(
      await base
        .selectFrom('client_websites')
        .selectAll()
        .where(among('client_id', ids))
        .orderBy('client_id')
        .orderBy('position')
        .execute(),
    ),
  ]
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
        addresses: (addresses.get(id) ?? []).map(({ street, city, region, postcode, country, text }) =>
          given({ street, city, region, postcode, country, text }),
        ),
        contacts: (contacts.get(id) ?? []).map((contact) => ({
          name: contact.name,
          ...given({ position: contact.job }),
        })),
        websites: (websites.get(id) ?? []).map((website) => ({ address: website.address })),
        notes: row.notes,
        photo: row.photo,
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

const byClient = <Row extends { client_id: number }>(rows: readonly Row[]) =>
  Map.groupBy(rows, (row) => row.client_id)

/** Without the columns that are null: the contract leaves out what nobody filled in. */
function given<T extends Record<string, string | null>>(columns: T): { [K in keyof T]?: string } {
  return Object.fromEntries(Object.entries(columns).filter(([, value]) => value !== null)) as {
    [K in keyof T]?: string
  }
}
