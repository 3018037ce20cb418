import { sql, type Kysely } from 'kysely'

/** How well calls are held: checklists, scores given by them, and moments of calls that are marked. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`CREATE TABLE quality_checklists (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL,
    folded TEXT NOT NULL UNIQUE,
    retired_at INTEGER
  ) STRICT`.execute(db)

  // questions: JSON. Never changed: other questions are another version, the latest is the one in use.
  await sql`CREATE TABLE quality_versions (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    checklist_id INTEGER NOT NULL REFERENCES quality_checklists(id),
    questions TEXT NOT NULL,
    at INTEGER NOT NULL
  ) STRICT`.execute(db)
  await sql`CREATE INDEX quality_versions_of_checklist ON quality_versions(checklist_id, id)`.execute(db)

  // user_id: who had the call when it was scored. result: hundredths of a percent.
  await sql`CREATE TABLE quality_scores (
    call_id INTEGER PRIMARY KEY REFERENCES calls(id) ON DELETE CASCADE,
    version_id INTEGER NOT NULL REFERENCES quality_versions(id),
    user_id INTEGER REFERENCES users(id),
    started_at INTEGER NOT NULL,
    answers TEXT NOT NULL,
    words TEXT NOT NULL,
    result INTEGER NOT NULL CHECK (result BETWEEN 0 AND 10000),
    by_id INTEGER NOT NULL REFERENCES users(id),
    at INTEGER NOT NULL,
    revision INTEGER NOT NULL,
    removed_at INTEGER
  ) STRICT`.execute(db)
  await sql`CREATE INDEX quality_scores_by_time ON quality_scores(started_at, call_id) WHERE removed_at IS NULL`.execute(
    db,
  )

  await sql`CREATE TABLE quality_marks (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    call_id INTEGER NOT NULL REFERENCES calls(id) ON DELETE CASCADE,
    user_id INTEGER REFERENCES users(id),
    started_at INTEGER NOT NULL,
    second INTEGER NOT NULL,
    words TEXT NOT NULL,
    by_id INTEGER NOT NULL REFERENCES users(id),
    at INTEGER NOT NULL,
    removed_at INTEGER
  ) STRICT`.execute(db)
  await sql`CREATE INDEX quality_marks_of_call ON quality_marks(call_id, second)`.execute(db)
  await sql`CREATE INDEX quality_marks_by_time ON quality_marks(started_at) WHERE removed_at IS NULL`.execute(
    db,
  )
}
