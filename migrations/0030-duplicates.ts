import { sql, type Kysely } from 'kysely'

/** Clients found twice: which pairs are not the same, and which cards went into which. */
export async function up(db: Kysely<unknown>): Promise<void> {
  // Pairs that somebody looked at and held to be two clients; first < second.
  await sql`CREATE TABLE client_distinct (
    first INTEGER NOT NULL REFERENCES clients(id) ON DELETE CASCADE,
    second INTEGER NOT NULL REFERENCES clients(id) ON DELETE CASCADE,
    at INTEGER NOT NULL,
    user_id INTEGER REFERENCES users(id),
    PRIMARY KEY (first, second)
  ) STRICT, WITHOUT ROWID`.execute(db)
  await sql`CREATE INDEX client_distinct_by_second ON client_distinct(second)`.execute(db)

  // kept_before: the kept card as it was; merged: who went into it. Both as JSON, for taking the merge back.
  // revision: of the kept card after the merge; with another it was changed since.
  await sql`CREATE TABLE client_merges (
    id INTEGER PRIMARY KEY,
    at INTEGER NOT NULL,
    user_id INTEGER REFERENCES users(id),
    kept_id INTEGER NOT NULL,
    revision INTEGER NOT NULL,
    kept_before TEXT NOT NULL,
    merged TEXT NOT NULL,
    undone_at INTEGER
  ) STRICT`.execute(db)
  await sql`CREATE INDEX client_merges_by_kept ON client_merges(kept_id, id)`.execute(db)

  // A merged client lies in the bin and says where it went.
  await sql`ALTER TABLE clients ADD COLUMN merged_into INTEGER`.execute(db)
  await sql`CREATE INDEX clients_merged ON clients(merged_into) WHERE merged_into IS NOT NULL`.execute(db)

  await sql`UPDATE roles SET rights = json_insert(rights, '$[#]', 'clients.merge')
    WHERE key IN ('owner', 'manager')
      AND NOT EXISTS (SELECT 1 FROM json_each(roles.rights) WHERE value = 'clients.merge')`.execute(db)
}
