import { sql, type Kysely } from 'kysely'

/** How long a call at a provider may be silent before it is held to be over: each such exchange has it from now on. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`UPDATE pbx_connections SET settings = json_set(settings, '$.silentMinutes', 120) WHERE kind = 'http'`.execute(
    db,
  )
}
