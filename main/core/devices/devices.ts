import { createHash, timingSafeEqual } from 'node:crypto'
import { isDeepStrictEqual } from 'node:util'
import type { TransferState } from '../../../app/contract/terminals.ts'
import type { DeviceState } from '../../../app/contract/devices.ts'
import { deviceProblem } from '../../../app/devices.ts'
import { readDevices, type Device } from '../../../db/devices/devices.ts'
import { doubtPrintJobs } from '../../../db/devices/printJobs.ts'
import type { ConnectionState } from '../../bridges/connection/problems.ts'
import { CustomerDisplay } from '../../bridges/display/display.ts'
import { listenToScanner } from '../../bridges/scanner/scanner.ts'
import { watchFolder } from '../../bridges/terminal/folder.ts'
import { listenToTerminal } from '../../bridges/terminal/stream.ts'
import { note } from '../notebook.ts'
import type { Office } from '../office.ts'
import { takeTransfer } from '../terminals/taking.ts'
import { PrintQueue } from './printing.ts'

/** What stands between the office and a device, by its kind. */
type Bridge =
  | { readonly kind: 'scanner'; stop(): Promise<void> }
  | { readonly kind: 'printer'; readonly queue: PrintQueue; stop(): Promise<void> }
  | { readonly kind: 'display'; readonly display: CustomerDisplay; stop(): Promise<void> }
  | { readonly kind: 'terminal'; stop(): Promise<void> }

interface Running {
  readonly device: Device
  state: ConnectionState
  last: DeviceState['last']
  /** None of a device that is not in use. */
  bridge: Bridge | null
}

/** The office's devices: kept connected as long as the base is open. */
export class Devices {
  readonly #office: Office
  readonly #running = new Map<number, Running>()
  #turn: Promise<void> = Promise.resolve()

  constructor(office: Office) {
    this.#office = office
  }

  async start(): Promise<void> {
    await this.#office.writing.transaction().execute(doubtPrintJobs)
    await this.#follow()
  }

