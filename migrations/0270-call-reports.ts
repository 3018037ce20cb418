import { sql, type Kysely } from 'kysely'

/** What reports on a month of calls read, so that they read nothing else: a million calls lie in the base by then. */
export async function up(db: Kysely<unknown>): Promise<void> {
  // Costs as before; what employees did and how norms were held now too.
  await sql`DROP INDEX calls_billing`.execute(db)
  await sql`CREATE INDEX calls_billing ON calls(
      started_at, direction, user_id, client_id, connection_id, line, rate_id, cost_currency, cost, talk_ms,
      billed_seconds, outcome, missed, wait_ms, ended_at, returned_at
    ) WHERE outcome IS NOT NULL AND direction <> 'internal'`.execute(db)
  await sql`CREATE INDEX calls_returned ON calls(returned_at, returned_by)
    WHERE missed = 1 AND returned_by IS NOT NULL`.execute(db)
  await sql`DROP INDEX call_people_of_call`.execute(db)
  await sql`CREATE INDEX call_people_of_call ON call_people(call_id, rang, had)`.execute(db)
}
