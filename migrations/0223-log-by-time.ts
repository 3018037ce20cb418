import { sql, type Kysely } from 'kysely'

/** The log of one day is found, and its days, people and actions are counted, without reading what each line changed. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`CREATE INDEX operations_by_time ON operations(at, user_id, action, subject_id)`.execute(db)
}
