import { crc32, deflateRawSync } from 'node:zlib'

/** An archive of texts by their names, as a program that we do not know would write a workbook. */
export function zipped(parts: Readonly<Record<string, string | Buffer>>): Buffer {
  const locals: Buffer[] = []
  const central: Buffer[] = []
  let offset = 0
  for (const [name, content] of Object.entries(parts)) {
    const bytes = Buffer.from(content)
    const packed = deflateRawSync(bytes)
    const fields = Buffer.alloc(26)
    fields.writeUInt16LE(20, 0)
    fields.writeUInt16LE(8, 4)
    fields.writeUInt32LE(crc32(bytes), 10)
    fields.writeUInt32LE(packed.length, 14)
    fields.writeUInt32LE(bytes.length, 18)
    fields.writeUInt16LE(Buffer.byteLength(name), 22)
    const local = Buffer.concat([Buffer.from('PK\x03\x04'), fields, Buffer.from(name), packed])
    const behind = Buffer.alloc(14)
    behind.writeUInt32LE(offset, 10)
    central.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\0'), fields, behind, Buffer.from(name)]))
    locals.push(local)
    offset += local.length
  }
  const directory = Buffer.concat(central)
  const end = Buffer.alloc(18)
  end.writeUInt16LE(central.length, 4)
  end.writeUInt16LE(central.length, 6)
  end.writeUInt32LE(directory.length, 8)
  end.writeUInt32LE(offset, 12)
  return Buffer.concat([...locals, directory, Buffer.from('PK\x05\x06'), end])
}

const namespaces =
  'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'

interface Sheet {
  readonly rows: string
  readonly state?: 'hidden' | 'veryHidden'
  /** What stands behind the rows. */
  readonly more?: string
}

/** A workbook of sheets whose rows are given as XML. */
export function rawWorkbook(
  sheets: readonly Sheet[],
  more: { readonly parts?: Record<string, string>; readonly properties?: string } = {},
): Buffer {
  const each = (line: (sheet: Sheet, number: number) => string) =>
    sheets.map((sheet, at) => line(sheet, at + 1)).join('')
  return zipped({
    '[Content_Types].xml': '<Types/>',
    'xl/workbook.xml': `<workbook ${namespaces}>${more.properties ?? ''}<sheets>${each(
      ({ state }, number) =>
        `<sheet name="S${number}" sheetId="${number}" r:id="r${number}"${state ? ` state="${state}"` : ''}/>`,
    )}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships>${each(
      (_, number) => `<Relationship Id="r${number}" Target="worksheets/sheet${number}.xml"/>`,
    )}</Relationships>`,
    ...Object.fromEntries(
      sheets.map(({ rows, more = '' }, at) => [
        `xl/worksheets/sheet${at + 1}.xml`,
        `<worksheet ${namespaces}><sheetData>${rows}</sheetData>${more}</worksheet>`,
      ]),
    ),
    ...more.parts,
  })
}

/** A cell with its text in itself. */
export const inline = (place: string, text: string): string =>
  `<c r="${place}" t="inlineStr"><is><t>${text}</t></is></c>`
