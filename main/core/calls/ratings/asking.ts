import { randomBytes } from 'node:crypto'
import { languages, type Language } from '../../../../app/languages.ts'
import { nextPermitted, usualHours } from '../../../../app/permittedHours.ts'
import { ratingRules, type RatingRules } from '../../../../app/contract/ratings.ts'
import type { OfficeEvent } from '../../../../app/events.ts'
import {
  callsToAskOf,
  insertOutbox,
  insertRequest,
  readRecipient,
  wasAskedSince,
} from '../../../../db/calls/ratings.ts'
import { whoRefuses } from '../../../../db/calls/refusals.ts'
import { readSetting, readSettings } from '../../../../db/settings.ts'
import type { Reading } from '../../../../db/tables.ts'
import { note } from '../../notebook.ts'
import type { Office } from '../../office.ts'
import { writeAs } from '../../perform.ts'
import { hashToken } from '../../sessions.ts'
import { clocksOf } from '../lists/shown.ts'
import { messageIn } from './words.ts'

export const ratingRulesKey = 'ratingRules'

const DAY = 24 * 3_600_000

const usual: RatingRules = {
  on: false,
  directions: ['incoming'],
  leastSeconds: 30,
  everyDays: 30,
  channel: 'sms',
  hours: usualHours,
  address: '',
  validDays: 14,
  messages: {},
}

export async function readRatingRules(base: Reading): Promise<RatingRules> {
  const stored = ratingRules.safeParse(await readSetting(base, ratingRulesKey))
  return stored.success ? stored.data : usual
}

/** Asks clients what they thought of a call, as the rules say: puts a message with a link of their own into the outbox. */
export class RatingRequests {
  readonly #office: Office
  #turn: Promise<void> = Promise.resolve()

  constructor(office: Office) {
    this.#office = office
  }

  /** To be told of everything that is told in the office. */
  heed(event: OfficeEvent): void {
    if (event.type !== 'call.changed' || this.#office.vanished) return
    this.#turn = this.#turn
      .then(() => this.#office.use(() => this.#ask()))
      .catch((error: unknown) => {
        if (!this.#office.vanished) note('error', 'asking for ratings', error)
      })
  }

  /** Once everybody has been asked who was to be. */
  settled(): Promise<void> {
    return this.#turn
  }

  async #ask(): Promise<void> {
    const { reading } = this.#office
    const rules = await readRatingRules(reading)
    if (!rules.on || rules.address === '') return
    const now = this.#office.now()
    const calls = await callsToAskOf(reading, {
      now,
      directions: rules.directions,
      leastMs: rules.leastSeconds * 1000,
    })
    for (const { id, clientId, employee } of calls)
      if (clientId !== null) await this.#askOf(rules, id, clientId, employee)
  }

  async #askOf(rules: RatingRules, callId: number, clientId: number, employee: string | null): Promise<void> {
    const settings = await readSettings(this.#office.reading)
    if (!settings) return
    await writeAs(this.#office, null, 'this computer', 'ratings.ask', async ({ trx, at }) => {
      const recipient = await readRecipient(trx, clientId, rules.channel)
      if (!recipient || (await whoRefuses(trx, [clientId], rules.channel)).size > 0) return
      if (await wasAskedSince(trx, clientId, at - rules.everyDays * DAY)) return
      const language: Language =
        recipient.language !== null && recipient.language in languages
          ? (recipient.language as Language)
          : settings.language
      const token = randomBytes(32).toString('base64url')
      await insertRequest(trx, {
        call_id: callId,
        client_id: clientId,
        token: hashToken(token),
        language,
        created_at: at,
        expires_at: at + rules.validDays * DAY,
        used_at: null,
      })
      await insertOutbox(trx, {
        key: `rating ${callId}`,
        channel: rules.channel,
        recipient: recipient.to,
        client_id: clientId,
        language,
        text: messageIn(language, rules.messages[language], {
          company: settings.company,
          employee,
          link: `${rules.address}/r/${token}`,
        }),
        state: 'waiting',
        not_before: nextPermitted(rules.hours, at, clocksOf(recipient.country ?? settings.country)),
        created_at: at,
      })
    })
  }
}
