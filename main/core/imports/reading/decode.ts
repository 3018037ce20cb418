import { isAscii, isUtf8 } from 'node:buffer'
import { setImmediate } from 'node:timers/promises'
import { Refusal } from '../../../../app/errors.ts'

/** Largest file read, in bytes. */
export const largestFile = 256 * 1024 * 1024

/** Why a file is not text we can read: `reason` of FILE_UNREADABLE. */
export type Unreadable =
  | 'empty'
  | 'spreadsheet'
  | 'old-spreadsheet'
  | 'archive'
  | 'pdf'
  | 'image'
  | 'database'
  | 'binary'
  | 'encoding'

/** Bytes looked at or decoded in one go: about 5 ms, so that calls and tills never wait for a large file. */
const slice = 512 * 1024

const signatures: [Unreadable, string | readonly number[]][] = [
  ['pdf', '%PDF'],
  ['archive', 'PK\x03\x04'],
  ['archive', 'PK\x05\x06'],
  ['archive', [0x1f, 0x8b]],
  ['archive', 'Rar!'],
  ['archive', '7z\xbc\xaf\x27\x1c'],
  ['old-spreadsheet', [0xd0, 0xcf, 0x11, 0xe0]],
  ['database', 'SQLite format 3'],
  ['image', [0x89, 0x50, 0x4e, 0x47]],
  ['image', [0xff, 0xd8, 0xff]],
  ['image', 'GIF8'],
]

const unreadable = (reason: Unreadable) => new Refusal('FILE_UNREADABLE', { reason })

/**
 * The encoding of a text file. With `asked` (any label of the WHATWG list, "cp1251" too) that one is checked
 * instead of guessed. Guessing: byte order mark; UTF-16 by where its zero bytes are; UTF-8 by being valid, or all
 * but valid (a damaged file keeps its other letters); else Windows-1251 where high bytes come in whole words, as
 * Cyrillic does, and Windows-1252 where they stand among ASCII letters. Throws FILE_UNREADABLE, TOO_LARGE.
 */
export async function encodingOf(bytes: Uint8Array, asked?: string): Promise<string> {
  if (bytes.length > largestFile) throw new Refusal('TOO_LARGE', { most: largestFile })
  if (bytes.length === 0) throw unreadable('empty')
  refuseOtherKinds(bytes)
  const marked = byteOrderMark(bytes)
  if (asked !== undefined) return marked ?? knownEncoding(asked)
  if (marked !== undefined) return marked
  const zeros = await hasZeros(bytes)
  if (zeros) {
    const wide = utf16(bytes)
    if (wide !== undefined) return wide
  }
  if (await isValidUtf8(bytes)) return 'utf-8'
  return almostUtf8(bytes) ? 'utf-8' : await oneByteEncoding(bytes)
}

function refuseOtherKinds(bytes: Uint8Array): void {
  const found = signatures.find(([, sign]) => {
    const expected = typeof sign === 'string' ? [...sign].map((letter) => letter.charCodeAt(0)) : sign
    return expected.every((byte, index) => bytes[index] === byte)
  })
  if (found) {
    const isWorkbook =
      found[0] === 'archive' && Buffer.from(bytes.subarray(0, 4096)).includes('[Content_Types]')
    throw unreadable(isWorkbook ? 'spreadsheet' : found[0])
  }
}

function byteOrderMark([first, second, third]: Uint8Array): string | undefined {
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8'
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  if (first === 0xfe && second === 0xff) return 'utf-16be'
  return undefined
}

function knownEncoding(label: string): string {
  try {
    return new TextDecoder(label.trim()).encoding
  } catch {
    throw unreadable('encoding')
  }
}

async function hasZeros(bytes: Uint8Array): Promise<boolean> {
  for (let at = 0; at < bytes.length; at += 16 * slice) {
    if (bytes.subarray(at, at + 16 * slice).includes(0)) return true
    await setImmediate()
  }
  return false
}