  async stop(): Promise<void> {
    await this.#turn
    await Promise.all([...this.#running.keys()].map((id) => this.#end(id)))
  }

  /** Devices were changed: those that there are now are used. What stayed as it was goes on. */
  reload(): void {
    this.#turn = this.#turn
      .then(() => this.#office.use(() => this.#follow()))
      .then(() => this.#office.tell({ type: 'device.changed' }))
      .catch((error: unknown) => note('error', 'using the devices', error))
  }

  states(): Omit<DeviceState, 'jobs'>[] {
    return [...this.#running.values()].map(({ device, state, last, bridge }) => ({
      id: device.id,
      name: device.name,
      kind: device.kind,
      last,
      drawer: device.kind === 'printer' && device.settings.drawer !== null,
      ...(bridge?.kind === 'printer'
        ? { state: bridge.queue.problem ? 'waiting' : 'ready', problem: bridge.queue.problem, retryAt: null }
        : {
            state: state.kind,
            problem: state.problem && deviceProblem(state.problem, device.settings.connection),
            retryAt: state.retryAt,
          }),
    }))
  }

  /** The devices in use. */
  inUse(): Device[] {
    return [...this.#running.values()].flatMap(({ device, bridge }) => (bridge ? [device] : []))
  }

  /** The queue of a printer in use. */
  queue(id: number): PrintQueue | undefined {
    const bridge = this.#running.get(id)?.bridge
    return bridge?.kind === 'printer' ? bridge.queue : undefined
  }

  /** A customer display in use. */
  display(id: number): CustomerDisplay | undefined {
    const bridge = this.#running.get(id)?.bridge
    return bridge?.kind === 'display' ? bridge.display : undefined
  }

  /** What takes the counts of a terminal that proves itself by its key; undefined where there is none such. */
  webTerminal(id: number, key: string): ((bytes: Uint8Array) => Promise<TransferState>) | undefined {
    const running = this.#running.get(id)
    if (!running?.bridge || running.device.kind !== 'terminal') return undefined
    const { settings, name } = running.device
    if (settings.connection.kind !== 'web' || !sameSecret(settings.connection.key, key)) return undefined
    return (bytes) => takeTransfer(this.#office, settings.format, { deviceId: id, name, bytes, cut: false })
  }

  /** Whether a device is connected in this very way: its line is taken by itself. */
  stands(id: number, connection: Device['settings']['connection']): boolean {
    const running = this.#running.get(id)
    return (
      running?.state.kind === 'connected' && isDeepStrictEqual(running.device.settings.connection, connection)
    )
  }

  async #follow(): Promise<void> {
    const now = new Map((await readDevices(this.#office.reading)).map((device) => [device.id, device]))
    const changed = [...this.#running].filter(([id, { device }]) => !isDeepStrictEqual(now.get(id), device))
    // A line has to be free before another device takes it.
    await Promise.all(changed.map(([id]) => this.#end(id)))
    for (const device of now.values()) if (!this.#running.has(device.id)) this.#begin(device)
  }

  #begin(device: Device): void {
    const running: Running = {
      device,
      state: { kind: 'off', problem: null, retryAt: null },
      last: null,
      bridge: null,
    }
    this.#running.set(device.id, running)
    if (device.enabled) running.bridge = this.#bridgeTo(running)
  }

  #bridgeTo(running: Running): Bridge {
    const { device } = running
    const state = (now: ConnectionState) => {
      running.state = now
      this.#office.tell({ type: 'device.changed' })
    }
    switch (device.kind) {
      case 'scanner': {
        const { seat } = device.settings
        const code = (read: string) => this.#scanned(running, seat, read)
        return { kind: 'scanner', stop: listenToScanner(device.settings, { code, state }) }
      }
      case 'printer': {
        const queue = new PrintQueue(this.#office, device)
        return { kind: 'printer', queue, stop: () => queue.stop() }
      }
      case 'terminal':
        return { kind: 'terminal', stop: this.#listenTo(running, device.settings, state) }
      case 'display': {
        const { connection, columns, pages } = device.settings
        const display = new CustomerDisplay({ source: connection, columns, pages }, state)
        return { kind: 'display', display, stop: () => display.stop() }
      }
    }
  }

  /** Whatever a terminal sends is kept, whichever way it comes. */
  #listenTo(
    running: Running,
    { connection, format }: Extract<Device, { kind: 'terminal' }>['settings'],
    state: (state: ConnectionState) => void,
  ): () => Promise<void> {
    const { id, name } = running.device
    const take = async (came: { name: string; bytes: Uint8Array; cut: boolean }) => {
      const became = await takeTransfer(this.#office, format, { deviceId: id, ...came })
      running.last = { text: came.name, at: this.#office.now() }
      this.#office.tell({ type: 'device.changed' })
      return became === 'broken' ? 'broken' : 'taken'
    }
    if (connection.kind === 'folder')
      return watchFolder(connection.path, (file, bytes) => take({ name: file, bytes, cut: false }), state)
    if (connection.kind === 'web') {
      // It is asked by nobody: it comes by itself.
      state({ kind: 'connected', problem: null, retryAt: null })
      return () => Promise.resolve()
    }
    const came = (bytes: Uint8Array, cut: boolean) =>
      void take({ name, bytes, cut }).catch((error: unknown) => note('error', `counts of ${name}`, error))
    return listenToTerminal(connection, came, state)
  }

  #scanned(running: Running, seat: string, code: string): void {
    running.last = { text: code, at: this.#office.now() }
    this.#office.tellSeat(seat, { type: 'code.scanned', deviceId: running.device.id, code })
    this.#office.tell({ type: 'device.changed' })
  }

  async #end(id: number): Promise<void> {
    const running = this.#running.get(id)
    this.#running.delete(id)
    await running?.bridge?.stop()
  }
}

/** Compared so that the time it takes tells nothing. */
const sameSecret = (one: string, other: string): boolean => timingSafeEqual(digest(one), digest(other))

const digest = (text: string) => createHash('sha256').update(text).digest()
