import type { Operation } from '../../app/contract/log.ts'
import { oneOf } from '../dialect.ts'
import { operationColumns, operationOf } from '../log.ts'
import type { Reading } from '../tables.ts'

interface Stretch {
  readonly before: number | undefined
  readonly limit: number
}

/** What was done to these clients, the latest first. Remarks are told by themselves, so their log is left out. */
export async function readHistory(
  base: Reading,
  clients: readonly number[],
  { before, limit }: Stretch,
): Promise<Operation[]> {
  const rows = await base
    .selectFrom('operations')
    .leftJoin('users', 'users.id', 'operations.user_id')
    .select(operationColumns)
    .where('subject_type', '=', 'client')
    .where(oneOf('subject_id', clients))
    .where('action', 'not in', ['timeline.write', 'timeline.change'])
    .$if(before !== undefined, (query) => query.where('operations.id', '<', before!))
    .orderBy('operations.id', 'desc')
    .limit(limit)
    .execute()
  return rows.map(operationOf)
}

/** With which imports these clients came, the latest first. */
export async function readImportsOf(base: Reading, clients: readonly number[], { before, limit }: Stretch) {
  return base
    .selectFrom('imports')
    .leftJoin('users', 'users.id', 'user_id')
    .select(['imports.id', 'imports.at', 'users.name as by', 'file'])
    .where('imports.id', 'in', (eb) =>
      eb
        .selectFrom('clients')
        .select('clients.import_id')
        .where(oneOf('clients.id', clients))
        .where('clients.import_id', 'is not', null)
        .$castTo<{ import_id: number }>(),
    )
    .$if(before !== undefined, (query) => query.where('imports.id', '<', before!))
    .orderBy('imports.id', 'desc')
    .limit(limit)
    .execute()
}
