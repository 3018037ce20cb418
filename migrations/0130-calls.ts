import { sql, type Kysely } from 'kysely'

/** Telephone exchanges, whose telephone is whose, and the calls. */
export async function up(db: Kysely<unknown>): Promise<void> {
  // secret: JSON, apart from the settings because it is never given out. heard_until: until when it was listened to.
  await sql`CREATE TABLE pbx_connections (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('ami', 'smdr', 'http', 'practice')),
    settings TEXT NOT NULL,
    secret TEXT NOT NULL DEFAULT '{}',
    branch TEXT NOT NULL DEFAULT '',
    enabled INTEGER NOT NULL DEFAULT 1,
    heard_until INTEGER,
    removed_at INTEGER
  ) STRICT`.execute(db)
  await sql`CREATE TABLE pbx_extensions (
    connection_id INTEGER NOT NULL REFERENCES pbx_connections(id),
    extension TEXT NOT NULL,
    user_id INTEGER NOT NULL REFERENCES users(id),
    PRIMARY KEY (connection_id, extension)
  ) STRICT, WITHOUT ROWID`.execute(db)
  await sql`CREATE INDEX pbx_extensions_of_user ON pbx_extensions(user_id)`.execute(db)

  // reference: the exchange's own name for the call. number: the other side as the line sent it, "" for none; ending:
  // its last nine national digits, the last first, by which clients' phones are looked up too. client_by: who said
  // whose call it was, null where the number did. told: the call as the exchange last told it, while it is on the line.
  // returned_by_call: the call that returned a missed one.
  await sql`CREATE TABLE calls (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    connection_id INTEGER NOT NULL REFERENCES pbx_connections(id),
    reference TEXT NOT NULL,
    direction TEXT NOT NULL CHECK (direction IN ('incoming', 'outgoing', 'internal')),
    from_number TEXT NOT NULL,
    from_name TEXT NOT NULL,
    to_number TEXT NOT NULL,
    number TEXT NOT NULL,
    ending TEXT NOT NULL,
    e164 TEXT,
    line TEXT,
    client_id INTEGER REFERENCES clients(id) ON DELETE SET NULL,
    client_by INTEGER REFERENCES users(id),
    user_id INTEGER REFERENCES users(id),
    extension TEXT,
    rang TEXT NOT NULL DEFAULT '[]',
    transferred TEXT NOT NULL DEFAULT '[]',
    started_at INTEGER NOT NULL,
    answered_at INTEGER,
    ended_at INTEGER,
    outcome TEXT,
    wait_ms INTEGER NOT NULL DEFAULT 0,
    talk_ms INTEGER NOT NULL DEFAULT 0,
    voice_message INTEGER NOT NULL DEFAULT 0,
    recording TEXT,
    note TEXT NOT NULL DEFAULT '',
    tags TEXT NOT NULL DEFAULT '[]',
    missed INTEGER NOT NULL DEFAULT 0,
    returned_at INTEGER,
    returned_by_call INTEGER,
    returned_by INTEGER REFERENCES users(id),
    told TEXT
  ) STRICT`.execute(db)
  await sql`CREATE UNIQUE INDEX calls_by_reference ON calls(connection_id, reference)`.execute(db)
  await sql`CREATE INDEX calls_by_time ON calls(started_at, id)`.execute(db)
  await sql`CREATE INDEX calls_of_client ON calls(client_id, started_at, id) WHERE client_id IS NOT NULL`.execute(
    db,
  )
  await sql`CREATE INDEX calls_of_number ON calls(ending, started_at, id) WHERE ending <> ''`.execute(db)
  await sql`CREATE INDEX calls_of_user ON calls(user_id, started_at, id) WHERE user_id IS NOT NULL`.execute(
    db,
  )
  await sql`CREATE INDEX calls_open ON calls(connection_id, id) WHERE outcome IS NULL`.execute(db)
  await sql`CREATE INDEX calls_missed ON calls(started_at, id) WHERE missed = 1 AND returned_at IS NULL`.execute(
    db,
  )

  // Who of the office had to do with a call: rang at theirs, had it (or made it). Their own calls are found by it.
  await sql`CREATE TABLE call_people (
    user_id INTEGER NOT NULL REFERENCES users(id),
    call_id INTEGER NOT NULL REFERENCES calls(id) ON DELETE CASCADE,
    rang INTEGER NOT NULL,
    had INTEGER NOT NULL,
    PRIMARY KEY (user_id, call_id)
  ) STRICT, WITHOUT ROWID`.execute(db)
  await sql`CREATE INDEX call_people_of_call ON call_people(call_id)`.execute(db)

  // Calls that turned out to be part of another: what they were called, so that nothing makes them anew.
  await sql`CREATE TABLE call_parts (
    connection_id INTEGER NOT NULL REFERENCES pbx_connections(id),
    reference TEXT NOT NULL,
    call_id INTEGER NOT NULL REFERENCES calls(id) ON DELETE CASCADE,
    PRIMARY KEY (connection_id, reference)
  ) STRICT, WITHOUT ROWID`.execute(db)
  await sql`CREATE INDEX call_parts_of_call ON call_parts(call_id)`.execute(db)

  // From when to when nobody listened. filled: what went on meanwhile was told afterwards.
  await sql`CREATE TABLE call_gaps (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    connection_id INTEGER NOT NULL REFERENCES pbx_connections(id),
    from_at INTEGER NOT NULL,
    to_at INTEGER NOT NULL,
    filled INTEGER NOT NULL
  ) STRICT`.execute(db)
  await sql`CREATE INDEX call_gaps_by_time ON call_gaps(to_at)`.execute(db)

  for (const [right, roles] of given)
    for (const role of roles)
      await sql`UPDATE roles SET rights = json_insert(rights, '$[#]', ${sql.lit(right)})
        WHERE key = ${sql.lit(role)}
          AND NOT EXISTS (SELECT 1 FROM json_each(roles.rights) WHERE value = ${sql.lit(right)})`.execute(db)
  await sql`UPDATE roles SET own_only = json_insert(own_only, '$[#]', 'calls')
    WHERE key IN ('cashier', 'storekeeper')`.execute(db)
}

/** The rights of calls, for the roles that offices began with before there were calls. */
const given: readonly (readonly [right: string, roles: readonly string[]])[] = [
  ['calls.see', ['owner', 'manager', 'cashier', 'storekeeper', 'operator', 'accountant', 'marketer']],
  ['calls.dial', ['owner', 'manager', 'cashier', 'storekeeper', 'operator', 'marketer']],
  ['calls.board', ['owner', 'manager', 'operator']],
  ['calls.listen', ['owner', 'manager']],
  ['calls.edit', ['owner', 'manager', 'cashier', 'storekeeper', 'operator', 'marketer']],
  ['calls.export', ['owner', 'manager', 'accountant', 'marketer']],
  ['calls.costs', ['owner', 'manager', 'accountant']],
  ['calls.rates', ['owner']],
  ['calls.score', ['owner', 'manager']],
  ['calls.lists', ['owner', 'manager', 'operator', 'marketer']],
  ['telephone.edit', ['owner']],
]
