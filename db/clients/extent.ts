import { among } from '../dialect.ts'
import type { Reading } from '../tables.ts'

/** How many of each detail one client has at most, and whether any of them says what it is for. */
export interface ClientExtent {
  readonly names: number
  readonly phones: number
  readonly emails: number
  readonly addresses: number
  readonly contacts: number
  readonly websites: number
  readonly phoneLabels: boolean
  readonly emailLabels: boolean
}

export const noExtent: ClientExtent = {
  names: 0,
  phones: 0,
  emails: 0,
  addresses: 0,
  contacts: 0,
  websites: 0,
  phoneLabels: false,
  emailLabels: false,
}

/** The extent of these clients, joined with that of others. */
export async function readExtent(
  base: Reading,
  ids: readonly number[],
  others: ClientExtent,
): Promise<ClientExtent> {
  const most = async (table: keyof typeof tables) => {
    const row = await base
      .selectFrom(tables[table])
      .select((eb) => eb.fn.max<number | null>('position').as('last'))
      .where(among('client_id', ids))
      .executeTakeFirstOrThrow()
    return Math.max(others[table], row.last === null ? 0 : row.last + 1)
  }
  const labelled = async (table: 'client_phones' | 'client_emails') =>
    (await base
      .selectFrom(table)
      .select('client_id')
      .where(among('client_id', ids))
      .where('label', 'is not', null)
      .limit(1)
      .executeTakeFirst()) !== undefined
  return {
    names: await most('names'),
    phones: await most('phones'),
    emails: await most('emails'),
    addresses: await most('addresses'),
    contacts: await most('contacts'),
    websites: await most('websites'),
    phoneLabels: others.phoneLabels || (await labelled('client_phones')),
    emailLabels: others.emailLabels || (await labelled('client_emails')),
  }
}

const tables = {
  names: 'client_names',
  phones: 'client_phones',
  emails: 'client_emails',
  addresses: 'client_addresses',
  contacts: 'client_contacts',
  websites: 'client_websites',
} as const
