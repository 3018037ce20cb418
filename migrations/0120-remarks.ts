import { sql, type Kysely } from 'kysely'

/** What people write about a client beside the card: remarks, contacts, next steps. */
export async function up(db: Kysely<unknown>): Promise<void> {
  // due: a day, YYYY-MM-DD. Removed ones stay, so that a removal can be taken back.
  await sql`CREATE TABLE client_remarks (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    client_id INTEGER NOT NULL REFERENCES clients(id),
    at INTEGER NOT NULL,
    user_id INTEGER REFERENCES users(id),
    about TEXT NOT NULL CHECK (about IN ('remark', 'contact', 'step')),
    text TEXT NOT NULL,
    due TEXT,
    done_at INTEGER,
    changed_at INTEGER,
    pinned INTEGER NOT NULL DEFAULT 0,
    removed_at INTEGER
  ) STRICT`.execute(db)
  await sql`CREATE INDEX client_remarks_of_client ON client_remarks(client_id, id) WHERE removed_at IS NULL`.execute(
    db,
  )
  await sql`CREATE INDEX client_remarks_pinned ON client_remarks(client_id, id) WHERE removed_at IS NULL AND pinned = 1`.execute(
    db,
  )
  // The latest contact and the next step of a client, for its figures.
  await sql`CREATE INDEX client_remarks_by_kind ON client_remarks(client_id, about, done_at, due, id) WHERE removed_at IS NULL`.execute(
    db,
  )
}
