import { sql, type Kysely } from 'kysely'

/** Recorded messages that are played to many, and who wants none. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`CREATE TABLE client_refusals (
    client_id INTEGER NOT NULL REFERENCES clients(id) ON DELETE CASCADE,
    channel TEXT NOT NULL CHECK (channel IN ('voice', 'sms', 'email')),
    PRIMARY KEY (client_id, channel)
  ) STRICT, WITHOUT ROWID`.execute(db)

  // file: the hash under which the office keeps it. rules: as JSON.
  await sql`CREATE TABLE voice_messages (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL,
    connection_id INTEGER REFERENCES pbx_connections(id),
    file TEXT NOT NULL,
    file_name TEXT NOT NULL,
    extension TEXT NOT NULL,
    length_ms INTEGER NOT NULL,
    rules TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('draft', 'running', 'paused', 'stopped', 'done')),
    user_id INTEGER REFERENCES users(id),
    created_at INTEGER NOT NULL
  ) STRICT`.execute(db)
  await sql`CREATE INDEX voice_messages_running ON voice_messages(state) WHERE state = 'running'`.execute(db)

  await sql`CREATE TABLE voice_people (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    message_id INTEGER NOT NULL REFERENCES voice_messages(id),
    client_id INTEGER REFERENCES clients(id) ON DELETE SET NULL,
    number TEXT NOT NULL,
    digits TEXT NOT NULL,
    country TEXT NOT NULL,
    attempts INTEGER NOT NULL DEFAULT 0,
    result TEXT,
    next_at INTEGER NOT NULL,
    done_at INTEGER,
    UNIQUE (message_id, digits)
  ) STRICT`.execute(db)
  await sql`CREATE INDEX voice_people_waiting ON voice_people(message_id, next_at, id) WHERE done_at IS NULL`.execute(
    db,
  )
  await sql`CREATE INDEX voice_people_of_client ON voice_people(client_id) WHERE client_id IS NOT NULL`.execute(
    db,
  )

  // Written before the exchange is asked, under the name that the call will have there: so no attempt is made twice,
  // however the program ends. result: null while it is on.
  await sql`CREATE TABLE voice_attempts (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    person_id INTEGER NOT NULL REFERENCES voice_people(id),
    message_id INTEGER NOT NULL REFERENCES voice_messages(id),
    client_id INTEGER REFERENCES clients(id) ON DELETE SET NULL,
    connection_id INTEGER NOT NULL REFERENCES pbx_connections(id),
    reference TEXT NOT NULL UNIQUE,
    at INTEGER NOT NULL,
    result TEXT,
    talk_ms INTEGER NOT NULL DEFAULT 0
  ) STRICT`.execute(db)
  await sql`CREATE INDEX voice_attempts_on ON voice_attempts(message_id, person_id) WHERE result IS NULL`.execute(
    db,
  )
  await sql`CREATE INDEX voice_attempts_of_client ON voice_attempts(client_id, id) WHERE client_id IS NOT NULL`.execute(
    db,
  )
}
