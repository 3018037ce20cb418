import type { ExpressionBuilder, ExpressionWrapper, SqlBool } from 'kysely'
import type { Tables } from '../tables.ts'

/** Whose clients, and which are not there yet. */
export interface ClientScope {
  /** Only clients that this person manages or made. */
  readonly ownedBy?: number | undefined
  /** An import that is still running: what it wrote is not shown before it is complete. */
  readonly unfinishedImport?: number | undefined
}

type Clients = ExpressionBuilder<Tables, 'clients'>

/** What every list and look-up of clients asks beside its own conditions. */
export function inScope(eb: Clients, scope: ClientScope): ExpressionWrapper<Tables, 'clients', SqlBool> {
  const { ownedBy, unfinishedImport } = scope
  return eb.and([
    ...(ownedBy === undefined
      ? []
      : [eb.or([eb('clients.manager_id', '=', ownedBy), eb('clients.created_by', '=', ownedBy)])]),
    ...(unfinishedImport === undefined
      ? []
      : [eb.or([eb('clients.import_id', 'is', null), eb('clients.import_id', '!=', unfinishedImport)])]),
  ])
}
