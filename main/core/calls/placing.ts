import { setImmediate, setTimeout } from 'node:timers/promises'
import type { OfficeEvent } from '../../../app/events.ts'
import { readUnplaced, setPlaces } from '../../../db/calls/places.ts'
import { readSettings } from '../../../db/settings.ts'
import type { Office } from '../office.ts'
import { writeAs } from '../perform.ts'
import { Portions } from '../portions.ts'
import { townOf } from './place.ts'

/** Calls looked up in one go. */
export const placedAtOnce = 500

/** Looking numbers up holds the others no longer than so many milliseconds. */
const HOLDS_MS = 5

/** Of the time that calls of before take, the others have so many times as much. */
const OTHERS = 3

/**
 * Notes where the numbers of calls are from, once they are written and told: no telephone rings later for it. Towns are
 * in the language in which the office was begun, so that one town has one name.
 */
export class Placing {
  readonly #office: Office
  readonly #portions: Portions
  #stopping = false

  constructor(office: Office) {
    this.#office = office
    this.#portions = new Portions(office, 'places of calls', () => this.#placeSome())
  }

  /** A base was opened: it may have calls of before. */
  begin(): void {
    this.#stopping = false
    this.look()
  }

  /** To be told of everything that is told in the office. */
  heed(event: OfficeEvent): void {
    if (event.type === 'call.changed') this.look()
  }

  look(): void {
    if (!this.#stopping) this.#portions.look()
  }

  /** Once nothing is left to look up. */
  settled(): Promise<void> {
    return this.#portions.settled()
  }

  /** Ends with the portion under way: the base is being closed, and the rest waits for the next time. */
  async stop(): Promise<void> {
    this.#stopping = true
    await this.settled()
  }

  /** Says whether there may be more. */
  async #placeSome(): Promise<boolean> {
    if (this.#stopping) return false
    const office = this.#office
    const began = performance.now()
    const { calls, language } = await office.use(async () => ({
      calls: await readUnplaced(office.reading, placedAtOnce),
      language: (await readSettings(office.reading))?.sortLanguage ?? 'en',
    }))
    if (calls.length === 0) return false
    const places: Parameters<typeof setPlaces>[1][number][] = []
    let held = performance.now()
    for (const { id, e164 } of calls) {
      /* eslint-disable no-await-in-loop -- one after another */
      const { country, place } = await townOf(e164, language)
      places.push({ id, e164, country: country ?? '', city: place ?? '' })
      if (performance.now() - held < HOLDS_MS) continue
      await setImmediate()
      held = performance.now()
      /* eslint-enable no-await-in-loop */
    }
    await writeAs(
      office,
      null,
      'this computer',
      'calls.place',
      async ({ trx, tell, afterwards }) => {
        await setPlaces(trx, places)
        afterwards(() => office.callColumns.changedInPlace(calls.map(({ id }) => id)))
        tell({ type: 'calls.placed' })
      },
      'lightly',
    )
    if (calls.length < placedAtOnce || this.#stopping) return false
    await setTimeout((performance.now() - began) * OTHERS)
    return true
  }
}
