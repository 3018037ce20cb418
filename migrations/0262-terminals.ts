import { sql, type Kysely } from 'kysely'

/** What terminals counted: transfers as they came, ready for a stock-take. */
export async function up(db: Kysely<unknown>): Promise<void> {
  // device_id: null where it was counted on a page. fingerprint: what was counted, by which one that is sent again is
  // known. strange: JSON, lines that could not be read.
  await sql`CREATE TABLE terminal_transfers (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    device_id INTEGER REFERENCES devices(id),
    user_id INTEGER REFERENCES users(id),
    at INTEGER NOT NULL,
    name TEXT NOT NULL,
    fingerprint TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('open', 'repeated', 'broken', 'used', 'dropped')),
    strange TEXT NOT NULL,
    cut_off INTEGER NOT NULL
  ) STRICT`.execute(db)
  await sql`CREATE INDEX terminal_transfers_by_fingerprint ON terminal_transfers(fingerprint)`.execute(db)

  // quantity: thousandths.
  await sql`CREATE TABLE terminal_lines (
    transfer_id INTEGER NOT NULL REFERENCES terminal_transfers(id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    barcode TEXT NOT NULL,
    quantity INTEGER NOT NULL,
    PRIMARY KEY (transfer_id, position)
  ) STRICT, WITHOUT ROWID`.execute(db)
}
