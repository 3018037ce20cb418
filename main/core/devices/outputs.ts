import { papers } from '../../../app/receipts/receipt.ts'
import { seatName } from '../../../app/devices.ts'
import { Refusal } from '../../../app/errors.ts'
import type { Device } from '../../../db/devices/devices.ts'
import { forgetPrintJobs, insertPrintJob, movePrintJob } from '../../../db/devices/printJobs.ts'
import { drawerKick, escPos } from '../../bridges/printer/escpos.ts'
import type { Office } from '../office.ts'
import type { Services, Work } from '../work.ts'
import type { Printer } from './printing.ts'

const day = 86_400_000
/** What was printed stands in the base for so long, in case somebody asks. */
const KEPT_MS = 7 * day
/** A drawer that opens later than this surprises somebody. */
const DRAWER_MS = 10_000

/** What is shown and printed for people at the counter. */
export const outputs: Pick<Services<'devices'>, 'outputs' | 'print' | 'openDrawer' | 'settleJob' | 'show'> = {
  async outputs({ office, actor }) {
    const here = seatName(actor.seat)
    const all = office.devices.inUse().flatMap((device) => {
      if (device.kind !== 'printer' && device.kind !== 'display') return []
      const { id, name, kind, settings } = device
      return [{ id, name, kind, own: settings.seat === here, pages: settings.pages, ...sizeOf(device) }]
    })
    return all.toSorted((a, b) => Number(b.own) - Number(a.own))
  },

  async print(work, { printer: id, receipt }) {
    const { settings, name } = printerOf(work.office, id)
    const { columns } = papers[settings.paper]
    const bytes = escPos(receipt, { columns, pages: settings.pages, cuts: settings.cuts })
    const job = await queueUp(work, id, { title: receipt.title, bytes, notAfter: null })
    work.log({
      subject: { type: 'device', id, name },
      changes: [{ field: 'device.printed', before: null, after: receipt.title }],
    })
    return { job }
  },

  async openDrawer(work, { printer: id }) {
    const { settings, name } = printerOf(work.office, id)
    if (settings.drawer === null) throw new Refusal('NOT_FOUND')
    await queueUp(work, id, { title: '', bytes: drawerKick(settings.drawer), notAfter: work.at + DRAWER_MS })
    work.log({ subject: { type: 'device', id, name }, changes: [] })
    return null
  },

  async settleJob({ trx, office, log, afterwards, tell }, { job, again }) {
    const settled = await movePrintJob(
      trx,
      job,
      again ? ['unsure'] : ['unsure', 'queued'],
      again ? 'queued' : 'dropped',
    )
    if (!settled) throw new Refusal('NOT_FOUND')
    const { title, deviceId } = settled
    const name = office.devices.inUse().find(({ id }) => id === deviceId)?.name ?? ''
    log({
      subject: { type: 'device', id: deviceId, name },
      changes: [{ field: again ? 'device.printed' : 'device.notPrinted', before: null, after: title }],
    })
    tell({ type: 'device.changed' })
    afterwards(() => office.devices.queue(deviceId)?.look())
    return null
  },

  async show({ office }, { display, lines }) {
    const shown = office.devices.display(display)
    if (!shown) throw new Refusal('NOT_FOUND')
    shown.show(lines)
    return null
  },
}

const sizeOf = (device: Extract<Device, { kind: 'printer' | 'display' }>) =>
  device.kind === 'printer'
    ? { ...papers[device.settings.paper], drawer: device.settings.drawer !== null }
    : { columns: device.settings.columns, dots: 0, drawer: false }

function printerOf(office: Office, id: number): Printer {
  const found = office.devices.inUse().find((device) => device.id === id)
  if (found?.kind !== 'printer') throw new Refusal('NOT_FOUND')
  return found
}

async function queueUp(
  { trx, at, actor, office, afterwards, tell }: Work,
  deviceId: number,
  job: { title: string; bytes: Uint8Array; notAfter: number | null },
): Promise<number> {
  const id = await insertPrintJob(trx, { ...job, deviceId, at, userId: actor.userId })
  await forgetPrintJobs(trx, at - KEPT_MS)
  tell({ type: 'device.changed' })
  // Whoever prints goes on at once, whatever becomes of it.
  afterwards(() => office.devices.queue(deviceId)?.look())
  return id
}
