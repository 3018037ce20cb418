import { sql, type Kysely } from 'kysely'

/** What clients think of calls, and messages that wait to be sent. */
export async function up(db: Kysely<unknown>): Promise<void> {
  // key: names what it is about, so that the same message is never put in twice. Sent by a later part of the program.
  await sql`CREATE TABLE outbox (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    key TEXT NOT NULL UNIQUE,
    channel TEXT NOT NULL CHECK (channel IN ('sms', 'email')),
    recipient TEXT NOT NULL,
    client_id INTEGER REFERENCES clients(id) ON DELETE SET NULL,
    language TEXT NOT NULL,
    text TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('waiting', 'sent', 'failed')),
    attempts INTEGER NOT NULL DEFAULT 0,
    not_before INTEGER NOT NULL,
    created_at INTEGER NOT NULL
  ) STRICT`.execute(db)
  await sql`CREATE INDEX outbox_waiting ON outbox(not_before, id) WHERE state = 'waiting'`.execute(db)

  // token: only its hash is known here.
  await sql`CREATE TABLE rating_requests (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    call_id INTEGER NOT NULL UNIQUE REFERENCES calls(id) ON DELETE CASCADE,
    client_id INTEGER REFERENCES clients(id) ON DELETE SET NULL,
    token TEXT NOT NULL UNIQUE,
    language TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    expires_at INTEGER NOT NULL,
    used_at INTEGER
  ) STRICT`.execute(db)
  await sql`CREATE INDEX rating_requests_of_client ON rating_requests(client_id, created_at) WHERE client_id IS NOT NULL`.execute(
    db,
  )

  // user_id: who had the call. via: keys pressed after the talk, or the link.
  await sql`CREATE TABLE ratings (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    call_id INTEGER NOT NULL REFERENCES calls(id) ON DELETE CASCADE,
    client_id INTEGER REFERENCES clients(id) ON DELETE SET NULL,
    user_id INTEGER REFERENCES users(id),
    via TEXT NOT NULL CHECK (via IN ('keys', 'link')),
    stars INTEGER NOT NULL CHECK (stars BETWEEN 1 AND 5),
    words TEXT NOT NULL,
    at INTEGER NOT NULL,
    UNIQUE (call_id, via)
  ) STRICT`.execute(db)
  await sql`CREATE INDEX ratings_by_time ON ratings(at, id)`.execute(db)
}
