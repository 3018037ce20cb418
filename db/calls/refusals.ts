import type { refusable } from '../../app/voice.ts'
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

/** What of these clients each does not want, by client; also where it stands on a card that was merged into theirs. */
export async function readRefusalsOf(
  base: Reading,
  clients: readonly number[],
): Promise<ReadonlyMap<number, Channel[]>> {
  const own = await base
    .selectFrom('client_refusals')
    .select(['client_id as id', 'channel'])
    .where(among('client_id', clients))
    .execute()
  const merged = await base
    .selectFrom('client_refusals')
    .innerJoin('clients', 'clients.id', 'client_id')
    .select(['merged_into as id', 'channel'])
    .where(among('merged_into', clients))
    .execute()
  const found = new Map<number, Channel[]>()
  for (const { id, channel } of [...own, ...merged]) {
    const channels = found.get(id!) ?? []
    if (!channels.includes(channel)) found.set(id!, [...channels, channel].sort())
  }
  return found
}

/** Those of these clients who do not want it. */
export async function whoRefuses(
  base: Reading,
  clients: readonly number[],
  channel: Channel,
): Promise<Set<number>> {
  const refusals = await readRefusalsOf(base, clients)
  return new Set([...refusals].flatMap(([id, channels]) => (channels.includes(channel) ? [id] : [])))
}
