import { isMissed, type PbxCall } from '../../../app/calls.ts'
import { Refusal } from '../../../app/errors.ts'
import { clientsByNumber } from '../../../db/calls/byNumber.ts'
import {
  addCallPeople,
  columnsOfCall,
  extensionOf,
  findCall,
  insertCall,
  joinCalls,
  readCallPeople,
  updateCall,
  type CallRow,
} from '../../../db/calls/calls.ts'
import { insertGap, setHeardUntil } from '../../../db/calls/exchanges.ts'
import { settleReturned } from '../../../db/calls/missed.ts'
import { readSettings } from '../../../db/settings.ts'
import type { Writing } from '../../../db/tables.ts'
import type { PbxGap } from '../../bridges/pbx/pbx.ts'
import { note } from '../notebook.ts'
import type { Office } from '../office.ts'
import { writeAs } from '../perform.ts'
import { otherSideOf } from './outside.ts'
import type { TakenCall } from './telling.ts'

/** While a backup is being restored nothing can be written: so long until it is tried again. */
const AGAIN_MS = 200

interface Written {
  readonly taken: TakenCall[]
  /** Everything of which others are told. */
  readonly changed: number[]
}

interface Waiting {
  readonly exchangeId: number
  readonly call: PbxCall
}

/**
 * Takes what exchanges tell into the base. A call is told many times; what comes while something is being written
 * waits, only the last of each call, and is written together: a burst of calls costs a few commits, not one for each.
 * What has been written is safe from a power cut before anybody hears of it.
 */
export class Taking {
  readonly #office: Office
  readonly #userOf: (exchangeId: number) => ReadonlyMap<string, number>
  readonly #tell: (taken: readonly TakenCall[]) => Promise<void>
  #calls = new Map<string, Waiting>()
  #gaps: { exchangeId: number; gap: PbxGap }[] = []
  #heard = new Set<number>()
  #running: Promise<void> | undefined
  #stopping = false
  #lost = 0

  constructor(
    office: Office,
    userOf: (exchangeId: number) => ReadonlyMap<string, number>,
    tell: (taken: readonly TakenCall[]) => Promise<void>,
  ) {
    this.#office = office
    this.#userOf = userOf
    this.#tell = tell
  }

  /** A call as it stands now. */
  call(exchangeId: number, call: PbxCall): void {
    this.#calls.set(`${exchangeId} ${call.id}`, { exchangeId, call })
    this.#run()
  }

  gap(exchangeId: number, gap: PbxGap): void {
    this.#gaps.push({ exchangeId, gap })
    this.#run()
  }

  /** The exchange is being listened to at this moment. */
  heard(exchangeIds: readonly number[]): void {
    for (const id of exchangeIds) this.#heard.add(id)
    if (exchangeIds.length > 0) this.#run()
  }

  /** How many calls and gaps could not be written so far. */
  get lost(): number {
    return this.#lost
  }

  /** Everything taken so far is written, or counted as lost. */
  async settled(): Promise<void> {
    while (this.#running) await this.#running // eslint-disable-line no-await-in-loop -- more may have come
  }

  /** Writes what waits, if it can be written, and then takes no more trouble with it. */
  async stop(): Promise<void> {
    this.#stopping = true
    await this.settled()
    this.#stopping = false
  }

  #run(): void {
    this.#running ??= this.#writeAll().finally(() => (this.#running = undefined))
  }

  async #writeAll(): Promise<void> {
    // A call that comes and rings is told twice in the same bytes: that is one thing to write, and one commit.
    await Promise.resolve()
    while (this.#calls.size + this.#gaps.length + this.#heard.size > 0) {
      const [calls, gaps, heard] = [this.#calls, this.#gaps, this.#heard]
      this.#calls = new Map()
      this.#gaps = []
      this.#heard = new Set()
      /* eslint-disable no-await-in-loop -- one batch after another */
      try {
        await this.#writeAndTell([...calls.values()], gaps, heard)
      } catch (error) {
        if (!(error instanceof Refusal && error.code === 'BUSY')) {
          await this.#writeEach([...calls.values()], gaps, error)
        } else if (this.#stopping) {
          this.#lost += calls.size + gaps.length
          return
        } else {
          // What came meanwhile is newer.
          this.#calls = new Map([...calls, ...this.#calls])
          this.#gaps = [...gaps, ...this.#gaps]
          for (const id of heard) this.#heard.add(id)
          await new Promise((resolve) => setTimeout(resolve, AGAIN_MS))
        }
      }
      /* eslint-enable no-await-in-loop */
    }
  }

