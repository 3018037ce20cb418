import { field, type AmiMessage } from './messages.ts'

/**
 * What a dialplan says of a key that the caller pressed after the talk: `UserEvent(CounterpartRating,Stars: ${STARS})`
 * on the caller's channel. The shape of the event is from Asterisk's documentation (UserEvent, since version 12 with the
 * fields of the channel), not from a recording.
 */
export function readRating(message: AmiMessage): { reference: string; stars: number } | undefined {
  if (message.name !== 'UserEvent' || field(message, 'userevent') !== 'CounterpartRating') return undefined
  const stars = Number(field(message, 'stars'))
  const reference = field(message, 'linkedid') || field(message, 'uniqueid')
  return reference !== '' && Number.isInteger(stars) && stars >= 1 && stars <= 5
    ? { reference, stars }
    : undefined
}
