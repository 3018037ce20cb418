import { sql, type Kysely } from 'kysely'

/** Views of lists, one's own and everybody's, and the right to make those that everybody has. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`CREATE TABLE views (
    id INTEGER PRIMARY KEY,
    list TEXT NOT NULL,
    name TEXT NOT NULL,
    folded TEXT NOT NULL,
    user_id INTEGER NOT NULL REFERENCES users(id),
    shared INTEGER NOT NULL CHECK (shared IN (0, 1)),
    content TEXT NOT NULL,
    changed_at INTEGER NOT NULL
  ) STRICT`.execute(db)
  // A name stands once among everybody's views of a list, and once among each person's own.
  await sql`CREATE UNIQUE INDEX views_shared ON views(list, folded) WHERE shared = 1`.execute(db)
  await sql`CREATE UNIQUE INDEX views_own ON views(user_id, list, folded) WHERE shared = 0`.execute(db)

  // With which view a list begins for a person.
  await sql`CREATE TABLE view_firsts (
    user_id INTEGER NOT NULL REFERENCES users(id),
    list TEXT NOT NULL,
    view_id INTEGER NOT NULL REFERENCES views(id) ON DELETE CASCADE,
    PRIMARY KEY (user_id, list)
  ) STRICT, WITHOUT ROWID`.execute(db)
  await sql`CREATE INDEX view_firsts_by_view ON view_firsts(view_id)`.execute(db)

  await sql`UPDATE roles SET rights = json_insert(rights, '$[#]', 'views.share')
    WHERE key IN ('owner', 'manager')
      AND NOT EXISTS (SELECT 1 FROM json_each(roles.rights) WHERE value = 'views.share')`.execute(db)
}
