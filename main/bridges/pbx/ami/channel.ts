/** What the name of a channel says: `PJSIP/101-0000002a` is the telephone of 101, `PJSIP/trunk-0000002b` a line. */
export interface ChannelName {
  /** A person's telephone in the office, a line to the outside, Asterisk's own connecting piece, or none of these. */
  readonly kind: 'phone' | 'line' | 'local' | 'other'
  /** The extension of a phone, the name of a line, the number of a local channel. */
  readonly label: string
}

/** How the office has named its telephones and lines. */
export interface Naming {
  /** Names of lines (`trunk` of `PJSIP/trunk-…`). Where they are given, every other name is a telephone. */
  readonly trunks: readonly string[]
  /** Telephones that are not named by their extension: `{ sokha: '101' }`. */
  readonly phones: Readonly<Record<string, string>>
}

export const usualNaming: Naming = { trunks: [], phones: {} }

/** Kinds of channels at which no person sits: announcements, recordings, text messages, listeners. */
const noPerson =
  /^(Message|Announcer|CBAnn|CBRec|ConfBridgeRecorder|Recorder|Snoop|Surrogate|Bridge|MulticastRTP)$/i

/** An extension is a short number; `101-web` and `101_2` are second telephones of 101. */
const shortNumber = /^(\d{2,6})(?:[^\d].*)?$/

export function readChannelName(name: string, naming: Naming): ChannelName {
  const plain = name.replace(/<(?:ZOMBIE|MASQ)>$/, '').replace(/^AsyncGoto\//, '')
  const slash = plain.indexOf('/')
  const tech = plain.slice(0, Math.max(0, slash))
  const rest = plain.slice(slash + 1)
  if (tech === 'Local') return { kind: 'local', label: rest.replace(/@.*$/, '') }
  if (tech === '' || noPerson.test(tech)) return { kind: 'other', label: rest }
  // The last part counts the channels; a second slash belongs to a line with a number (DAHDI/i1/012345678-1).
  const peer = rest.replace(/-[^-]*$/, '').replace(/\/.*$/, '')
  const named = Object.hasOwn(naming.phones, peer) ? naming.phones[peer] : undefined
  if (named !== undefined) return { kind: 'phone', label: named }
  if (naming.trunks.includes(peer) || naming.trunks.includes(`${tech}/${peer}`))
    return { kind: 'line', label: peer }
  const number = shortNumber.exec(peer)?.[1]
  if (number !== undefined) return { kind: 'phone', label: number }
  return naming.trunks.length > 0 ? { kind: 'phone', label: peer } : { kind: 'line', label: peer }
}

/** The number in a dial string: `012345678@trunk`, `trunk/012345678`, `i1/012345678`; "" if there is none. */
export function dialledNumber(dialString: string): string {
  const parts = dialString.replace(/@.*$/, '').replace(/^sip:/i, '').split('/')
  const last = parts[parts.length - 1] ?? ''
  return /^\+?[\d*#]{2,}$/.test(last) ? last : ''
}

/** A number that leads out of the office, by its look. */
export function looksOutside(number: string): boolean {
  return /^\+\d{3,}$|^\d{7,}$/.test(number)
}
