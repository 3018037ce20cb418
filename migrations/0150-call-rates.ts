import { sql, type Kysely } from 'kysely'

/** What calls cost: tables of prices by the beginning of the number. */
export async function up(db: Kysely<unknown>): Promise<void> {
  // line: '' for every line. monthly: minor units of the currency. Removed ones stay: calls name their rates.
  await sql`CREATE TABLE rate_tables (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL,
    folded TEXT NOT NULL,
    connection_id INTEGER REFERENCES pbx_connections(id),
    line TEXT NOT NULL,
    direction TEXT NOT NULL CHECK (direction IN ('outgoing', 'incoming')),
    currency TEXT NOT NULL,
    valid_from TEXT NOT NULL,
    monthly INTEGER NOT NULL CHECK (monthly >= 0),
    allowed INTEGER NOT NULL CHECK (allowed IN (0, 1)),
    removed_at INTEGER
  ) STRICT`.execute(db)
  await sql`CREATE UNIQUE INDEX rate_tables_names ON rate_tables(folded, valid_from) WHERE removed_at IS NULL`.execute(
    db,
  )

  // A file of rates that was taken in, so that it can be taken back.
  await sql`CREATE TABLE rate_imports (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    table_id INTEGER NOT NULL REFERENCES rate_tables(id),
    at INTEGER NOT NULL,
    user_id INTEGER REFERENCES users(id),
    undone_at INTEGER
  ) STRICT`.execute(db)

  // price, connection, least: thousandths of a minor unit. from_minute, until_minute: of the day; both or none.
  // added_by, removed_by: the import that brought it or took it out.
  await sql`CREATE TABLE rates (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    table_id INTEGER NOT NULL REFERENCES rate_tables(id),
    prefix TEXT NOT NULL,
    name TEXT NOT NULL,
    per TEXT NOT NULL CHECK (per IN ('minute', 'call')),
    price INTEGER NOT NULL CHECK (price >= 0),
    connection INTEGER NOT NULL CHECK (connection >= 0),
    least INTEGER NOT NULL CHECK (least >= 0),
    free_seconds INTEGER NOT NULL CHECK (free_seconds >= 0),
    first_step INTEGER NOT NULL CHECK (first_step > 0),
    next_step INTEGER NOT NULL CHECK (next_step > 0),
    days TEXT NOT NULL CHECK (days IN ('all', 'workdays', 'weekend')),
    from_minute INTEGER,
    until_minute INTEGER,
    changed_at INTEGER NOT NULL,
    added_by INTEGER REFERENCES rate_imports(id),
    removed_by INTEGER REFERENCES rate_imports(id),
    removed_at INTEGER
  ) STRICT`.execute(db)
  // Of one table one rate for the same calls.
  await sql`CREATE UNIQUE INDEX rates_of_table
    ON rates(table_id, prefix, days, ifnull(from_minute, -1), ifnull(until_minute, -1))
    WHERE removed_at IS NULL`.execute(db)
  await sql`CREATE INDEX rates_by_import ON rates(added_by) WHERE added_by IS NOT NULL`.execute(db)
  await sql`CREATE INDEX rates_taken_by_import ON rates(removed_by) WHERE removed_by IS NOT NULL`.execute(db)
}
