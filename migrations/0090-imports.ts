import { sql, type Kysely } from 'kysely'

/** Imports that can be taken back whole, and that remember what the columns of a file were taken for. */
export async function up(db: Kysely<unknown>): Promise<void> {
  // No id of a client is given twice, as the log, links and other records speak of it after it was erased.
  await sql`CREATE TABLE client_ids (last INTEGER NOT NULL) STRICT`.execute(db)
  await sql`INSERT INTO client_ids (last) SELECT max(
    coalesce((SELECT max(id) FROM clients), 0),
    coalesce((SELECT max(subject_id) FROM operations WHERE subject_type = 'client'), 0),
    coalesce((SELECT max(kept_id) FROM client_merges), 0)
  )`.execute(db)

  // What an import added to clients that were known: the card as it was, as JSON, and its revision with what was added.
  // With another revision it was changed since.
  await sql`CREATE TABLE import_changes (
    import_id INTEGER NOT NULL REFERENCES imports(id),
    client_id INTEGER NOT NULL,
    revision INTEGER NOT NULL,
    before TEXT NOT NULL,
    PRIMARY KEY (import_id, client_id)
  ) STRICT, WITHOUT ROWID`.execute(db)

  // What the columns of a file with these headings were taken for, last by each person.
  await sql`CREATE TABLE import_mappings (
    headings TEXT NOT NULL,
    user_id INTEGER NOT NULL REFERENCES users(id),
    at INTEGER NOT NULL,
    file TEXT NOT NULL,
    mapping TEXT NOT NULL,
    PRIMARY KEY (headings, user_id)
  ) STRICT, WITHOUT ROWID`.execute(db)
}
