import type { BackupPlan } from '../../../app/contract/backups.ts'
import { changesBetween } from '../changes.ts'
import { writeAs } from '../perform.ts'
import type { Services } from '../work.ts'

export const backups: Services<'backups'> = {
  list: async ({ office }) => office.backups.list(),

  async make({ office, write }) {
    const backup = await office.backups.make('by-hand')
    await write(async ({ log }) =>
      log({ changes: [{ field: 'backup.name', before: null, after: backup.name }] }),
    )
    return backup
  },

  verify: ({ office }, { name }) => office.backups.verify(name),

  plan: ({ office }) => office.backups.planned(),

  async savePlan({ office, write }, plan) {
    const before = office.backups.plan
    await office.backups.savePlan(plan)
    await write(async ({ log }) =>
      log({ changes: changesBetween('backupPlan', inWords(before), inWords(plan)) }),
    )
    return null
  },

  async restore({ office, actor, action }, { name }) {
    await office.backups.restore(name)
    // Written into the base that is now there; its people may be others than the one who restored it.
    await writeAs(office, null, actor.seat, action, async ({ log }) =>
      log({
        changes: [
          { field: 'backup.name', before: null, after: name },
          { field: 'backup.by', before: null, after: actor.name },
        ],
      }),
    )
    return null
  },
}

/** As the log shows it. */
const inWords = ({ days, times, keep, copyTo }: BackupPlan) => ({
  days: [...days].sort(),
  times: [...times].sort(),
  keep: [keep.days, keep.weeks, keep.months],
  copyTo,
})
