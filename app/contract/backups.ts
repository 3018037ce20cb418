import { z } from 'zod'
import { read, task } from './procedure.ts'

export const backup = z.object({
  /** File name within the backups folder. */
  name: z.string(),
  at: z.number(),
  /** Bytes. */
  size: z.number(),
  /** Opened, checked and counted after it was made. */
  verified: z.boolean(),
  reason: z.enum(['daily', 'by-hand', 'before-migration', 'before-restore']),
})
export type Backup = z.infer<typeof backup>

export const backups = {
  list: read('backups.make').output(z.array(backup)),
  make: task('backups.make').output(backup),
  /** Everybody is signed out; the base as it was is kept as a backup of its own. */
  restore: task('backups.restore')
    .input(z.object({ name: z.string().max(200) }))
    .output(z.null()),
}
