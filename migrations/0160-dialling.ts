import { sql, type Kysely } from 'kysely'

/** How an exchange wants its numbers: JSON, `{}` where nobody has said. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`ALTER TABLE pbx_connections ADD COLUMN dialling TEXT NOT NULL DEFAULT '{}'`.execute(db)
}
