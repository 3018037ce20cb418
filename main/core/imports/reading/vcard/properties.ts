/** vCard as written by phones, mail programs and servers: 2.1, 3.0 (RFC 2426) and 4.0 (RFC 6350). */

export interface Property {
  /** Upper case, without the group. */
  readonly name: string
  /** "item1" of "item1.TEL": ties a label to its property. */
  readonly group: string | undefined
  /** Upper-case names; values in the order given, lower case except for quoted ones. */
  readonly params: ReadonlyMap<string, readonly string[]>
  /** Undone of folding and transport encoding, escapes still in place; bytes where it was base64. */
  readonly value: string | Uint8Array
}

export interface Card {
  /** Line of the file at which it begins, 1 the first. */
  readonly line: number
  readonly version: string
  readonly properties: readonly Property[]
}

interface OpenCard {
  readonly line: number
  readonly properties: Property[]
}

/**
 * Cards of a text, one by one. What stands between cards and lines that are no properties are passed over. A card that
 * begins in another, as an AGENT does, is a card of its own, behind the outer one, which goes on where it ends; where
 * nothing of the outer one follows it never ended, and what was read of it counts.
 */
export function* cardsIn(text: string): Generator<Card, void, undefined> {
  let open: OpenCard | undefined
  /** Cards in which the open one began, the outermost first, and what has ended in them. */
  let around: OpenCard[] = []
  let inside: Card[] = []
  function* all(): Generator<Card, void, undefined> {
    for (const card of [...around, ...(open ? [open] : [])])
      if (card.properties.length > 0) yield finished(card)
    yield* inside
    open = undefined
    around = []
    inside = []
  }
  for (const { line, text: content } of logicalLines(text)) {
    const property = propertyOf(content)
    if (!property) continue
    const value = typeof property.value === 'string' ? property.value.trim().toUpperCase() : ''
    if (property.name === 'BEGIN' && value === 'VCARD') {
      // Between two cards, or in one that goes on: only what follows its inner card can tell.
      if (!open || around.length === deepest) yield* all()
      else around.push(open)
      open = { line, properties: [] }
    } else if (property.name === 'END' && value === 'VCARD') {
      if (!open) continue
      if (around.length === 0) {
        yield finished(open)
        yield* inside
        inside = []
        open = undefined
      } else {
        inside.push(finished(open))
        open = undefined
      }
    } else {
      // What the inner card left of the outer one.
      open ??= around.pop()
      open?.properties.push(property)
    }
  }
  yield* all()
}

/** Cards in cards go no deeper; a file of cards that never end must not be kept whole. */
const deepest = 3

function finished({ line, properties }: { line: number; properties: Property[] }): Card {
  const version = properties.find((property) => property.name === 'VERSION')?.value
  return { line, version: typeof version === 'string' ? version.trim() : '', properties }
}

/**
 * Lines as they were before folding. A line that begins with a blank goes on the one before (its blank is dropped);
 * in 2.1 a quoted-printable value goes on after "=" and base64 goes on to the first empty line, which the same rule
 * covers as its lines are indented; some programs forget the indent, so base64 also takes bare base64 lines.
 */
function* logicalLines(text: string): Generator<{ line: number; text: string }, void, undefined> {
  let current = ''
  let began = 0
  let number = 0
  for (const raw of text.split(/\r\n|\r|\n/)) {
    number++
    // Between the lines of a picture too: some programs end every line twice.
    if (raw === '') continue
    const quotedGoesOn =
      /;ENCODING=QUOTED-PRINTABLE|;QUOTED-PRINTABLE/i.test(current.split(':', 1)[0] ?? '') &&
      current.endsWith('=')
    if (quotedGoesOn) {
      current = current.slice(0, -1) + raw
    } else if (/^[ \t]/.test(raw) && current !== '') {
      current += raw.slice(1)
    } else if (isBase64(current) && /^[A-Za-z0-9+/]+={0,2}$/.test(raw) && raw.length > 20) {
      current += raw
    } else {
      if (current !== '') yield { line: began, text: current }
      current = raw
      began = number
    }
  }
  if (current !== '') yield { line: began, text: current }
}