  /** One that cannot be written does not keep the others from it. */
  async #writeEach(
    calls: readonly Waiting[],
    gaps: readonly { exchangeId: number; gap: PbxGap }[],
    error: unknown,
  ): Promise<void> {
    if (calls.length + gaps.length <= 1) return this.#lose(error)
    const alone = [
      ...gaps.map((gap) => [[], [gap]] as const),
      ...calls.map((waiting) => [[waiting], []] as const),
    ]
    for (const [one, gap] of alone) {
      /* eslint-disable no-await-in-loop -- one after another */
      try {
        await this.#writeAndTell(one, gap, new Set())
      } catch (why) {
        this.#lose(why)
      }
      /* eslint-enable no-await-in-loop */
    }
  }

  #lose(error: unknown): void {
    this.#lost++
    note('error', 'taking a call', error)
  }

  /** Whom a call concerns hear of it first: what follows from the change, prices and lists among it, can wait for that. */
  async #writeAndTell(
    calls: readonly Waiting[],
    gaps: readonly { exchangeId: number; gap: PbxGap }[],
    heard: ReadonlySet<number>,
  ): Promise<void> {
    const { taken, changed } = await this.#write(calls, gaps, heard)
    try {
      await this.#tell(taken)
    } finally {
      if (changed.length > 0) this.#office.tell({ type: 'call.changed', ids: changed })
    }
  }

  #write(
    calls: readonly Waiting[],
    gaps: readonly { exchangeId: number; gap: PbxGap }[],
    heard: ReadonlySet<number>,
  ): Promise<Written> {
    return writeAs(this.#office, null, 'telephone', 'calls.take', async ({ trx, tell }) => {
      const taken: TakenCall[] = []
      const country = (await readSettings(trx))?.country ?? ''
      /* eslint-disable no-await-in-loop -- one connection */
      for (const waiting of calls) taken.push(await this.#takeOne(trx, waiting, country))
      // The whole is there by now, if it is.
      for (const [index, { exchangeId, call }] of calls.entries()) {
        if (call.partOf === null) continue
        const row = await findCall(trx, exchangeId, call.id)
        if (!row || row.reference !== call.id) continue
        const whole = await findCall(trx, exchangeId, call.partOf)
        await joinCalls(trx, exchangeId, row, { reference: call.partOf, row: whole })
        taken[index] = { ...taken[index]!, partOf: whole?.id ?? row.id }
      }
      for (const { exchangeId, gap } of gaps) await insertGap(trx, exchangeId, gap)
      /* eslint-enable no-await-in-loop */
      const listened = new Set([...heard, ...calls.map(({ exchangeId }) => exchangeId)])
      await setHeardUntil(trx, [...listened], Date.now())
      const ids = taken.map(idOf)
      const returned = await settleReturned(trx, taken.filter(maySettle).map(idOf))
      if (gaps.length > 0) tell({ type: 'telephone.changed' })
      return { taken, changed: [...new Set([...taken.map(({ id }) => id), ...ids, ...returned])] }
    })
  }

  async #takeOne(trx: Writing, { exchangeId, call }: Waiting, country: string): Promise<TakenCall> {
    const userOf = this.#userOf(exchangeId)
    const before = await findCall(trx, exchangeId, call.id)
    const number = await otherSideOf(trx, exchangeId, call, country)
    const columns = columnsOfCall(call, number, userOf)
    const scope = { unfinishedImport: this.#office.importing?.id }
    const clients = number.ending === '' ? [] : await clientsByNumber(trx, number, scope)
    const clientId = clientOf(before, number.ending, clients)
    const id =
      before?.id ??
      (await insertCall(trx, { ...newCall(exchangeId, call.id), ...columns, client_id: clientId }))
    // What is told of a part that has gone into another call is the other's to tell.
    if (before?.reference === call.id) {
      // Of another number than before it is not known yet where it is from.
      const unplaced = before.e164 === number.e164 ? {} : { country: null, city: null }
      await updateCall(trx, id, { ...columns, ...unplaced, client_id: clientId })
    }
    const now = peopleOf(call, userOf)
    await addCallPeople(trx, id, now)
    const people = before ? ((await readCallPeople(trx, [id])).get(id) ?? new Map()) : now
    return { id, exchangeId, call, number, clientId, clients, people, userOf, partOf: null }
  }
}

const idOf = ({ id, partOf }: TakenCall): number => partOf ?? id

/** Whether a call can return another or have been returned itself: not while it rings. */
const maySettle = ({ call }: TakenCall): boolean =>
  call.answeredAt !== null || isMissed(call) || call.partOf !== null

const newCall = (exchangeId: number, reference: string) => ({ connection_id: exchangeId, reference })

/** Whose call it is: as somebody said, else as it was, else the one client who has the number. */
function clientOf(before: CallRow | undefined, ending: string, clients: readonly number[]): number | null {
  if (before && (before.client_by !== null || before.ending === ending)) return before.client_id
  return clients.length === 1 ? clients[0]! : null
}

/** Whose telephones the call rang at, and who was on it. */
function peopleOf(
  call: PbxCall,
  userOf: ReadonlyMap<string, number>,
): Map<number, { rang: boolean; had: boolean }> {
  const people = new Map<number, { rang: boolean; had: boolean }>()
  const add = (extensions: readonly (string | null)[], how: 'rang' | 'had') => {
    for (const extension of extensions) {
      const userId = extension === null ? undefined : userOf.get(extension)
      if (userId === undefined) continue
      people.set(userId, { ...(people.get(userId) ?? { rang: false, had: false }), [how]: true })
    }
  }
  add([...call.rang, ...call.ringing], 'rang')
  const ends = call.direction === 'internal' ? [call.from, call.answeredBy] : [call.answeredBy]
  add([...call.talking, ...ends, extensionOf(call), ...call.transferredTo], 'had')
  return people
}
