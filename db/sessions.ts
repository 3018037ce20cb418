import type { Reading, Writing } from './tables.ts'

export interface SessionRow {
  tokenHash: string
  userId: number
  seat: string
  createdAt: number
  seenAt: number
}

export async function readSessions(base: Reading): Promise<SessionRow[]> {
  const rows = await base.selectFrom('sessions').selectAll().execute()
  return rows.map((row) => ({
    tokenHash: row.token_hash,
    userId: row.user_id,
    seat: row.seat,
    createdAt: row.created_at,
    seenAt: row.seen_at,
  }))
}

export async function insertSession(trx: Writing, session: SessionRow): Promise<void> {
  const { tokenHash, userId, seat, createdAt, seenAt } = session
  await trx
    .insertInto('sessions')
    .values({ token_hash: tokenHash, user_id: userId, seat, created_at: createdAt, seen_at: seenAt })
    .execute()
}

export async function touchSession(trx: Writing, tokenHash: string, seenAt: number): Promise<void> {
  await trx.updateTable('sessions').set({ seen_at: seenAt }).where('token_hash', '=', tokenHash).execute()
}

export async function deleteSessions(trx: Writing, tokenHashes: readonly string[]): Promise<void> {
  if (tokenHashes.length > 0)
    await trx
      .deleteFrom('sessions')
      .where('token_hash', 'in', [...tokenHashes])
      .execute()
}

/** Everybody is out. */
export async function deleteAllSessions(trx: Writing): Promise<void> {
  await trx.deleteFrom('sessions').execute()
}

/** Tries so far of a name or computer, and when the last was. */
export async function readFailures(
  base: Reading,
  subjects: readonly string[],
): Promise<{ subject: string; count: number; last_at: number }[]> {
  return base
    .selectFrom('sign_in_failures')
    .selectAll()
    .where('subject', 'in', [...subjects])
    .execute()
}

export async function addFailure(trx: Writing, subject: string, at: number): Promise<void> {
  await trx
    .insertInto('sign_in_failures')
    .values({ subject, count: 1, last_at: at })
    .onConflict((conflict) =>
      conflict
        .column('subject')
        .doUpdateSet((eb) => ({ count: eb('sign_in_failures.count', '+', 1), last_at: at })),
    )
    .execute()
}

export async function clearFailures(trx: Writing, subjects: readonly string[]): Promise<void> {
  await trx
    .deleteFrom('sign_in_failures')
    .where('subject', 'in', [...subjects])
    .execute()
}

/** Of names nobody has, too: they would pile up. */
export async function forgetFailures(trx: Writing, before: number): Promise<void> {
  await trx.deleteFrom('sign_in_failures').where('last_at', '<', before).execute()
}
