import { lines } from '../../connection/lines.ts'

/** One event or answer of Asterisk. Names of fields in small letters: it spells `Uniqueid` and `UniqueID`. */
export interface AmiMessage {
  readonly kind: 'event' | 'response' | 'banner'
  /** The event, the answer ("Success", "Error", "Goodbye"), or the whole banner. */
  readonly name: string
  readonly fields: ReadonlyMap<string, string>
}

/** A message has some thirty fields; more is not a message. */
const MOST_FIELDS = 500

/** Bytes of one connection into messages. Never throws: what is none is passed over. */
export function messages(): { take(bytes: Uint8Array): AmiMessage[] } {
  const framing = lines()
  let fields = new Map<string, string>()

  const finish = (): AmiMessage | undefined => {
    const done = fields
    fields = new Map()
    const event = done.get('event')
    const response = done.get('response')
    // An OriginateResponse event has a field Response too.
    if (event !== undefined) return { kind: 'event', name: event, fields: done }
    return response === undefined ? undefined : { kind: 'response', name: response, fields: done }
  }

  const read = (line: string): AmiMessage | undefined => {
    if (line === '') return finish()
    if (line.startsWith('Asterisk Call Manager/')) {
      fields = new Map()
      return { kind: 'banner', name: line, fields }
    }
    const colon = line.indexOf(':')
    if (colon < 1 || fields.size >= MOST_FIELDS) return undefined
    const name = line.slice(0, colon).toLowerCase()
    const value = line.slice(colon + 1).replace(/^ /, '')
    // A second beginning means that the end of the first was lost.
    const lost = name === 'event' && fields.has('event') ? finish() : undefined
    if (!fields.has(name)) fields.set(name, value)
    return lost
  }

  return {
    take: (bytes) =>
      framing
        .take(bytes)
        .map(read)
        .filter((message) => message !== undefined),
  }
}

/** A field's value; "" for one that is missing or that Asterisk does not know. */
export function field(message: AmiMessage, name: string): string {
  const value = message.fields.get(name)
  return value === undefined || value === '<unknown>' || value === '(null)' ? '' : value
}

/** Names arrive escaped with backslashes, quotes doubly: once by the telephone, once by AMI. */
export function unescaped(name: string): string {
  const once = name.replace(/\\(.)/g, '$1')
  return once.replace(/\\(.)/g, '$1')
}

/**
 * An action as bytes for the wire. A line break in a value would start a field of its own, so none gets through.
 */
export function action(name: string, fields: readonly (readonly [string, string])[]): string {
  const rows = [['Action', name] as const, ...fields]
  return `${rows.map(([key, value]) => `${key}: ${value.replace(/[\r\n\0]+/g, ' ')}`).join('\r\n')}\r\n\r\n`
}
