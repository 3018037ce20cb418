import type { ClientFilter } from '../../../app/contract/clients.ts'
import type * as columns from '../../columns/area.ts'
import type { Shelf } from '../../columns/shelf.ts'
import type { SearchScope } from '../search.ts'
import { maskOf } from './matching.ts'
import { sourcedFields } from './sources.ts'

/** Who asks about many clients. */
export type Asker = columns.Asker<SearchScope>

/** Clients in use, or those in the bin; never those of an import that is not complete. */
const shelf = (ofBin: boolean): Shelf => ({
  table: 'clients',
  where: `${ofBin ? 'c.binned_at IS NOT NULL AND c.merged_into IS NULL' : 'c.binned_at IS NULL'}
    AND (c.import_id IS NULL OR c.import_id NOT IN (SELECT id FROM imports WHERE state = 'running'))`,
  order: {
    field: 'name',
    column: 'sort_key',
    where: `c.binned_at IS ${ofBin ? 'NOT' : ''} NULL`,
  },
  version: 'c.revision',
  fields: sourcedFields,
})

const inUse = shelf(false)
const bin = shelf(true)

/** Clients in columns, in use or in the bin, by name. */
export const clientArea: columns.Area<ClientFilter, SearchScope> = {
  usual: inUse,
  shelfOf: ({ binned }) => (binned ? bin : inUse),
  maskOf,
}
