/** Bytes from the beginning of a file that say what it is. */
export const headLength = 4096

const ascii = (head: Uint8Array, from: number, length: number): string =>
  String.fromCharCode(...head.subarray(from, from + length))

const begins = (head: Uint8Array, ...sign: number[]): boolean => sign.every((byte, at) => head[at] === byte)

/**
 * What a file is by its first bytes, whatever its name says. Only types that a browser shows or plays and never runs:
 * a page or a drawing with a script in it (HTML, SVG) is plain text here, a program is bytes.
 */
export function typeOf(head: Uint8Array): string {
  if (begins(head, 0xff, 0xd8, 0xff)) return 'image/jpeg'
  if (begins(head, 0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)) return 'image/png'
  if (/^GIF8[79]a$/.test(ascii(head, 0, 6))) return 'image/gif'
  const form = ascii(head, 0, 4) === 'RIFF' ? ascii(head, 8, 4) : ''
  if (form === 'WEBP') return 'image/webp'
  if (form === 'WAVE') return 'audio/wav'
  if (ascii(head, 0, 5) === '%PDF-') return 'application/pdf'
  if (ascii(head, 0, 4) === 'OggS') return 'audio/ogg'
  if (ascii(head, 0, 3) === 'ID3' || (head[0] === 0xff && [0xfb, 0xf3, 0xf2].includes(head[1] ?? 0)))
    return 'audio/mpeg'
  if (ascii(head, 4, 4) === 'ftyp') return ascii(head, 8, 3) === 'M4A' ? 'audio/mp4' : 'video/mp4'
  if (begins(head, 0x50, 0x4b, 0x03, 0x04)) return packed(head)
  return isText(head) ? 'text/plain' : 'application/octet-stream'
}

const ofOffice = 'application/vnd.openxmlformats-officedocument'

/** Word, Excel and PowerPoint files are ZIP archives: their first entries name the folder they are known by. */
function packed(head: Uint8Array): string {
  const names = ascii(head, 0, Math.min(head.length, 2048))
  const open = /mimetype(application\/vnd\.oasis\.opendocument\.[a-z]+)/.exec(names)?.[1]
  if (open) return open
  if (names.includes('word/')) return `${ofOffice}.wordprocessingml.document`
  if (names.includes('xl/')) return `${ofOffice}.spreadsheetml.sheet`
  if (names.includes('ppt/')) return `${ofOffice}.presentationml.presentation`
  return 'application/zip'
}

/** UTF-8 without control characters; the head may end within a letter. */
function isText(head: Uint8Array): boolean {
  if (head.length === 0) return false
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(head, { stream: head.length >= headLength })
    return !/[\0-\x08\x0e-\x1a\x1c-\x1f]/.test(text)
  } catch {
    return false
  }
}
