import { longestWords } from '../../../../app/contract/ratings.ts'
import { languages, type Language } from '../../../../app/languages.ts'
import { callOfReference, insertRating, requestOfToken, useRequest } from '../../../../db/calls/ratings.ts'
import type { Office } from '../../office.ts'
import { writeAs } from '../../perform.ts'
import { hashToken } from '../../sessions.ts'

/** The language of whom a link is for; undefined where it is none that can be used. */
export function languageOfLink(office: Office, token: string): Promise<Language | undefined> {
  return office.use(async () => {
    const request = await requestOfToken(office.reading, hashToken(token), office.now())
    return request && languageOf(request.language)
  })
}

/** Keeps what a client gives by a link, once. The language to thank in; undefined where the link cannot be used. */
export function rateByLink(
  office: Office,
  token: string,
  given: { stars: number; words: string },
): Promise<Language | undefined> {
  return writeAs(office, null, 'public door', 'ratings.given', async ({ trx, at, log, tell, afterwards }) => {
    const request = await requestOfToken(trx, hashToken(token), at)
    if (!request) return undefined
    await useRequest(trx, request.id, at)
    const kept = await insertRating(trx, {
      call_id: request.callId,
      client_id: request.clientId,
      user_id: request.userId,
      via: 'link',
      stars: given.stars,
      words: given.words.slice(0, longestWords),
      at,
    })
    if (kept) {
      log({
        subject: { type: 'call', id: request.callId, name: '' },
        changes: [{ field: 'rating.stars', before: null, after: given.stars }],
      })
      afterwards(() => office.callColumns.changedInPlace([request.callId]))
      tell({ type: 'ratings.changed' })
    }
    return languageOf(request.language)
  })
}

/** Keeps the key that a caller pressed after the talk; of a call that is not known, or rated already, nothing. */
export function rateByKeys(
  office: Office,
  exchange: number,
  reference: string,
  stars: number,
): Promise<void> {
  return writeAs(office, null, 'exchange', 'ratings.given', async ({ trx, at, log, tell, afterwards }) => {
    const call = await callOfReference(trx, exchange, reference)
    if (!call) return
    const kept = await insertRating(trx, {
      call_id: call.id,
      client_id: call.clientId,
      user_id: call.userId,
      via: 'keys',
      stars,
      words: '',
      at,
    })
    if (!kept) return
    log({
      subject: { type: 'call', id: call.id, name: '' },
      changes: [{ field: 'rating.stars', before: null, after: stars }],
    })
    afterwards(() => office.callColumns.changedInPlace([call.id]))
    tell({ type: 'ratings.changed' })
  })
}

const languageOf = (tag: string): Language => (tag in languages ? (tag as Language) : 'en')