/**
 * UTF-16 has zeros for the high halves of ASCII (commas, line ends): nearly all on one side. Undefined where there are
 * some in a text of another encoding, as databases write them out. Throws FILE_UNREADABLE `binary`.
 */
function utf16(bytes: Uint8Array): string | undefined {
  const sample = bytes.subarray(0, Math.min(bytes.length, slice) & ~1)
  const zeros = [0, 0]
  sample.forEach((byte, index) => {
    if (byte === 0) zeros[index & 1]!++
  })
  const [even = 0, odd = 0] = zeros
  const encoding = odd > 10 * even ? 'utf-16le' : even > 10 * odd ? 'utf-16be' : undefined
  // Dense enough to be text; once read, with delimiters or line ends and without control characters.
  if (encoding !== undefined && bytes.length % 2 === 0 && Math.max(even, odd) >= sample.length / 200) {
    const text = new TextDecoder(encoding).decode(sample)
    if (!/[\0-\x08\x0e-\x1a\uffff]/.test(text) && /[\r\n,;\t|]/.test(text)) return encoding
  }
  const isOtherControl = (byte: number) => byte < 0x20 && byte > 0 && !ofText.has(byte)
  if (even + odd > sample.length / 50 || sample.some(isOtherControl)) throw unreadable('binary')
  return undefined
}

/** Tab, line ends, form feed, the end of a file in DOS, the separator of units. */
const ofText = new Set([0x09, 0x0a, 0x0b, 0x0c, 0x0d, 0x1a, 0x1f])

async function isValidUtf8(bytes: Uint8Array): Promise<boolean> {
  let start = 0
  while (start < bytes.length) {
    let end = Math.min(start + 16 * slice, bytes.length)
    // Not in the middle of a letter.
    while (end < bytes.length && end > start && (bytes[end]! & 0xc0) === 0x80) end--
    if (end === start || !isUtf8(bytes.subarray(start, end))) return false
    start = end
    await setImmediate()
  }
  return true
}

/** One letter in twenty may be broken. Text of another encoding is broken at nearly every high byte. */
function almostUtf8(bytes: Uint8Array): boolean {
  const text = new TextDecoder().decode(bytes.subarray(0, 8 * slice))
  const broken = text.match(/\ufffd/g)?.length ?? 0
  const high = text.match(/[^\0-\x7f\ufffd]/g)?.length ?? 0
  return high >= 20 && broken * 20 <= high
}

async function oneByteEncoding(bytes: Uint8Array): Promise<string> {
  let run = 0
  let inRuns = 0
  let high = 0
  for (let at = 0; at < bytes.length && high < 100_000; at += slice) {
    const part = bytes.subarray(at, at + slice)
    if (isAscii(part)) continue
    for (const byte of part) {
      // Letters of Windows-1251: А–я, Ё ё, Ukrainian and Belarusian ones.
      if (
        byte >= 0xc0 ||
        byte === 0xa8 ||
        byte === 0xb8 ||
        byte === 0xb2 ||
        byte === 0xb3 ||
        byte === 0xbf ||
        byte === 0xba
      ) {
        run++
        high++
        // Portuguese has two in a row (ção), no Latin script has three all the time.
        if (run === 3) inRuns += 3
        else if (run > 3) inRuns++
      } else run = 0
    }
    await setImmediate()
  }
  return high > 0 && inRuns >= high / 2 ? 'windows-1251' : 'windows-1252'
}

/**
 * The text of a file in pieces of about half a megabyte, without the byte order mark. Between pieces everybody else
 * gets a turn. Letters that are broken come out as U+FFFD; zero characters, which are no letters, are left out.
 */
export async function* decode(bytes: Uint8Array, encoding: string): AsyncGenerator<string, void, undefined> {
  const decoder = new TextDecoder(encoding)
  for (let at = 0; at < bytes.length; at += slice) {
    const text = decoder.decode(bytes.subarray(at, at + slice), { stream: at + slice < bytes.length })
    yield text.includes('\0') ? text.replaceAll('\0', '') : text
    await setImmediate()
  }
}
