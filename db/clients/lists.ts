import type { ClientStatus } from '../../app/contract/clients.ts'
import type { Reading, Writing } from '../tables.ts'

/** The statuses a new office starts with; their names are in the language files until the office gives its own. */
const startingStatuses = [
  { key: 'potential', tone: 'info' },
  { key: 'active', tone: 'good' },
  { key: 'reliable', tone: 'good' },
  { key: 'problem', tone: 'warn' },
  { key: 'lost', tone: 'bad' },
] as const

export async function insertStartingStatuses(trx: Writing): Promise<void> {
  await trx
    .insertInto('client_statuses')
    .values(startingStatuses.map(({ key, tone }, position) => ({ key, name: key, tone, position })))
    .execute()
}

export async function readStatuses(base: Reading): Promise<ClientStatus[]> {
  const rows = await base.selectFrom('client_statuses').selectAll().orderBy('position').execute()
  return rows.map((row) => ({ ...row, tone: row.tone as ClientStatus['tone'] }))
}
