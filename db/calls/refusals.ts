import type { refusable } from '../../app/contract/voiceMessages.ts'
import { among } from '../dialect.ts'
import type { Reading, Writing } from '../tables.ts'

export type Channel = (typeof refusable)[number]

/** What a client does not want. */
export async function readRefusals(base: Reading, client: number): Promise<Channel[]> {
  const rows = await base
    .selectFrom('client_refusals')
    .select('channel')
    .where('client_id', '=', client)
    .orderBy('channel')
    .execute()
  return rows.map(({ channel }) => channel)
}

export async function writeRefusals(
  trx: Writing,
  client: number,
  channels: readonly Channel[],
): Promise<void> {
  await trx.deleteFrom('client_refusals').where('client_id', '=', client).execute()
  if (channels.length > 0)
    await trx
      .insertInto('client_refusals')
      .values([...new Set(channels)].map((channel) => ({ client_id: client, channel })))
      .execute()
}

/** Those of these clients who do not want it; also where it stands on a card that was merged into theirs. */
export async function whoRefuses(
  base: Reading,
  clients: readonly number[],
  channel: Channel,
): Promise<Set<number>> {
  const own = await base
    .selectFrom('client_refusals')
    .select('client_id as id')
    .where(among('client_id', clients))
    .where('channel', '=', channel)
    .execute()
  const merged = await base
    .selectFrom('client_refusals')
    .innerJoin('clients', 'clients.id', 'client_id')
    .select('merged_into as id')
    .where('channel', '=', channel)
    .where('merged_into', 'is not', null)
    .execute()
  const all = new Set([...own, ...merged].map(({ id }) => id))
  return new Set(clients.filter((id) => all.has(id)))
}
