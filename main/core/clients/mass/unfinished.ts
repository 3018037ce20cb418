import type { Connection } from '../../../../db/connection.ts'
import { readMass, readMassUnderWay, setMassState } from '../../../../db/clients/mass.ts'
import { insertOperations } from '../../../../db/log.ts'
import { logged } from './acts.ts'

/** What a power cut or crash broke off: what was changed until then stays, stands in the log, and can be taken back. */
export async function closeUnfinishedMass({ kysely }: Connection, at: number): Promise<void> {
  for (const { id, seat, user_id: userId } of await readMassUnderWay(kysely)) {
    // eslint-disable-next-line no-await-in-loop -- one connection
    await kysely.transaction().execute(async (trx) => {
      const row = await readMass(trx, id)
      await setMassState(trx, id, 'stopped')
      if (!row || row.changed === 0) return
      await insertOperations(trx, [
        {
          at,
          userId,
          seat,
          action: 'mass.run',
          subject: { type: 'mass', id, name: '' },
          changes: [
            logged(row.act, null, row.at),
            { field: 'mass.changed', before: null, after: row.changed },
            { field: 'mass.stopped', before: null, after: true },
          ],
        },
      ])
    })
  }
}
