import { sql, type Kysely } from 'kysely'

/** Each exchange says where its recordings lie; see `app/recordings.ts`. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`ALTER TABLE pbx_connections ADD COLUMN recordings TEXT NOT NULL DEFAULT '{"kind":"none"}'`.execute(
    db,
  )
}
