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
  /** Beside the base, at the other place, or both. */
  places: z.array(z.enum(['here', 'elsewhere'])).min(1),
})
export type Backup = z.infer<typeof backup>

/** When backups are made by themselves, how many of those are kept, and where copies of all of them go. */
export const backupPlan = z.object({
  /** Sunday is 0. */
  days: z.array(z.number().int().min(0).max(6)).min(1).max(7),
  /** By the clock of the office's own computer. */
  times: z
    .array(z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/))
    .min(1)
    .max(6),
  /** The newest of so many days, weeks and months that have one. */
  keep: z.object({
    days: z.number().int().min(1).max(90),
    weeks: z.number().int().min(0).max(104),
    months: z.number().int().min(0).max(120),
  }),
  /** A folder of the office's own computer, best on another disk. */
  copyTo: z.string().trim().min(1).max(500).nullable(),
})
export type BackupPlan = z.infer<typeof backupPlan>

/** How the other place stands: `away` when its disk is not there. */
export const otherPlace = z.object({
  state: z.enum(['none', 'fine', 'away', 'full', 'failed']),
  /** When the last copy arrived there whole. */
  copiedAt: z.number().nullable(),
  /** Bytes. */
  free: z.number().nullable(),
})
export type OtherPlace = z.infer<typeof otherPlace>

export const backups = {
  /** Newest first. */
  list: read('backups.make').output(z.array(backup)),
  make: task('backups.make').output(backup),
  /** Opens and reads one once more. Throws BACKUP_DAMAGED. */
  verify: task('backups.make')
    .input(z.object({ name: z.string().max(200) }))
    .output(backup),
  /** Everybody is signed out; the base as it was is kept as a backup of its own. */
  restore: task('backups.restore')
    .input(z.object({ name: z.string().max(200) }))
    .output(z.null()),
  plan: read('backups.make').output(z.object({ plan: backupPlan, nextAt: z.number(), place: otherPlace })),
  /** Throws PLACE_UNUSABLE. */
  savePlan: task('backups.restore').input(backupPlan).output(z.null()),
}
