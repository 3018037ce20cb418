import { sql, type Kysely } from 'kysely'

/** What each call cost and by which rate, what was reckoned anew, and up to how much may be spent. */
export async function up(db: Kysely<unknown>): Promise<void> {
  // cost: thousandths of a minor unit; null where no rate was for the call. costed_at: null until it is reckoned.
  await sql`ALTER TABLE calls ADD COLUMN cost INTEGER`.execute(db)
  await sql`ALTER TABLE calls ADD COLUMN cost_currency TEXT`.execute(db)
  await sql`ALTER TABLE calls ADD COLUMN rate_id INTEGER REFERENCES rates(id)`.execute(db)
  await sql`ALTER TABLE calls ADD COLUMN billed_seconds INTEGER`.execute(db)
  await sql`ALTER TABLE calls ADD COLUMN costed_at INTEGER`.execute(db)
  await sql`CREATE INDEX calls_to_cost ON calls(id) WHERE costed_at IS NULL AND outcome IS NOT NULL`.execute(
    db,
  )
  // An exchange can tell more of a call that has ended: it is reckoned anew.
  await sql`CREATE TRIGGER calls_told_again AFTER UPDATE OF talk_ms, line, direction, e164, number ON calls
    WHEN new.costed_at IS NOT NULL AND (
      old.talk_ms IS NOT new.talk_ms OR old.line IS NOT new.line OR old.direction IS NOT new.direction
      OR old.e164 IS NOT new.e164 OR old.number IS NOT new.number)
    BEGIN UPDATE calls SET costed_at = NULL WHERE id = new.id; END`.execute(db)
  // All that a report on costs asks of a call: it never reads the calls themselves.
  await sql`CREATE INDEX calls_billing ON calls(
      started_at, direction, user_id, client_id, connection_id, line, rate_id, cost_currency, cost, talk_ms,
      billed_seconds
    ) WHERE outcome IS NOT NULL AND direction <> 'internal'`.execute(db)

  // Calls of a stretch of time that were reckoned anew. from_at, to_at: moments, the end left out.
  await sql`CREATE TABLE cost_runs (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    at INTEGER NOT NULL,
    user_id INTEGER REFERENCES users(id),
    seat TEXT NOT NULL,
    from_at INTEGER NOT NULL,
    to_at INTEGER NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('running', 'done', 'stopped', 'undone')),
    changed INTEGER NOT NULL DEFAULT 0
  ) STRICT`.execute(db)
  // What calls had cost before; costed_at: of the call after it, by which a later change is seen.
  await sql`CREATE TABLE cost_run_calls (
    run_id INTEGER NOT NULL REFERENCES cost_runs(id),
    call_id INTEGER NOT NULL REFERENCES calls(id) ON DELETE CASCADE,
    costed_at INTEGER NOT NULL,
    cost INTEGER,
    cost_currency TEXT,
    rate_id INTEGER,
    billed_seconds INTEGER,
    PRIMARY KEY (run_id, call_id)
  ) STRICT, WITHOUT ROWID`.execute(db)

  // What an employee, or a line, may spend in a month. amount: minor units; warn_at: percent of it. tells: JSON, the
  // people who are told.
  await sql`CREATE TABLE call_limits (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    user_id INTEGER REFERENCES users(id),
    line TEXT,
    amount INTEGER NOT NULL CHECK (amount > 0),
    currency TEXT NOT NULL,
    warn_at INTEGER NOT NULL,
    refuses INTEGER NOT NULL CHECK (refuses IN (0, 1)),
    tells TEXT NOT NULL,
    removed_at INTEGER,
    CHECK ((user_id IS NULL) <> (line IS NULL))
  ) STRICT`.execute(db)
  // What was told to whom, once for each limit and month. month: YYYY-MM. spent: minor units.
  await sql`CREATE TABLE call_limit_notices (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    limit_id INTEGER NOT NULL REFERENCES call_limits(id),
    month TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('near', 'over')),
    user_id INTEGER NOT NULL REFERENCES users(id),
    at INTEGER NOT NULL,
    spent INTEGER NOT NULL,
    seen_at INTEGER
  ) STRICT`.execute(db)
  await sql`CREATE UNIQUE INDEX call_limit_notices_once ON call_limit_notices(limit_id, month, kind, user_id)`.execute(
    db,
  )
  await sql`CREATE INDEX call_limit_notices_unseen ON call_limit_notices(user_id) WHERE seen_at IS NULL`.execute(
    db,
  )
}
