import type { Migration } from 'kysely/migration'
import * as office from './0010-office.ts'
import * as clients from './0020-clients.ts'

/** All changes of the base's shape, in order. A name, once released, never changes. */
export const migrations: Record<string, Migration> = {
  '0010-office': office,
  '0020-clients': clients,
}
