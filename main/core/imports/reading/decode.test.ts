import { describe, expect, it } from 'vitest'
import { decode, encodingOf } from './decode.ts'

const russian = 'Наименование;Телефон\r\nООО «Ромашка»;8 (495) 123-45-67\r\nёлка и Ко;\r\n'
const french = 'name,city\nBoulangerie créée à Évian,Évian-les-Bains\nMère Paillarde,Montréal\n'
const khmer = 'name,city\nសុខ វណ្ណា,ភ្នំពេញ\n'

const codes = new Map(
  Array.from({ length: 256 }, (_, byte) => [
    new TextDecoder('windows-1251').decode(Uint8Array.of(byte)),
    byte,
  ]),
)
const to1251 = (text: string) => Uint8Array.from([...text].map((letter) => codes.get(letter)!))
const to1252 = (text: string) => Uint8Array.from([...text].map((letter) => letter.charCodeAt(0)))
const to16le = (text: string) => new Uint8Array(Buffer.from(text, 'utf16le'))
const to16be = (text: string) => new Uint8Array(Buffer.from(text, 'utf16le').swap16())
const marked = (mark: number[], bytes: Uint8Array) => Uint8Array.from([...mark, ...bytes])

async function read(bytes: Uint8Array, asked?: string): Promise<[string, string]> {
  const encoding = await encodingOf(bytes, asked)
  let text = ''
  for await (const piece of decode(bytes, encoding)) text += piece
  return [encoding, text]
}

describe('encodings', () => {
  it.each([
    ['UTF-8', Buffer.from(khmer), 'utf-8', khmer],
    ['UTF-8 with a mark', marked([0xef, 0xbb, 0xbf], Buffer.from(khmer)), 'utf-8', khmer],
    ['UTF-16LE with a mark', marked([0xff, 0xfe], to16le(khmer)), 'utf-16le', khmer],
    ['UTF-16BE with a mark', marked([0xfe, 0xff], to16be(khmer)), 'utf-16be', khmer],
    ['UTF-16LE', to16le(russian), 'utf-16le', russian],
    ['UTF-16BE', to16be(khmer), 'utf-16be', khmer],
    ['Windows-1251', to1251(russian), 'windows-1251', russian],
    ['Windows-1252', to1252(french), 'windows-1252', french],
    [
      'Windows-1252, Portuguese',
      to1252('nome\nAÇÃO e NAÇÕES São João\n'),
      'windows-1252',
      'nome\nAÇÃO e NAÇÕES São João\n',
    ],
    ['ASCII', Buffer.from('a,b\n'), 'utf-8', 'a,b\n'],
  ])('finds %s', async (_, bytes, encoding, text) => {
    expect(await read(bytes)).toEqual([encoding, text])
  })

  it('believes the person who says the encoding', async () => {
    expect(await read(to1251('Ю\n'), 'cp1251')).toEqual(['windows-1251', 'Ю\n'])
    await expect(read(Buffer.from('a'), 'klingon')).rejects.toMatchObject({ data: { reason: 'encoding' } })
  })

  it('keeps the letters of a file with one broken one', async () => {
    const bytes = Buffer.concat([
      Buffer.from(khmer.repeat(5)),
      Buffer.from([0xe1, 0x9e]),
      Buffer.from('\nA,B\n'),
    ])
    const [encoding, text] = await read(bytes)
    expect(encoding).toBe('utf-8')
    expect(text).toContain('វណ្ណា')
    expect(text).toContain('\ufffd')
  })

  it('does not cut a letter at the end of a piece', async () => {
    const text = `name\n${'ក'.repeat(600_000)}\n`
    expect(await read(Buffer.from(text))).toEqual(['utf-8', text])
  })

  it.each([
    ['empty', new Uint8Array()],
    ['spreadsheet', Buffer.from('PK\x03\x04\x14\x00[Content_Types].xml')],
    ['archive', Buffer.from('PK\x03\x04\x14\x00photo.jpg')],
    ['pdf', Buffer.from('%PDF-1.7')],
    ['image', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d])],
    ['old-spreadsheet', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1])],
    ['database', Buffer.from('SQLite format 3\0')],
    ['binary', Buffer.from('name,city\nA\0B,C\n')],
    ['binary', Uint8Array.from({ length: 999 }, (_, index) => (index * 7919) % 256)],
  ])('says that a file is %s', async (reason, bytes) => {
    await expect(read(bytes)).rejects.toMatchObject({ code: 'FILE_UNREADABLE', data: { reason } })
  })
})
