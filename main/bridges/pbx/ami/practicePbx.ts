import type { Pbx, PbxListener } from '../pbx.ts'
import { PbxRefusal } from '../pbx.ts'
import { Asterisk } from './asterisk.ts'
import { usualNaming } from './channel.ts'
import { PracticeOffice, type PracticeScene } from './practiceOffice.ts'

/**
 * The practice exchange: a practice Asterisk in this process, and the same bridge to it over real TCP that an office in
 * earnest has. It begins anew with every start.
 */
export class PracticePbx implements Pbx {
  readonly abilities = ['dial', 'hang_up', 'transfer', 'voice_message'] as const
  readonly #listener: PbxListener
  readonly #pace: number
  #practice: PracticeOffice | null = null
  #bridge: Asterisk | null = null
  #opening: Promise<void> = Promise.resolve()

  /** `pace`: 0.1 makes everything happen ten times as soon. */
  constructor(listener: PbxListener, pace = 1) {
    this.#listener = listener
    this.#pace = pace
  }

  start({ known }: Parameters<Pbx['start']>[0]): void {
    const practice = new PracticeOffice(this.#pace)
    this.#practice = practice
    this.#opening = practice.listen().then((login) => {
      // Stopped meanwhile.
      if (this.#practice !== practice) return
      this.#bridge = new Asterisk(
        {
          ...usualNaming,
          ...login,
          host: '127.0.0.1',
          md5: true,
          phoneChannel: 'PJSIP/{extension}',
          lineChannel: 'PJSIP/{number}@trunk',
          context: 'office',
          ringSeconds: 20,
        },
        this.#listener,
      )
      // Nothing is missed of an exchange that was not there.
      this.#bridge.start({ known, heardUntil: null })
    })
    this.#opening.catch(() => this.#listener.state({ kind: 'off', problem: 'broken', retryAt: null }))
  }

  async stop(): Promise<void> {
    const practice = this.#practice
    this.#practice = null
    await this.#opening.catch(() => undefined)
    await this.#bridge?.stop()
    this.#bridge = null
    await practice?.close()
  }

  /** Lets somebody call the office. Rejects with `PbxRefusal` where it does not listen. */
  async play(scene: PracticeScene): Promise<void> {
    await this.#opening
    if (!this.#practice || this.#practice.listeners === 0) throw new PbxRefusal('not_connected')
    this.#practice.play(scene)
  }

  async dial(extension: string, number: string): Promise<string> {
    return this.#there().dial(extension, number)
  }

  async playMessage(number: string, file: string): Promise<string> {
    return this.#there().playMessage(number, file)
  }

  async hangUp(callId: string): Promise<void> {
    return this.#there().hangUp(callId)
  }

  async transfer(callId: string, to: string): Promise<void> {
    return this.#there().transfer(callId, to)
  }

  #there(): Asterisk {
    if (!this.#bridge) throw new PbxRefusal('not_connected')
    return this.#bridge
  }
}
