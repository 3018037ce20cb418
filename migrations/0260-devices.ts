import { sql, type Kysely } from 'kysely'

/** Devices of the office, and the rights to set them up and to use them. */
export async function up(db: Kysely<unknown>): Promise<void> {
  // settings: JSON, by kind.
  await sql`CREATE TABLE devices (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL,
    kind TEXT NOT NULL,
    settings TEXT NOT NULL,
    enabled INTEGER NOT NULL,
    removed_at INTEGER
  ) STRICT`.execute(db)

  await sql`UPDATE roles SET rights = json_insert(rights, '$[#]', 'devices.edit')
    WHERE key = 'owner'`.execute(db)
  await sql`UPDATE roles SET rights = json_insert(rights, '$[#]', 'devices.use')
    WHERE key IN ('owner', 'manager', 'cashier', 'storekeeper')`.execute(db)
}
