import { sql, type Kysely } from 'kysely'

/** What was done to many clients at once, with what each had before, so that it can be taken back. */
export async function up(db: Kysely<unknown>): Promise<void> {
  // act: as JSON what was done.
  await sql`CREATE TABLE mass_changes (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    at INTEGER NOT NULL,
    user_id INTEGER REFERENCES users(id),
    seat TEXT NOT NULL,
    act TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('running', 'done', 'stopped', 'undoing', 'undone')),
    found INTEGER NOT NULL
  ) STRICT`.execute(db)
  await sql`CREATE INDEX mass_changes_under_way ON mass_changes(state) WHERE state IN ('running', 'undoing')`.execute(
    db,
  )
  // revision: of the client after the change; before: as JSON the value the field had.
  await sql`CREATE TABLE mass_change_clients (
    client_id INTEGER NOT NULL REFERENCES clients(id),
    mass_id INTEGER NOT NULL REFERENCES mass_changes(id),
    revision INTEGER NOT NULL,
    before TEXT NOT NULL,
    undone_at INTEGER,
    PRIMARY KEY (client_id, mass_id)
  ) STRICT, WITHOUT ROWID`.execute(db)
  await sql`CREATE INDEX mass_change_clients_of_change ON mass_change_clients(mass_id, client_id)`.execute(db)
}
