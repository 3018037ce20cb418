import { sql } from 'kysely'
import type { CallerNumber } from '../../app/callerNumber.ts'
import type { Reading } from '../tables.ts'

/** Which calls are asked for. */
export interface CallsAsked {
  readonly ids?: readonly number[]
  readonly clientId?: number | undefined
  readonly number?: CallerNumber | undefined
  readonly from?: number | undefined
  readonly to?: number | undefined
  readonly after?: { readonly startedAt: number; readonly id: number } | undefined
  /** Only calls that this person had to do with. */
  readonly ownOf?: number | undefined
  readonly limit: number
}

/** A stretch of the history, the latest first, with the names that stand in it. */
export async function readCalls(base: Reading, asked: CallsAsked) {
  const { ids, clientId, number, from, to, after, ownOf, limit } = asked
  return (
    base
      .selectFrom('calls')
      // Crosswise, so that SQLite does not begin with the few exchanges and put all their calls in order.
      .crossJoin('pbx_connections')
      .whereRef('pbx_connections.id', '=', 'connection_id')
      .leftJoin('clients', 'clients.id', 'client_id')
      .leftJoin('users', 'users.id', 'user_id')
      .leftJoin('users as returner', 'returner.id', 'returned_by')
      .selectAll('calls')
      .select([
        'pbx_connections.name as exchange',
        'users.name as user',
        'clients.name as client',
        'returner.name as returner',
      ])
      .$if(ids !== undefined, (query) =>
        query.where('calls.id', 'in', sql<number>`(SELECT value FROM json_each(${JSON.stringify(ids)}))`),
      )
      .$if(clientId !== undefined, (query) => query.where('client_id', '=', clientId!))
      .$if(number !== undefined, (query) => query.where('ending', '=', number!.ending))
      // Said as the index says it; a number without digits is nobody's.
      .$if(number !== undefined, (query) => query.where(sql<boolean>`ending <> ''`))
      .$if(from !== undefined, (query) => query.where('started_at', '>=', from!))
      .$if(to !== undefined, (query) => query.where('started_at', '<', to!))
      .$if(after !== undefined, (query) =>
        query.where(
          sql<boolean>`(calls.started_at, calls.id) < (${after?.startedAt ?? 0}, ${after?.id ?? 0})`,
        ),
      )
      .$if(ownOf !== undefined, (query) =>
        query.where((eb) =>
          eb.exists(
            eb
              .selectFrom('call_people')
              .select('call_id')
              .where('call_people.user_id', '=', ownOf!)
              .whereRef('call_id', '=', 'calls.id'),
          ),
        ),
      )
      .orderBy('started_at', 'desc')
      .orderBy('calls.id', 'desc')
      .limit(limit)
      .execute()
  )
}

export type CallShown = Awaited<ReturnType<typeof readCalls>>[number]

/** Numbers of clients who called last, as the line sent them, each once. */
export async function readLastNumbers(base: Reading, limit: number): Promise<string[]> {
  const rows = await base
    .selectFrom('calls')
    .select('number')
    .where('direction', '=', 'incoming')
    .where('client_id', 'is not', null)
    .orderBy('started_at', 'desc')
    .orderBy('calls.id', 'desc')
    .limit(limit * 3)
    .execute()
  return [...new Set(rows.map(({ number }) => number))].slice(0, limit)
}