const isBase64 = (line: string): boolean => /;(ENCODING=)?(B|BASE64)[;:]/i.test(line.slice(0, 200))

function propertyOf(line: string): Property | undefined {
  const colon = endOfParams(line)
  if (colon < 0) return undefined
  const [head = '', ...params] = splitOutsideQuotes(line.slice(0, colon), ';')
  const dot = head.indexOf('.')
  const name = head
    .slice(dot + 1)
    .trim()
    .toUpperCase()
  if (!/^[A-Z0-9-]+$/.test(name)) return undefined
  const named = new Map<string, string[]>()
  for (const param of params) {
    const equals = param.indexOf('=')
    // 2.1 writes bare values: TEL;HOME;CELL, PHOTO;BASE64.
    const key = equals < 0 ? bareKind(param) : param.slice(0, equals).trim().toUpperCase()
    const values = splitOutsideQuotes(equals < 0 ? param : param.slice(equals + 1), ',')
    // 4.0 may quote a whole list: TYPE="work,voice".
    const plain = values.flatMap((value) => value.replace(/^"|"$/g, '').split(key === 'TYPE' ? ',' : '\0'))
    named.set(key, [...(named.get(key) ?? []), ...plain.map((value) => value.trim().toLowerCase())])
  }
  return {
    name,
    group: dot < 0 ? undefined : head.slice(0, dot).toLowerCase(),
    params: named,
    value: valueOf(line.slice(colon + 1), named),
  }
}

const bareKind = (value: string): string =>
  /^(quoted-printable|base64|8bit|7bit|b)$/i.test(value.trim()) ? 'ENCODING' : 'TYPE'

function endOfParams(line: string): number {
  let quoted = false
  for (let at = 0; at < line.length; at++) {
    if (line[at] === '"') quoted = !quoted
    else if (line[at] === ':' && !quoted) return at
  }
  return -1
}

function splitOutsideQuotes(text: string, sign: string): string[] {
  const parts: string[] = []
  let quoted = false
  let part = ''
  for (const letter of text) {
    if (letter === '"') quoted = !quoted
    if (letter === sign && !quoted) {
      parts.push(part)
      part = ''
    } else part += letter
  }
  return [...parts, part]
}

function valueOf(raw: string, params: ReadonlyMap<string, readonly string[]>): string | Uint8Array {
  const encoding = params.get('ENCODING')?.[0]
  if (encoding === 'b' || encoding === 'base64') return Buffer.from(raw.replace(/\s+/g, ''), 'base64')
  if (encoding !== 'quoted-printable') return raw
  const bytes = Buffer.from(
    raw.replace(/=([0-9A-Fa-f]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  )
  try {
    return new TextDecoder(params.get('CHARSET')?.[0] ?? 'utf-8', { fatal: !params.has('CHARSET') }).decode(
      bytes,
    )
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}

/** Parts of a compound value (N, ADR, ORG), split at ";" that are not escaped, escapes undone. */
export function partsOf(value: string, sign: ';' | ',' = ';'): string[] {
  const parts: string[] = []
  let part = ''
  for (let at = 0; at < value.length; at++) {
    const letter = value[at]!
    if (letter === '\\' && at + 1 < value.length) {
      part += letter + value[++at]!
    } else if (letter === sign) {
      parts.push(part)
      part = ''
    } else part += letter
  }
  return [...parts, part].map(unescaped)
}

/** \n, \, \; and \\ as what they stand for; \: too, which some programs write. */
export function unescaped(value: string): string {
  return value.replace(/\\([\\,;:nN"])/g, (_, letter: string) =>
    letter === 'n' || letter === 'N' ? '\n' : letter,
  )
}
