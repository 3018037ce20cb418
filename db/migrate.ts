import { Migrator } from 'kysely/migration'
import { migrations } from '../migrations/index.ts'
import { applicationId, type Connection } from './connection.ts'

/** Names of the migrations that the base lacks, in order. */
export async function missingMigrations(connection: Connection): Promise<string[]> {
  const known = await migrator(connection).getMigrations()
  return known.filter((migration) => !migration.executedAt).map((migration) => migration.name)
}

/** Brings the base to the program's shape, all of it or nothing. Throws the cause where it fails. */
export async function migrate(connection: Connection): Promise<void> {
  // First of all, so that a power cut in the middle of a first start leaves a file that is known as ours.
  connection.raw.pragma(`application_id = ${applicationId}`)
  const { error } = await migrator(connection).migrateToLatest()
  if (error) throw error
}

function migrator(connection: Connection): Migrator {
  return new Migrator({ db: connection.kysely, provider: { getMigrations: async () => migrations } })
}
