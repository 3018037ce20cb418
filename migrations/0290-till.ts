import { sql, type Kysely } from 'kysely'

/** Tills, their shifts, the receipts of sales and returns, and baskets that were put aside. */
export async function up(db: Kysely<unknown>): Promise<void> {
  // most_percent: hundredths of a percent that a cashier takes off by hand.
  await sql`CREATE TABLE tills (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    folded TEXT NOT NULL UNIQUE,
    warehouse_id INTEGER NOT NULL REFERENCES warehouses(id),
    most_percent INTEGER NOT NULL
  ) STRICT`.execute(db)

  // Cash in minor units of the office's currency.
  await sql`CREATE TABLE shifts (
    id INTEGER PRIMARY KEY,
    till_id INTEGER NOT NULL REFERENCES tills(id),
    opened_at INTEGER NOT NULL,
    opened_by INTEGER NOT NULL REFERENCES users(id),
    cash_at_open INTEGER NOT NULL,
    closed_at INTEGER,
    closed_by INTEGER REFERENCES users(id),
    cash_counted INTEGER
  ) STRICT`.execute(db)
  await sql`CREATE UNIQUE INDEX shifts_open ON shifts(till_id) WHERE closed_at IS NULL`.execute(db)

  // total: below zero where goods came back of the receipt in returns_id. content: as JSON what was printed.
  await sql`CREATE TABLE receipts (
    document_id INTEGER PRIMARY KEY REFERENCES documents(id),
    number INTEGER NOT NULL UNIQUE,
    shift_id INTEGER NOT NULL REFERENCES shifts(id),
    at INTEGER NOT NULL,
    user_id INTEGER NOT NULL REFERENCES users(id),
    client_id INTEGER REFERENCES clients(id),
    currency TEXT NOT NULL,
    total INTEGER NOT NULL,
    discount INTEGER NOT NULL,
    returns_id INTEGER REFERENCES receipts(document_id),
    content TEXT NOT NULL
  ) STRICT`.execute(db)
  await sql`CREATE INDEX receipts_of_shift ON receipts(shift_id, number)`.execute(db)
  await sql`CREATE INDEX receipts_of_client ON receipts(client_id, at) WHERE client_id IS NOT NULL`.execute(
    db,
  )
  await sql`CREATE INDEX receipts_returned ON receipts(returns_id) WHERE returns_id IS NOT NULL`.execute(db)

  // What stayed in the till; below zero what was given back.
  await sql`CREATE TABLE receipt_payments (
    document_id INTEGER NOT NULL REFERENCES receipts(document_id),
    kind TEXT NOT NULL,
    amount INTEGER NOT NULL,
    PRIMARY KEY (document_id, kind)
  ) STRICT, WITHOUT ROWID`.execute(db)

  // What came back of which line of a receipt, in thousandths.
  await sql`CREATE TABLE receipt_returns (
    document_id INTEGER NOT NULL REFERENCES receipts(document_id),
    returns_id INTEGER NOT NULL REFERENCES receipts(document_id),
    line INTEGER NOT NULL,
    quantity INTEGER NOT NULL,
    PRIMARY KEY (document_id, line)
  ) STRICT, WITHOUT ROWID`.execute(db)
  await sql`CREATE INDEX receipt_returns_of ON receipt_returns(returns_id, line)`.execute(db)

  await sql`CREATE TABLE held_baskets (
    id INTEGER PRIMARY KEY,
    till_id INTEGER NOT NULL REFERENCES tills(id),
    at INTEGER NOT NULL,
    user_id INTEGER NOT NULL REFERENCES users(id),
    name TEXT NOT NULL,
    content TEXT NOT NULL
  ) STRICT`.execute(db)
  await sql`CREATE INDEX held_baskets_of_till ON held_baskets(till_id, at)`.execute(db)

  for (const [right, roles] of given)
    for (const role of roles)
      await sql`UPDATE roles SET rights = json_insert(rights, '$[#]', ${sql.lit(right)})
        WHERE key = ${sql.lit(role)}
          AND NOT EXISTS (SELECT 1 FROM json_each(roles.rights) WHERE value = ${sql.lit(right)})`.execute(db)
}

/** The rights of the counter, for the roles that offices began with before there was one. */
const given: readonly (readonly [right: string, roles: readonly string[]])[] = [
  ['till.sell', ['owner', 'manager', 'cashier']],
  ['till.return', ['owner', 'manager', 'cashier']],
  ['till.price', ['owner', 'manager']],
  ['till.edit', ['owner', 'manager']],
]
