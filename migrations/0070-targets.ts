import { sql, type Kysely } from 'kysely'

/** Target groups: criteria kept under a name, and the right to make those that everybody has. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`CREATE TABLE targets (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    folded TEXT NOT NULL,
    user_id INTEGER NOT NULL REFERENCES users(id),
    shared INTEGER NOT NULL CHECK (shared IN (0, 1)),
    criteria TEXT NOT NULL,
    changed_at INTEGER NOT NULL
  ) STRICT`.execute(db)
  // A name stands once among everybody's, and once among each person's own.
  await sql`CREATE UNIQUE INDEX targets_shared ON targets(folded) WHERE shared = 1`.execute(db)
  await sql`CREATE UNIQUE INDEX targets_own ON targets(user_id, folded) WHERE shared = 0`.execute(db)

  await sql`UPDATE roles SET rights = json_insert(rights, '$[#]', 'targets.share')
    WHERE key IN ('owner', 'manager', 'marketer')
      AND NOT EXISTS (SELECT 1 FROM json_each(roles.rights) WHERE value = 'targets.share')`.execute(db)
}
