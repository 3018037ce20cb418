import { sql, type Kysely } from 'kysely'

/** How far a merge of two list entries is, so that what a crash broke off is brought to its end at the next start. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`ALTER TABLE list_merges ADD COLUMN state TEXT NOT NULL DEFAULT 'merged'
    CHECK (state IN ('begun', 'merging', 'merged', 'undoing', 'undone'))`.execute(db)
  await sql`UPDATE list_merges SET state = 'undone' WHERE undone_at IS NOT NULL`.execute(db)
  // What followed the entry, roles and fields so far, has target groups and views beside them from now on.
  await sql`UPDATE list_merges SET clients = json_set(
    clients, '$.limits.targets', json('[]'), '$.limits.views', json('[]'))`.execute(db)
}
