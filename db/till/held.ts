import type { Reading, Writing } from '../tables.ts'

/** Returns its id. */
export async function insertHeld(
  trx: Writing,
  { till, at, by, name, content }: { till: number; at: number; by: number; name: string; content: string },
): Promise<number> {
  const made = await trx
    .insertInto('held_baskets')
    .values({ till_id: till, at, user_id: by, name, content })
    .returning('id')
    .executeTakeFirstOrThrow()
  return made.id
}

/** Baskets put aside at a till, the oldest first. */
export const readHeld = (base: Reading, till: number) =>
  base
    .selectFrom('held_baskets')
    .innerJoin('users', 'users.id', 'held_baskets.user_id')
    .select([
      'held_baskets.id',
      'held_baskets.at',
      'users.name as by',
      'held_baskets.name',
      'held_baskets.content',
    ])
    .where('till_id', '=', till)
    .orderBy('held_baskets.at')
    .execute()

/** What was put aside, which is then no longer there. */
export async function takeHeld(trx: Writing, id: number): Promise<string | undefined> {
  const row = await trx
    .deleteFrom('held_baskets')
    .where('id', '=', id)
    .returning('content')
    .executeTakeFirst()
  return row?.content
}
