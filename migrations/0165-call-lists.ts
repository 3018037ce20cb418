import { sql, type Kysely } from 'kysely'

/** Lists of people to be called one after another. */
export async function up(db: Kysely<unknown>): Promise<void> {
  // rules, callers: as JSON.
  await sql`CREATE TABLE call_lists (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL,
    folded TEXT NOT NULL UNIQUE,
    script TEXT NOT NULL,
    rules TEXT NOT NULL,
    callers TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('open', 'paused', 'closed')),
    user_id INTEGER REFERENCES users(id),
    created_at INTEGER NOT NULL
  ) STRICT`.execute(db)

  // digits: by which nobody comes onto a list twice. agreed: next_at is what the client asked for, of for_user.
  await sql`CREATE TABLE call_list_entries (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    list_id INTEGER NOT NULL REFERENCES call_lists(id),
    client_id INTEGER REFERENCES clients(id) ON DELETE SET NULL,
    number TEXT NOT NULL,
    digits TEXT NOT NULL,
    country TEXT NOT NULL,
    attempts INTEGER NOT NULL DEFAULT 0,
    result TEXT,
    note TEXT NOT NULL DEFAULT '',
    next_at INTEGER NOT NULL,
    agreed INTEGER NOT NULL DEFAULT 0,
    for_user INTEGER REFERENCES users(id),
    done_at INTEGER,
    taken_by INTEGER REFERENCES users(id),
    taken_at INTEGER,
    UNIQUE (list_id, digits)
  ) STRICT`.execute(db)
  await sql`CREATE INDEX call_list_entries_open ON call_list_entries(list_id, agreed DESC, id) WHERE done_at IS NULL`.execute(
    db,
  )
  await sql`CREATE INDEX call_list_entries_taken ON call_list_entries(taken_by, list_id) WHERE taken_by IS NOT NULL`.execute(
    db,
  )
  await sql`CREATE INDEX call_list_entries_of_client ON call_list_entries(client_id) WHERE client_id IS NOT NULL`.execute(
    db,
  )

  // before: as JSON how the entry was, for taking the result back.
  await sql`CREATE TABLE call_attempts (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    entry_id INTEGER NOT NULL REFERENCES call_list_entries(id),
    client_id INTEGER REFERENCES clients(id) ON DELETE SET NULL,
    at INTEGER NOT NULL,
    user_id INTEGER REFERENCES users(id),
    result TEXT NOT NULL,
    note TEXT NOT NULL,
    before TEXT NOT NULL
  ) STRICT`.execute(db)
  await sql`CREATE INDEX call_attempts_of_entry ON call_attempts(entry_id, id)`.execute(db)
  await sql`CREATE INDEX call_attempts_of_client ON call_attempts(client_id, id) WHERE client_id IS NOT NULL`.execute(
    db,
  )
}
