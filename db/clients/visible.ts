import type { ExpressionBuilder, ExpressionWrapper, SqlBool } from 'kysely'
import { among } from '../dialect.ts'
import type { Reading, Tables } from '../tables.ts'

/** Whose clients, and which are not there yet. */
export interface ClientScope {
  /** Only clients that this person manages or made. */
  readonly ownedBy?: number | undefined
  /** Only clients that count as one of these kinds of counterparty. */
  readonly relations?: readonly number[] | undefined
  /** An import that is still running: what it wrote is not shown before it is complete. */
  readonly unfinishedImport?: number | undefined
}

/** Whether there are clients that the person does not reach. */
export const isLimited = ({ ownedBy, relations }: ClientScope): boolean =>
  ownedBy !== undefined || relations !== undefined

type Clients = ExpressionBuilder<Tables, 'clients'>

/** What every list and look-up of clients asks beside its own conditions. */
export function inScope(eb: Clients, scope: ClientScope): ExpressionWrapper<Tables, 'clients', SqlBool> {
  const { ownedBy, relations, unfinishedImport } = scope
  return eb.and([
    ...(ownedBy === undefined
      ? []
      : [eb.or([eb('clients.manager_id', '=', ownedBy), eb('clients.created_by', '=', ownedBy)])]),
    ...(relations === undefined
      ? []
      : [
          eb.exists(
            eb
              .selectFrom('client_marks')
              .select('entry_id')
              .whereRef('client_id', '=', 'clients.id')
              .where(among('entry_id', relations)),
          ),
        ]),
    ...(unfinishedImport === undefined
      ? []
      : [eb.or([eb('clients.import_id', 'is', null), eb('clients.import_id', '!=', unfinishedImport)])]),
  ])
}

const slice = 10_000

/** Those of the clients, in their order, that are reached now and lie in the bin, or do not. */
export const stillThere = (
  base: Reading,
  ids: readonly number[],
  binned: boolean,
  scope: ClientScope,
): Promise<number[]> =>
  thoseOf(base, ids, (eb) => eb.and([eb('binned_at', binned ? 'is not' : 'is', null), inScope(eb, scope)]))

/** Those of the clients, in their order, that are reached now, in the bin or not. */
export const reachedIds = (base: Reading, ids: readonly number[], scope: ClientScope): Promise<number[]> =>
  thoseOf(base, ids, (eb) => inScope(eb, scope))

async function thoseOf(
  base: Reading,
  ids: readonly number[],
  are: (eb: Clients) => ExpressionWrapper<Tables, 'clients', SqlBool>,
): Promise<number[]> {
  const there: number[] = []
  for (let at = 0; at < ids.length; at += slice) {
    const some = ids.slice(at, at + slice)
    const rows = await base.selectFrom('clients').select('id').where(among('id', some)).where(are).execute()
    const found = new Set(rows.map((row) => row.id))
    for (const id of some) if (found.has(id)) there.push(id)
  }
  return there
}
