import { isDeepStrictEqual } from 'node:util'
import type { DeviceState } from '../../../app/contract/devices.ts'
import { deviceProblem } from '../../../app/devices.ts'
import { readDevices, type Device } from '../../../db/devices/devices.ts'
import type { ConnectionState } from '../../bridges/connection/problems.ts'
import { listenToScanner } from '../../bridges/scanner/scanner.ts'
import { note } from '../notebook.ts'
import type { Office } from '../office.ts'

interface Running {
  readonly device: Device
  state: ConnectionState
  last: DeviceState['last']
  stop: (() => Promise<void>) | null
}

/** The office's devices: kept connected as long as the base is open. */
export class Devices {
  readonly #office: Office
  readonly #running = new Map<number, Running>()
  #turn: Promise<void> = Promise.resolve()

  constructor(office: Office) {
    this.#office = office
  }

  start(): Promise<void> {
    return this.#follow()
  }

  async stop(): Promise<void> {
    await this.#turn.catch(() => undefined)
    await Promise.all([...this.#running.keys()].map((id) => this.#end(id)))
  }

  /** Devices were changed: those that there are now are used. What stayed as it was goes on. */
  reload(): void {
    this.#turn = this.#turn
      .then(() => this.#office.use(() => this.#follow()))
      .then(() => this.#office.tell({ type: 'device.changed' }))
      .catch((error: unknown) => note('error', 'using the devices', error))
  }

  states(): DeviceState[] {
    return [...this.#running.values()].map(({ device, state, last }) => ({
      id: device.id,
      name: device.name,
      kind: device.kind,
      state: state.kind,
      problem: state.problem && deviceProblem(state.problem, device.settings.connection),
      retryAt: state.retryAt,
      last,
    }))
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
      stop: null,
    }
    this.#running.set(device.id, running)
    if (!device.enabled) return
    running.stop = listenToScanner(device.settings, {
      code: (code) => this.#scanned(running, code),
      state: (state) => {
        running.state = state
        this.#office.tell({ type: 'device.changed' })
      },
    })
  }

  #scanned(running: Running, code: string): void {
    running.last = { text: code, at: this.#office.now() }
    const { id, settings } = running.device
    this.#office.tellSeat(settings.seat, { type: 'code.scanned', deviceId: id, code })
    this.#office.tell({ type: 'device.changed' })
  }

  async #end(id: number): Promise<void> {
    const running = this.#running.get(id)
    this.#running.delete(id)
    await running?.stop?.()
  }
}
