import { sql, type Kysely } from 'kysely'

/** The office, its people, their sessions, and the log of everything they do. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`CREATE TABLE settings (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID`.execute(
    db,
  )

  await sql`CREATE TABLE roles (
    id INTEGER PRIMARY KEY,
    key TEXT UNIQUE,
    name TEXT NOT NULL UNIQUE,
    rights TEXT NOT NULL,
    own_only TEXT NOT NULL,
    hidden TEXT NOT NULL
  ) STRICT`.execute(db)

  await sql`CREATE TABLE users (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    folded TEXT NOT NULL UNIQUE,
    password TEXT NOT NULL,
    active INTEGER NOT NULL DEFAULT 1,
    preferences TEXT NOT NULL DEFAULT '{}',
    created_at INTEGER NOT NULL,
    signed_in_at INTEGER
  ) STRICT`.execute(db)

  await sql`CREATE TABLE user_roles (
    user_id INTEGER NOT NULL REFERENCES users(id),
    role_id INTEGER NOT NULL REFERENCES roles(id),
    PRIMARY KEY (user_id, role_id)
  ) STRICT, WITHOUT ROWID`.execute(db)

  await sql`CREATE TABLE sessions (
    token_hash TEXT PRIMARY KEY,
    user_id INTEGER NOT NULL REFERENCES users(id),
    seat TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    seen_at INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID`.execute(db)
  await sql`CREATE INDEX sessions_of_user ON sessions(user_id)`.execute(db)

  // Failed sign-ins, by folded name and by computer: what the growing delays are counted from.
  await sql`CREATE TABLE sign_in_failures (
    subject TEXT PRIMARY KEY,
    count INTEGER NOT NULL,
    last_at INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID`.execute(db)

  await sql`CREATE TABLE operations (
    id INTEGER PRIMARY KEY,
    at INTEGER NOT NULL,
    user_id INTEGER REFERENCES users(id),
    seat TEXT NOT NULL,
    action TEXT NOT NULL,
    subject_type TEXT,
    subject_id INTEGER,
    subject_name TEXT,
    changes TEXT NOT NULL
  ) STRICT`.execute(db)
  await sql`CREATE INDEX operations_by_subject ON operations(subject_type, subject_id, id)`.execute(db)
  await sql`CREATE INDEX operations_by_user ON operations(user_id, id)`.execute(db)
  await sql`CREATE TRIGGER operations_stay BEFORE UPDATE ON operations BEGIN SELECT RAISE(ABORT, 'the operation log cannot be altered'); END`.execute(
    db,
  )
  await sql`CREATE TRIGGER operations_remain BEFORE DELETE ON operations BEGIN SELECT RAISE(ABORT, 'the operation log cannot be altered'); END`.execute(
    db,
  )

  // What a repeated command answers with instead of happening twice.
  await sql`CREATE TABLE command_keys (
    key TEXT PRIMARY KEY,
    user_id INTEGER NOT NULL,
    fingerprint TEXT NOT NULL,
    output TEXT NOT NULL,
    at INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID`.execute(db)
  await sql`CREATE INDEX command_keys_by_age ON command_keys(at)`.execute(db)
}
