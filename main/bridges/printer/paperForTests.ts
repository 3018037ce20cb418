/** Code pages as the platform knows them, not as the program does. Only some are known there. */
const decoders: Record<number, TextDecoder> = {
  16: new TextDecoder('windows-1252'),
  17: new TextDecoder('ibm866'),
  46: new TextDecoder('windows-1251'),
}

/** What stands on the paper once a printer of the ESC/POS kind has printed the bytes, line by line. */
export function paper(bytes: Uint8Array): string[] {
  const found: string[] = []
  let line = ''
  let marks = ''
  let decoder: TextDecoder | undefined
  let at = 0
  const byte = (): number => {
    const next = bytes[at++]
    if (next === undefined) throw new Error(`cut off after ${found.join(' / ')}`)
    return next
  }
  const word = () => byte() + 256 * byte()
  const take = (count: number) => bytes.subarray(at, (at += count))
  const letters = (data: Uint8Array) => Buffer.from(data).toString('latin1')
  const orders: Record<string, () => void> = {
    '1b 40': () => undefined,
    '1c 2e': () => undefined,
    '1b 74': () => (decoder = decoders[byte()]),
    '1b 45': () => (marks = byte() ? `${marks}*` : marks.replace('*', '')),
    '1d 21': () => (marks = byte() ? `${marks}#` : marks.replace('#', '')),
    '1b 61': () => void byte(),
    '1b 64': () => found.push(...Array.from({ length: byte() }, () => '')),
    '1b 70': () => found.push(`[drawer at pin ${byte() === 0 ? 2 : 5}]`) && word(),
    '1d 56': () => found.push('[cut]') && word(),
    '1d 68': () => void byte(),
    '1d 77': () => void byte(),
    '1d 48': () => void byte(),
    '1d 6b': () => {
      const kind = byte()
      found.push(`[bars ${kind}: ${letters(take(byte()))}]`)
    },
    '1d 28': () => {
      byte()
      const data = take(word())
      if (data[1] === 80) found.push(`[QR: ${letters(data.subarray(3))}]`)
    },
    '1d 76': () => {
      word()
      const [across, rows] = [word(), word()]
      const black = [...take(across * rows)].reduce(
        (all, eight) => all + eight.toString(2).replaceAll('0', '').length,
        0,
      )
      found.push(`[picture ${across * 8}×${rows}, ${black} black]`)
    },
  }
  while (at < bytes.length) {
    const first = byte()
    if (first === 10) {
      found.push(marks + line)
      line = ''
    } else if (first === 0x1b || first === 0x1c || first === 0x1d) {
      const name = [first, byte()].map((one) => one.toString(16).padStart(2, '0')).join(' ')
      const order = orders[name]
      if (!order) throw new Error(`no order ${name}`)
      order()
    } else line += (decoder ?? new TextDecoder('windows-1252')).decode(Uint8Array.of(first))
  }
  return found
}
