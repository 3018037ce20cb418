import { sql, type Kysely } from 'kysely'

/** Documents that are posted, the journal and the stock that they move, and the balances that posting keeps beside them. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`CREATE TABLE warehouses (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL
  ) STRICT`.execute(db)
  await sql`CREATE TABLE items (
    id INTEGER PRIMARY KEY,
    kind TEXT NOT NULL CHECK (kind IN ('goods', 'service', 'set')),
    name TEXT NOT NULL
  ) STRICT`.execute(db)

  // content: as JSON the document as it was posted. undoes: the one that this one takes back.
  await sql`CREATE TABLE documents (
    id INTEGER PRIMARY KEY,
    kind TEXT NOT NULL,
    day TEXT NOT NULL,
    at INTEGER NOT NULL,
    user_id INTEGER REFERENCES users(id),
    content TEXT NOT NULL,
    undoes INTEGER UNIQUE REFERENCES documents(id)
  ) STRICT`.execute(db)
  await sql`CREATE INDEX documents_by_day ON documents(day, id)`.execute(db)

  // amount: above zero a debit, below a credit, in minor units.
  await sql`CREATE TABLE journal_entries (
    document_id INTEGER NOT NULL REFERENCES documents(id),
    position INTEGER NOT NULL,
    day TEXT NOT NULL,
    account TEXT NOT NULL,
    counterparty_id INTEGER REFERENCES clients(id),
    currency TEXT NOT NULL,
    amount INTEGER NOT NULL,
    PRIMARY KEY (document_id, position)
  ) STRICT, WITHOUT ROWID`.execute(db)
  await sql`CREATE INDEX journal_entries_of_account ON journal_entries(account, day)`.execute(db)
  await sql`CREATE INDEX journal_entries_of_counterparty ON journal_entries(counterparty_id, account, day)
    WHERE counterparty_id IS NOT NULL`.execute(db)

  // What each month brought to each account, so that no report adds up history. counterparty: 0 for nobody.
  await sql`CREATE TABLE account_months (
    account TEXT NOT NULL,
    counterparty INTEGER NOT NULL,
    currency TEXT NOT NULL,
    month TEXT NOT NULL,
    debit INTEGER NOT NULL,
    credit INTEGER NOT NULL,
    PRIMARY KEY (account, counterparty, currency, month)
  ) STRICT, WITHOUT ROWID`.execute(db)

  // quantity in thousandths, value in minor units of the office's currency; both with their sign.
  await sql`CREATE TABLE stock_moves (
    document_id INTEGER NOT NULL REFERENCES documents(id),
    position INTEGER NOT NULL,
    day TEXT NOT NULL,
    item_id INTEGER NOT NULL REFERENCES items(id),
    warehouse_id INTEGER NOT NULL REFERENCES warehouses(id),
    quantity INTEGER NOT NULL,
    value INTEGER NOT NULL,
    source TEXT NOT NULL,
    PRIMARY KEY (document_id, position)
  ) STRICT, WITHOUT ROWID`.execute(db)
  await sql`CREATE INDEX stock_moves_of_item ON stock_moves(item_id, warehouse_id, day)`.execute(db)

  // What lies where. layers: as JSON, the oldest first (app/accounting/holding.ts).
  await sql`CREATE TABLE stock_held (
    item_id INTEGER NOT NULL REFERENCES items(id),
    warehouse_id INTEGER NOT NULL REFERENCES warehouses(id),
    quantity INTEGER NOT NULL,
    value INTEGER NOT NULL,
    layers TEXT NOT NULL,
    owed_quantity INTEGER NOT NULL,
    owed_value INTEGER NOT NULL,
    last_quantity INTEGER NOT NULL,
    last_value INTEGER NOT NULL,
    PRIMARY KEY (item_id, warehouse_id)
  ) STRICT, WITHOUT ROWID`.execute(db)

  // One row once a period was closed: the last day of it.
  await sql`CREATE TABLE closed_period (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    until TEXT NOT NULL
  ) STRICT`.execute(db)
}
