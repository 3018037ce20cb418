import type { Reading } from '../tables.ts'

const mostGaps = 200

/** Stretches in which an exchange was not listened to, the latest first; those that touch a span. */
export async function readGaps(
  base: Reading,
  { from, to }: { readonly from?: number | undefined; readonly to?: number | undefined },
) {
  return base
    .selectFrom('call_gaps')
    .innerJoin('pbx_connections', 'pbx_connections.id', 'connection_id')
    .select(['call_gaps.id', 'name as exchange', 'from_at as from', 'to_at as to', 'filled'])
    .$if(from !== undefined, (query) => query.where('to_at', '>=', from!))
    .$if(to !== undefined, (query) => query.where('from_at', '<', to!))
    .orderBy('to_at', 'desc')
    .limit(mostGaps)
    .execute()
}
