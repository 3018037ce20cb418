import { sql, type Kysely } from 'kysely'

/** What waits for a printer, has come out of it, or perhaps has. */
export async function up(db: Kysely<unknown>): Promise<void> {
  // not_after: what is no use later (opening a drawer) is dropped then.
  await sql`CREATE TABLE print_jobs (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    device_id INTEGER NOT NULL REFERENCES devices(id),
    user_id INTEGER REFERENCES users(id),
    at INTEGER NOT NULL,
    title TEXT NOT NULL,
    bytes BLOB NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('queued', 'sending', 'unsure', 'printed', 'dropped')),
    not_after INTEGER
  ) STRICT`.execute(db)
  await sql`CREATE INDEX print_jobs_open ON print_jobs(device_id, id) WHERE state IN ('queued', 'sending', 'unsure')`.execute(
    db,
  )
  await sql`CREATE INDEX print_jobs_by_time ON print_jobs(at)`.execute(db)
}
