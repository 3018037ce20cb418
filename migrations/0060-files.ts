import { sql, type Kysely } from 'kysely'

/** Photos and files of clients. The bytes lie beside the base, named by their SHA-256; the base holds the names. */
export async function up(db: Kysely<unknown>): Promise<void> {
  // SHA-256 of the picture. Few have one: what is asked for all of them reads this index.
  await sql`ALTER TABLE clients ADD COLUMN photo TEXT`.execute(db)
  await sql`CREATE INDEX clients_with_photo ON clients(photo) WHERE photo IS NOT NULL`.execute(db)

  // type: as the bytes say, not as the name does. An id is never given twice: the log names files by it.
  await sql`CREATE TABLE client_files (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    client_id INTEGER NOT NULL REFERENCES clients(id) ON DELETE CASCADE,
    hash TEXT NOT NULL,
    name TEXT NOT NULL,
    type TEXT NOT NULL,
    size INTEGER NOT NULL,
    at INTEGER NOT NULL,
    user_id INTEGER REFERENCES users(id),
    binned_at INTEGER
  ) STRICT`.execute(db)
  await sql`CREATE INDEX client_files_of_client ON client_files(client_id, id)`.execute(db)
  await sql`CREATE INDEX client_files_by_hash ON client_files(hash)`.execute(db)
}
