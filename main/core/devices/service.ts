import { readdir } from 'node:fs/promises'
import { deviceProblem, seatName, type TerminalConnection } from '../../../app/devices.ts'
import { Refusal } from '../../../app/errors.ts'
import {
  insertDevice,
  readDevices,
  readSeats,
  setDeviceRemoved,
  updateDevice,
  type DeviceDraft,
} from '../../../db/devices/devices.ts'
import { readOpenJobs } from '../../../db/devices/printJobs.ts'
import { problemOf } from '../../bridges/connection/problems.ts'
import { knownLines } from '../../bridges/connection/serialLines.ts'
import { openSource } from '../../bridges/connection/source.ts'
import { NotPrinted, sendToPrinter } from '../../bridges/printer/sending.ts'
import { changesBetween } from '../changes.ts'
import { note } from '../notebook.ts'
import type { Services, Work } from '../work.ts'
import { usableFormat } from '../terminals/service.ts'
import { outputs } from './outputs.ts'

/** The office's devices. */
export const devices: Services<'devices'> = {
  ...outputs,

  async states({ base, office }) {
    const jobs = await readOpenJobs(base)
    return office.devices.states().map((device) => ({
      ...device,
      jobs: jobs.filter(({ deviceId }) => deviceId === device.id),
    }))
  },

  async all({ base, actor }) {
    const seats = [actor.seat, ...(await readSeats(base))].map(seatName)
    return { devices: await readDevices(base), seats: [...new Set(seats)] }
  },

  async save(work, { id, ...draft }) {
    const { trx, log } = work
    if (draft.kind === 'terminal') usableFormat(draft.settings.format)
    const before = id === undefined ? undefined : (await readDevices(trx)).find((one) => one.id === id)
    if (id !== undefined && !before) throw new Refusal('NOT_FOUND')
    const saved = before?.id ?? (await insertDevice(trx, draft))
    if (before) await updateDevice(trx, saved, draft)
    log({
      subject: { type: 'device', id: saved, name: draft.name },
      changes: changesBetween('device', before ? loggedOf(before) : {}, loggedOf(draft)),
    })
    useAnew(work)
    return { id: saved }
  },

  async remove(work, { id, removed }) {
    const name = await setDeviceRemoved(work.trx, id, removed ? work.at : null)
    if (name === undefined) throw new Refusal('NOT_FOUND')
    work.log({
      subject: { type: 'device', id, name },
      changes: [{ field: 'device.removed', before: !removed, after: removed }],
    })
    useAnew(work)
    return null
  },

  async test({ office }, { id, kind, settings }) {
    const { connection } = settings
    if (id !== undefined && office.devices.stands(id, connection)) return { problem: null }
    try {
      if (kind === 'printer') {
        // Nothing is printed: it is only asked how it is.
        await sendToPrinter({ source: settings.connection, answers: settings.answers }, new Uint8Array())
        return { problem: null }
      }
      if (connection.kind === 'web') return { problem: null }
      if (connection.kind === 'folder') {
        await readdir(connection.path)
        return { problem: null }
      }
      const opened = await openSource(connection, { take: () => undefined })
      opened.close()
      await opened.over
      return { problem: null }
    } catch (error) {
      const problem = error instanceof NotPrinted ? error.problem : problemOf(error)
      return { problem: deviceProblem(problem, connection) }
    }
  },

  async serialLines() {
    return knownLines().catch((error: unknown) => {
      note('warn', 'serial lines', error)
      return []
    })
  },
}

/** What the log says of a device. */
const loggedOf = ({ name, kind, settings, enabled }: DeviceDraft) => ({
  name,
  kind,
  enabled,
  place: placeOf(settings.connection),
  seat: 'seat' in settings ? settings.seat : '',
})

/** Never the key by which a terminal comes over the web. */
function placeOf(connection: TerminalConnection): string {
  if (connection.kind === 'web') return ''
  return 'path' in connection ? connection.path : `${connection.host}:${connection.port}`
}

/** Once it is committed, the devices are used as they are set up now. */
const useAnew = ({ office, afterwards }: Work): void => afterwards(() => office.devices.reload())
