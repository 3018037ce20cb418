import { sql, type Kysely } from 'kysely'

/** Everything more a card holds, and the lists and fields that the office itself says what can stand in. */
export async function up(db: Kysely<unknown>): Promise<void> {
  // One table for every list of the office; the statuses were the first, and clients go on naming them.
  await sql`ALTER TABLE client_statuses RENAME TO list_entries`.execute(db)
  await sql`ALTER TABLE list_entries ADD COLUMN list TEXT NOT NULL DEFAULT 'status'`.execute(db)
  // Names by language, as JSON, where the office gave more than one.
  await sql`ALTER TABLE list_entries ADD COLUMN names TEXT NOT NULL DEFAULT '{}'`.execute(db)
  await sql`ALTER TABLE list_entries ADD COLUMN retired_at INTEGER`.execute(db)
  await sql`CREATE INDEX list_entries_in_order ON list_entries(list, position, id)`.execute(db)

  // clients: as JSON the ids of those that had the entry and now have the other one, for taking the merge back.
  await sql`CREATE TABLE list_merges (
    id INTEGER PRIMARY KEY,
    at INTEGER NOT NULL,
    user_id INTEGER REFERENCES users(id),
    entry_id INTEGER NOT NULL REFERENCES list_entries(id),
    into_id INTEGER NOT NULL REFERENCES list_entries(id),
    clients TEXT NOT NULL,
    undone_at INTEGER
  ) STRICT`.execute(db)

  // relations: as JSON the kinds of counterparty that have the field; none means all.
  await sql`CREATE TABLE custom_fields (
    id INTEGER PRIMARY KEY,
    type TEXT NOT NULL CHECK (type IN ('text', 'number', 'money', 'date', 'choice', 'yes-no', 'link')),
    name TEXT NOT NULL,
    names TEXT NOT NULL DEFAULT '{}',
    relations TEXT NOT NULL DEFAULT '[]',
    required INTEGER NOT NULL DEFAULT 0,
    position INTEGER NOT NULL,
    retired_at INTEGER
  ) STRICT`.execute(db)

  await sql`ALTER TABLE clients ADD COLUMN category_id INTEGER REFERENCES list_entries(id)`.execute(db)
  await sql`ALTER TABLE clients ADD COLUMN source_id INTEGER REFERENCES list_entries(id)`.execute(db)
  await sql`ALTER TABLE clients ADD COLUMN price_list_id INTEGER REFERENCES list_entries(id)`.execute(db)
  // Hundredths of a percent.
  await sql`ALTER TABLE clients ADD COLUMN discount INTEGER`.execute(db)
  await sql`ALTER TABLE clients ADD COLUMN bonus_card TEXT`.execute(db)
  // Minor units of its currency.
  await sql`ALTER TABLE clients ADD COLUMN credit_limit INTEGER`.execute(db)
  await sql`ALTER TABLE clients ADD COLUMN credit_currency TEXT`.execute(db)
  // YYYY-MM-DD, or --MM-DD where nobody knows the year.
  await sql`ALTER TABLE clients ADD COLUMN birthday TEXT`.execute(db)
  // Values of custom fields by their id, as JSON.
  await sql`ALTER TABLE clients ADD COLUMN custom TEXT NOT NULL DEFAULT '{}'`.execute(db)
  await sql`CREATE INDEX clients_by_bonus_card ON clients(bonus_card) WHERE bonus_card IS NOT NULL`.execute(
    db,
  )

  await sql`ALTER TABLE client_addresses ADD COLUMN language TEXT`.execute(db)

  // Of which lists a client can be in several entries: the kinds of counterparty that it counts as, and its groups.
  await sql`CREATE TABLE client_marks (
    client_id INTEGER NOT NULL REFERENCES clients(id),
    entry_id INTEGER NOT NULL REFERENCES list_entries(id),
    PRIMARY KEY (client_id, entry_id)
  ) STRICT, WITHOUT ROWID`.execute(db)
  await sql`CREATE INDEX client_marks_by_entry ON client_marks(entry_id, client_id)`.execute(db)

  await sql`CREATE TABLE client_links (
    client_id INTEGER NOT NULL REFERENCES clients(id),
    kind TEXT NOT NULL CHECK (kind IN ('messenger', 'social')),
    position INTEGER NOT NULL,
    network TEXT NOT NULL,
    address TEXT NOT NULL,
    PRIMARY KEY (client_id, kind, position)
  ) STRICT, WITHOUT ROWID`.execute(db)

  // The note of a card in other languages than the one it was first written in.
  await sql`CREATE TABLE client_notes (
    client_id INTEGER NOT NULL REFERENCES clients(id),
    position INTEGER NOT NULL,
    text TEXT NOT NULL,
    language TEXT NOT NULL,
    PRIMARY KEY (client_id, position)
  ) STRICT, WITHOUT ROWID`.execute(db)

  // An empty list: all of them.
  await sql`ALTER TABLE roles ADD COLUMN only_relations TEXT NOT NULL DEFAULT '[]'`.execute(db)
  await sql`UPDATE roles SET rights = json_insert(rights, '$[#]', 'lists.edit') WHERE key = 'owner'`.execute(
    db,
  )

  // An office that is older than these lists begins with the same entries as a new one; all it had were clients.
  await sql`INSERT INTO list_entries (list, key, name, tone, position)
    SELECT value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4 FROM json_each(${ready})
    WHERE EXISTS (SELECT 1 FROM list_entries)`.execute(db)
  await sql`INSERT INTO client_marks (client_id, entry_id)
    SELECT clients.id, list_entries.id FROM clients, list_entries WHERE key = 'relation.client'`.execute(db)
}

const ready = JSON.stringify([
  ['relation', 'relation.client', 'client', 'neutral', 0],
  ['relation', 'relation.supplier', 'supplier', 'info', 1],
  ['relation', 'relation.contractor', 'contractor', 'info', 2],
  ['relation', 'relation.partner', 'partner', 'good', 3],
  ['category', 'category.key', 'key', 'good', 0],
  ['category', 'category.regular', 'regular', 'neutral', 1],
  ['category', 'category.occasional', 'occasional', 'neutral', 2],
  ['source', 'source.recommended', 'recommended', 'neutral', 0],
  ['source', 'source.passing', 'passing', 'neutral', 1],
  ['source', 'source.search', 'search', 'neutral', 2],
  ['source', 'source.social', 'social', 'neutral', 3],
  ['source', 'source.advertising', 'advertising', 'neutral', 4],
  ['source', 'source.fair', 'fair', 'neutral', 5],
  ['price', 'price.retail', 'retail', 'neutral', 0],
  ['price', 'price.wholesale', 'wholesale', 'neutral', 1],
])
