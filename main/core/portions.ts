import { setImmediate } from 'node:timers/promises'
import { note } from './notebook.ts'
import type { Office } from './office.ts'

/**
 * Work at the base that nobody waits for, a portion at a time. What is still to be done stands in the base, so that
 * none is passed over where the program was ended in between.
 */
export class Portions {
  readonly #office: Office
  readonly #what: string
  readonly #doSome: () => Promise<boolean>
  #working: Promise<void> | undefined
  #again = false

  /** `doSome` does a portion and says whether there may be more; `what` it is called in the notebook. */
  constructor(office: Office, what: string, doSome: () => Promise<boolean>) {
    this.#office = office
    this.#what = what
    this.#doSome = doSome
  }

  /** Looks for something to do, now or once more after the present look. */
  look(): void {
    if (this.#working) {
      this.#again = true
      return
    }
    this.#working = this.#doAll()
      .catch((error: unknown) => {
        // The base is being closed, or exchanged for a backup: the next one looks for itself.
        if (!this.#office.vanished) note('error', this.#what, error)
      })
      .finally(() => {
        this.#working = undefined
        if (this.#again) {
          this.#again = false
          this.look()
        }
      })
  }

  /** Once nothing is left to do. */
  async settled(): Promise<void> {
    while (this.#working) {
      // eslint-disable-next-line no-await-in-loop -- one look after the other
      await this.#working
    }
  }

  async #doAll(): Promise<void> {
    for (let more = true; more && !this.#office.vanished;) {
      /* eslint-disable no-await-in-loop -- a portion at a time */
      // Those who told it come first, and calls are answered in between.
      await setImmediate()
      if (!this.#office.vanished) more = await this.#doSome()
      /* eslint-enable no-await-in-loop */
    }
  }
}
