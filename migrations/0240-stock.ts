import { sql, type Kysely } from 'kysely'

/** Branches and warehouses, documents that are being written, stock-takes; and by what posted documents are found. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`CREATE TABLE branches (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    folded TEXT NOT NULL UNIQUE
  ) STRICT`.execute(db)
  await sql`ALTER TABLE warehouses ADD COLUMN folded TEXT NOT NULL DEFAULT ''`.execute(db)
  await sql`ALTER TABLE warehouses ADD COLUMN branch_id INTEGER REFERENCES branches(id)`.execute(db)
  await sql`ALTER TABLE warehouses ADD COLUMN retired_at INTEGER`.execute(db)

  // What lists of documents show and look for; all of it follows from the content. total: minor units of the currency.
  await sql`ALTER TABLE documents ADD COLUMN warehouse_id INTEGER REFERENCES warehouses(id)`.execute(db)
  await sql`ALTER TABLE documents ADD COLUMN into_id INTEGER REFERENCES warehouses(id)`.execute(db)
  await sql`ALTER TABLE documents ADD COLUMN counterparty_id INTEGER REFERENCES clients(id)`.execute(db)
  await sql`ALTER TABLE documents ADD COLUMN currency TEXT`.execute(db)
  await sql`ALTER TABLE documents ADD COLUMN total INTEGER`.execute(db)
  await sql`ALTER TABLE documents ADD COLUMN note TEXT NOT NULL DEFAULT ''`.execute(db)
  await sql`CREATE INDEX documents_of_counterparty ON documents(counterparty_id, day)
    WHERE counterparty_id IS NOT NULL`.execute(db)
  // What came and went since a day, of everything, without reading the moves before it.
  await sql`CREATE INDEX stock_moves_by_day ON stock_moves(day, warehouse_id, item_id, quantity, value)`.execute(
    db,
  )

  // content: JSON, as it stands in the window; nothing of it is posted.
  await sql`CREATE TABLE document_drafts (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    content TEXT NOT NULL,
    user_id INTEGER NOT NULL REFERENCES users(id),
    at INTEGER NOT NULL,
    revision INTEGER NOT NULL
  ) STRICT`.execute(db)

  // document_id: with which the differences were posted. Neither posted nor given up: it goes on.
  await sql`CREATE TABLE stock_takes (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    warehouse_id INTEGER NOT NULL REFERENCES warehouses(id),
    started_at INTEGER NOT NULL,
    user_id INTEGER NOT NULL REFERENCES users(id),
    note TEXT NOT NULL,
    document_id INTEGER REFERENCES documents(id),
    posted_at INTEGER,
    given_up_at INTEGER
  ) STRICT`.execute(db)
  await sql`CREATE UNIQUE INDEX stock_takes_going_on ON stock_takes(warehouse_id)
    WHERE posted_at IS NULL AND given_up_at IS NULL`.execute(db)
  // What should be there, as it was when the counting began.
  await sql`CREATE TABLE stock_take_expected (
    take_id INTEGER NOT NULL REFERENCES stock_takes(id),
    item_id INTEGER NOT NULL REFERENCES items(id),
    quantity INTEGER NOT NULL,
    value INTEGER NOT NULL,
    PRIMARY KEY (take_id, item_id)
  ) STRICT, WITHOUT ROWID`.execute(db)
  // One line for each time somebody counted something; what an item comes to is their sum.
  await sql`CREATE TABLE stock_take_counts (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    take_id INTEGER NOT NULL REFERENCES stock_takes(id),
    item_id INTEGER NOT NULL REFERENCES items(id),
    quantity INTEGER NOT NULL,
    sitting TEXT NOT NULL,
    user_id INTEGER NOT NULL REFERENCES users(id),
    at INTEGER NOT NULL
  ) STRICT`.execute(db)
  await sql`CREATE INDEX stock_take_counts_of_item ON stock_take_counts(take_id, item_id, quantity)`.execute(
    db,
  )

  // The rights that come with it, for the roles that offices began with.
  const given: Record<string, readonly string[]> = {
    owner: ['stock.see', 'stock.edit', 'stock.count', 'journal.see', 'journal.close', 'warehouses.edit'], // prettier-ignore
    manager: ['stock.see', 'stock.edit', 'stock.count', 'journal.see', 'warehouses.edit'],
    cashier: ['stock.see'],
    storekeeper: ['stock.see', 'stock.edit', 'stock.count'],
    accountant: ['stock.see', 'journal.see', 'journal.close'],
  }
  for (const [role, rights] of Object.entries(given))
    for (const right of rights)
      await sql`UPDATE roles SET rights = json_insert(rights, '$[#]', ${right}) WHERE key = ${role}`.execute(
        db,
      )
}
