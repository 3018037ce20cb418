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
