export interface OtherSide {
  readonly kind: 'incoming' | 'internal' | null
  readonly number: string
  readonly name: string
  readonly called: string
}

/**
 * Reads the column of the other side, into which small exchanges put everything: "<I>ABC COMPANY12345678" is a caller
 * with a name, "<D>9876<I>012345678" one who called the line 9876, "EXT1235" a colleague. Digits kept secret ("123....",
 * "123XX") are no number: a part of one would be somebody else's.
 */
export function foldedNumber(
  column: string,
  prefixes: Readonly<Record<string, 'incoming' | 'internal'>>,
): OtherSide {
  const dialledIn = /^<D>(.*?)(?=<I>|$)/i.exec(column)?.[1] ?? ''
  const text = column.replace(/^<D>.*?(?=<I>|$)/i, '')
  const prefix = Object.keys(prefixes).find((known) => text.startsWith(known))
  const kind = prefix === undefined ? null : (prefixes[prefix] ?? null)
  const rest = text.slice(prefix?.length ?? 0).trim()
  const called = /(\d+)\s*$/.exec(dialledIn)?.[1] ?? ''
  if (/\d[.X]+$/.test(rest) || /^[.X]+$/.test(rest)) return { kind, number: '', name: '', called }
  const [, nameFirst = '', numberLast] = /^(.*?)(\+?\d[\d-]{2,})$/.exec(rest) ?? []
  const [, numberFirst, nameLast = ''] = /^(\+?[\d*#-]{2,})(?:\s+(.*))?$/.exec(rest) ?? []
  // A dash is put where a call was transferred.
  const number = (numberFirst ?? numberLast ?? '').replace(/-/g, '')
  const name = numberFirst === undefined ? (numberLast === undefined ? rest : nameFirst) : nameLast
  return { kind, number, name: name.trim(), called }
}
