import type { Reading, Writing } from '../tables.ts'
import type { PrintState } from './tables.ts'

/** What waits for a printer. Moments are milliseconds UTC. */
export interface PrintJob {
  readonly id: number
  readonly deviceId: number
  readonly title: string
  readonly at: number
  readonly bytes: Uint8Array
  readonly notAfter: number | null
}

export async function insertPrintJob(
  trx: Writing,
  job: Omit<PrintJob, 'id'> & { readonly userId: number },
): Promise<number> {
  const { id } = await trx
    .insertInto('print_jobs')
    .values({
      device_id: job.deviceId,
      user_id: job.userId,
      at: job.at,
      title: job.title,
      bytes: Buffer.from(job.bytes),
      state: 'queued',
      not_after: job.notAfter,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

const open = ['queued', 'sending', 'unsure'] as const

/** What has not come out of each printer, or perhaps not, the oldest first; without its bytes. */
export async function readOpenJobs(
  base: Reading,
): Promise<{ id: number; deviceId: number; title: string; at: number; state: (typeof open)[number] }[]> {
  const rows = await base
    .selectFrom('print_jobs')
    .select(['id', 'device_id', 'title', 'at', 'state'])
    .where('state', 'in', open)
    .orderBy('id')
    .limit(500)
    .execute()
  return rows.flatMap(({ id, device_id, title, at, state }) => {
    const known = open.find((one) => one === state)
    return known ? [{ id, deviceId: device_id, title, at, state: known }] : []
  })
}

/** The next job of a printer. */
export async function nextPrintJob(base: Reading, deviceId: number): Promise<PrintJob | undefined> {
  const row = await base
    .selectFrom('print_jobs')
    .selectAll()
    .where('device_id', '=', deviceId)
    .where('state', '=', 'queued')
    .orderBy('id')
    .limit(1)
    .executeTakeFirst()
  return (
    row && {
      id: row.id,
      deviceId: row.device_id,
      title: row.title,
      at: row.at,
      bytes: row.bytes,
      notAfter: row.not_after,
    }
  )
}

/** Moves a job on from one of these states; says whether it was in one, and gives its name and printer. */
export async function movePrintJob(
  trx: Writing,
  id: number,
  from: readonly PrintState[],
  to: PrintState,
): Promise<{ title: string; deviceId: number } | undefined> {
  const row = await trx
    .updateTable('print_jobs')
    .set({ state: to })
    .where('id', '=', id)
    .where('state', 'in', from)
    .returning(['title', 'device_id'])
    .executeTakeFirst()
  return row && { title: row.title, deviceId: row.device_id }
}

/** What was on its way when the program ended may have come out. */
export async function doubtPrintJobs(trx: Writing): Promise<void> {
  await trx.updateTable('print_jobs').set({ state: 'unsure' }).where('state', '=', 'sending').execute()
}

/** Forgets what was printed or let go of before a moment. */
export async function forgetPrintJobs(trx: Writing, before: number): Promise<void> {
  await trx
    .deleteFrom('print_jobs')
    .where('at', '<', before)
    .where('state', 'in', ['printed', 'dropped'])
    .execute()
}
