import { sql, type Kysely } from 'kysely'

/** Files that have lain in the bin for long are found without looking at all of them. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`CREATE INDEX client_files_in_bin ON client_files(binned_at) WHERE binned_at IS NOT NULL`.execute(
    db,
  )
}
