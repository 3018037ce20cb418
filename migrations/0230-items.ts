import { sql, type Kysely } from 'kysely'

/** What an item is beside its name: groups, units, codes, prices, parts of sets; its index of words; the rights to them. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`CREATE TABLE item_groups (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    parent_id INTEGER REFERENCES item_groups(id),
    name TEXT NOT NULL,
    names TEXT NOT NULL
  ) STRICT`.execute(db)

  // tax: hundredths of a percent. least: how much should lie there, thousandths. characteristics: JSON.
  for (const column of [
    "sort_key TEXT NOT NULL DEFAULT ''",
    'code TEXT',
    'plu INTEGER',
    'group_id INTEGER REFERENCES item_groups(id)',
    'tax INTEGER',
    'least INTEGER',
    'cost INTEGER',
    'cost_currency TEXT',
    "characteristics TEXT NOT NULL DEFAULT '[]'",
    "notes TEXT NOT NULL DEFAULT ''",
    'revision INTEGER NOT NULL DEFAULT 1',
    'created_at INTEGER NOT NULL DEFAULT 0',
    'changed_at INTEGER NOT NULL DEFAULT 0',
    'changed_by INTEGER REFERENCES users(id)',
    'binned_at INTEGER',
  ])
    // eslint-disable-next-line no-await-in-loop -- one connection
    await sql`ALTER TABLE items ADD COLUMN ${sql.raw(column)}`.execute(db)
  await sql`CREATE INDEX items_by_name ON items(sort_key, id) WHERE binned_at IS NULL`.execute(db)
  await sql`CREATE INDEX items_by_code ON items(code) WHERE code IS NOT NULL`.execute(db)
  await sql`CREATE INDEX items_by_plu ON items(plu) WHERE plu IS NOT NULL`.execute(db)
  await sql`CREATE INDEX items_of_group ON items(group_id) WHERE group_id IS NOT NULL`.execute(db)

  await sql`CREATE TABLE item_names (
    item_id INTEGER NOT NULL REFERENCES items(id),
    position INTEGER NOT NULL,
    text TEXT NOT NULL,
    folded TEXT NOT NULL,
    language TEXT,
    PRIMARY KEY (item_id, position)
  ) STRICT, WITHOUT ROWID`.execute(db)
  await sql`CREATE INDEX item_names_folded ON item_names(folded)`.execute(db)

  // The unit at position 0 is the one that stock counts by. factor: thousandths of it.
  await sql`CREATE TABLE item_units (
    item_id INTEGER NOT NULL REFERENCES items(id),
    position INTEGER NOT NULL,
    unit TEXT NOT NULL,
    factor INTEGER NOT NULL,
    PRIMARY KEY (item_id, position)
  ) STRICT, WITHOUT ROWID`.execute(db)

  // key: by which codes are compared (app/items.ts), of a number of goods its fourteen digits.
  await sql`CREATE TABLE item_barcodes (
    item_id INTEGER NOT NULL REFERENCES items(id),
    position INTEGER NOT NULL,
    code TEXT NOT NULL,
    key TEXT NOT NULL,
    unit TEXT NOT NULL,
    PRIMARY KEY (item_id, position)
  ) STRICT, WITHOUT ROWID`.execute(db)
  await sql`CREATE INDEX item_barcodes_by_key ON item_barcodes(key)`.execute(db)

  // What a unit costs by a price list from a day on.
  await sql`CREATE TABLE item_prices (
    item_id INTEGER NOT NULL REFERENCES items(id),
    list_id INTEGER NOT NULL REFERENCES list_entries(id),
    unit TEXT NOT NULL,
    since TEXT NOT NULL,
    amount INTEGER NOT NULL,
    currency TEXT NOT NULL,
    PRIMARY KEY (item_id, list_id, unit, since)
  ) STRICT, WITHOUT ROWID`.execute(db)

  await sql`CREATE TABLE item_parts (
    item_id INTEGER NOT NULL REFERENCES items(id),
    position INTEGER NOT NULL,
    part_id INTEGER NOT NULL REFERENCES items(id),
    quantity INTEGER NOT NULL,
    PRIMARY KEY (item_id, position)
  ) STRICT, WITHOUT ROWID`.execute(db)
  await sql`CREATE INDEX item_parts_of ON item_parts(part_id)`.execute(db)

  await sql`CREATE VIRTUAL TABLE item_search USING fts5(grams, content='', contentless_delete=1, detail='none', tokenize="ascii tokenchars '_@'")`.execute(
    db,
  )

  const given = {
    'items.see': ['owner', 'manager', 'cashier', 'storekeeper', 'operator', 'accountant', 'marketer'],
    'items.edit': ['owner', 'manager', 'storekeeper'],
    'items.cost': ['owner', 'manager', 'accountant'],
  }
  for (const [right, roles] of Object.entries(given))
    // eslint-disable-next-line no-await-in-loop -- the same
    await sql`UPDATE roles SET rights = json_insert(rights, '$[#]', ${right})
      WHERE key IN (${sql.join(roles)})`.execute(db)
}
