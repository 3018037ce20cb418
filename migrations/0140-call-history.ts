import { sql, type Kysely } from 'kysely'

/** Where numbers are from, who calls a missed caller back, and whose calls a merge moved. */
export async function up(db: Kysely<unknown>): Promise<void> {
  // country, city: of the number, from its digits; '' where it was looked up and nothing is known. claimed_by: who said
  // "I call". reminded_at: when somebody was last told that it waits.
  await sql`ALTER TABLE calls ADD COLUMN country TEXT`.execute(db)
  await sql`ALTER TABLE calls ADD COLUMN city TEXT`.execute(db)
  await sql`ALTER TABLE calls ADD COLUMN claimed_by INTEGER REFERENCES users(id)`.execute(db)
  await sql`ALTER TABLE calls ADD COLUMN claimed_at INTEGER`.execute(db)
  await sql`ALTER TABLE calls ADD COLUMN reminded_at INTEGER`.execute(db)
  await sql`CREATE INDEX calls_unplaced ON calls(id) WHERE country IS NULL AND e164 IS NOT NULL`.execute(db)
  await sql`CREATE INDEX calls_noted ON calls(id) WHERE note <> ''`.execute(db)
  await sql`CREATE INDEX calls_waiting_of_number ON calls(ending)
    WHERE missed = 1 AND returned_at IS NULL AND ending <> ''`.execute(db)
  await sql`CREATE INDEX calls_waiting_of_client ON calls(client_id)
    WHERE missed = 1 AND returned_at IS NULL AND client_id IS NOT NULL`.execute(db)
  // Returned in another way than by a call: by the moment at which somebody said so.
  await sql`CREATE INDEX calls_said_returned ON calls(returned_at)
    WHERE missed = 1 AND returned_by_call IS NULL AND returned_at IS NOT NULL`.execute(db)
  await sql`CREATE TABLE client_merge_calls (
    merge_id INTEGER NOT NULL REFERENCES client_merges(id),
    call_id INTEGER NOT NULL REFERENCES calls(id) ON DELETE CASCADE,
    client_id INTEGER NOT NULL,
    PRIMARY KEY (merge_id, call_id)
  ) STRICT, WITHOUT ROWID`.execute(db)
  await sql`CREATE INDEX client_merge_calls_of_call ON client_merge_calls(call_id)`.execute(db)
}
