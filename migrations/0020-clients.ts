import { sql, type Kysely } from 'kysely'

/** Clients with names in several languages and every way to reach them; imports; search by any part. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`CREATE TABLE imports (
    id INTEGER PRIMARY KEY,
    at INTEGER NOT NULL,
    user_id INTEGER REFERENCES users(id),
    file TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('running', 'complete', 'cancelled', 'failed', 'undone')),
    rows INTEGER NOT NULL DEFAULT 0,
    created INTEGER NOT NULL DEFAULT 0,
    updated INTEGER NOT NULL DEFAULT 0,
    duplicates INTEGER NOT NULL DEFAULT 0,
    refused INTEGER NOT NULL DEFAULT 0
  ) STRICT`.execute(db)

  await sql`CREATE TABLE client_statuses (
    id INTEGER PRIMARY KEY,
    key TEXT UNIQUE,
    name TEXT NOT NULL,
    tone TEXT NOT NULL,
    position INTEGER NOT NULL
  ) STRICT`.execute(db)

  // name and sort_key repeat the first name, so that the table by name reads one index.
  await sql`CREATE TABLE clients (
    id INTEGER PRIMARY KEY,
    kind TEXT NOT NULL CHECK (kind IN ('person', 'organisation')),
    name TEXT NOT NULL,
    sort_key TEXT NOT NULL,
    code TEXT,
    status_id INTEGER REFERENCES client_statuses(id),
    manager_id INTEGER REFERENCES users(id),
    language TEXT,
    notes TEXT NOT NULL DEFAULT '',
    city TEXT,
    country TEXT,
    revision INTEGER NOT NULL DEFAULT 1,
    import_id INTEGER REFERENCES imports(id),
    created_at INTEGER NOT NULL,
    created_by INTEGER REFERENCES users(id),
    changed_at INTEGER NOT NULL,
    changed_by INTEGER REFERENCES users(id),
    binned_at INTEGER
  ) STRICT`.execute(db)
  await sql`CREATE INDEX clients_by_name ON clients(sort_key, id) WHERE binned_at IS NULL`.execute(db)
  await sql`CREATE INDEX clients_in_bin ON clients(binned_at, id) WHERE binned_at IS NOT NULL`.execute(db)
  await sql`CREATE INDEX clients_by_change ON clients(changed_at, id) WHERE binned_at IS NULL`.execute(db)
  await sql`CREATE INDEX clients_by_status ON clients(status_id, sort_key, id) WHERE binned_at IS NULL`.execute(
    db,
  )
  await sql`CREATE INDEX clients_by_manager ON clients(manager_id, sort_key, id) WHERE binned_at IS NULL`.execute(
    db,
  )
  await sql`CREATE INDEX clients_by_code ON clients(code) WHERE code IS NOT NULL`.execute(db)
  await sql`CREATE INDEX clients_of_import ON clients(import_id) WHERE import_id IS NOT NULL`.execute(db)

  await sql`CREATE TABLE client_names (
    client_id INTEGER NOT NULL REFERENCES clients(id),
    position INTEGER NOT NULL,
    text TEXT NOT NULL,
    folded TEXT NOT NULL,
    language TEXT,
    PRIMARY KEY (client_id, position)
  ) STRICT, WITHOUT ROWID`.execute(db)
  await sql`CREATE INDEX client_names_by_start ON client_names(folded, client_id)`.execute(db)

  // national: the number without country code, for looking up from its beginning;
  // backwards: its digits reversed, for looking up by its last digits, whatever the notation.
  await sql`CREATE TABLE client_phones (
    client_id INTEGER NOT NULL REFERENCES clients(id),
    position INTEGER NOT NULL,
    typed TEXT NOT NULL,
    e164 TEXT,
    national TEXT NOT NULL,
    backwards TEXT NOT NULL,
    label TEXT,
    PRIMARY KEY (client_id, position)
  ) STRICT, WITHOUT ROWID`.execute(db)
  await sql`CREATE INDEX client_phones_by_end ON client_phones(backwards, client_id)`.execute(db)
  await sql`CREATE INDEX client_phones_by_start ON client_phones(national, client_id)`.execute(db)

  await sql`CREATE TABLE client_emails (
    client_id INTEGER NOT NULL REFERENCES clients(id),
    position INTEGER NOT NULL,
    address TEXT NOT NULL,
    folded TEXT NOT NULL,
    label TEXT,
    PRIMARY KEY (client_id, position)
  ) STRICT, WITHOUT ROWID`.execute(db)
  await sql`CREATE INDEX client_emails_by_start ON client_emails(folded, client_id)`.execute(db)

  await sql`CREATE TABLE client_addresses (
    client_id INTEGER NOT NULL REFERENCES clients(id),
    position INTEGER NOT NULL,
    street TEXT, city TEXT, region TEXT, postcode TEXT, country TEXT, text TEXT,
    PRIMARY KEY (client_id, position)
  ) STRICT, WITHOUT ROWID`.execute(db)

  await sql`CREATE TABLE client_contacts (
    client_id INTEGER NOT NULL REFERENCES clients(id),
    position INTEGER NOT NULL,
    name TEXT NOT NULL,
    folded TEXT NOT NULL,
    job TEXT,
    PRIMARY KEY (client_id, position)
  ) STRICT, WITHOUT ROWID`.execute(db)

  await sql`CREATE TABLE client_websites (
    client_id INTEGER NOT NULL REFERENCES clients(id),
    position INTEGER NOT NULL,
    address TEXT NOT NULL,
    PRIMARY KEY (client_id, position)
  ) STRICT, WITHOUT ROWID`.execute(db)

  // One, two and three neighbouring letters of every name, as words that the program makes: trigrams alone know
  // nothing of one or two letters. Which clients have them all is answered by one index, however common each is.
  await sql`CREATE VIRTUAL TABLE client_search USING fts5(grams, content='', contentless_delete=1, detail='none', tokenize="ascii tokenchars '_@'")`.execute(
    db,
  )
}
