import { largestPhoto } from '../../../../../app/contract/files.ts'
import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { drafter } from '../draft.ts'
import type { DraftedRow } from '../imported.ts'
import { openTable } from '../table.ts'

async function read(bytes: string | Uint8Array): Promise<DraftedRow[]> {
  const table = await openTable(typeof bytes === 'string' ? Buffer.from(bytes) : bytes)
  expect(table.ofCards).toBe(true)
  const draft = drafter([], { country: 'KH' })
  const rows: DraftedRow[] = []
  for await (const part of table.portions()) rows.push(...part.map(draft))
  return rows
}

const card = (...lines: string[]) => ['BEGIN:VCARD', 'VERSION:3.0', ...lines, 'END:VCARD', ''].join('\r\n')
const pixel =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='

describe('contact cards', () => {
  it('reads a person with phones, mail, address, website and notes', async () => {
    const [row] = await read(
      card(
        'N:Sok;Bopha;;;',
        'FN:Sok Bopha',
        'ORG:Bopha Garden;Sales',
        'TEL;TYPE=CELL:012 345 678',
        'item1.TEL:023 876 463',
        'item1.X-ABLabel:_$!<Shop>!$_',
        'EMAIL:bopha@garden.example',
        'ADR;TYPE=WORK:;;#24\\, St 271;Phnom Penh;;12000;Cambodia',
        'URL:https://garden.example',
        'BDAY:1980-03-22',
        'NOTE:Orchids\\nevery Friday',
      ),
    )
    expect(row?.problems).toEqual([])
    expect(row?.draft).toMatchObject({
      kind: 'person',
      names: [{ text: 'Sok Bopha' }],
      phones: [
        { e164: '+85512345678', label: 'mobile' },
        { typed: '023 876 463', label: 'Shop' },
      ],
      emails: ['bopha@garden.example'],
      addresses: [{ street: '#24, St 271', city: 'Phnom Penh', postcode: '12000', country: 'KH' }],
      websites: ['https://garden.example'],
      birthday: '1980-03-22',
    })
    expect(row?.draft?.notes).toEqual(
      expect.arrayContaining(['Orchids\nevery Friday', 'company: Bopha Garden, Sales']),
    )
  })

  it('reads an organisation with its contact person', async () => {
    const [row] = await read(card('N:;;;;', 'FN:Angkor Clinic', 'ORG:Angkor Clinic', 'TEL:+855 23 900 415'))
    expect(row?.draft).toMatchObject({ kind: 'organisation', names: [{ text: 'Angkor Clinic' }] })
  })

  it('undoes folding, quoted-printable in any charset, and escapes', async () => {
    const rows = await read(
      [
        'BEGIN:VCARD', 'VERSION:2.1',
        'FN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=E1=9E=9F=E1=9E=BB=E1=9E=97=E1=9E=',
        '=B6', 'TEL;CELL:012345678', 'END:VCARD',
        'BEGIN:VCARD', 'VERSION:2.1', 'FN;CHARSET=windows-1251;ENCODING=QUOTED-PRINTABLE:=C0=ED=ED=E0', 'END:VCARD',
        'BEGIN:VCARD', 'VERSION:4.0', 'FN:A long na', ' me\\, folded', 'TEL;VALUE=uri;TYPE="work,voice":tel:+85512345678;ext=12', 'END:VCARD',
      ].join('\r\n'),
    ) // prettier-ignore
    expect(rows.map((row) => row.draft?.names[0]?.text)).toEqual(['សុភា', 'Анна', 'A long name, folded'])
    expect(rows[2]?.draft?.phones[0]).toMatchObject({ e164: '+85512345678', label: 'work' })
  })

  it('knows a picture by its bytes, says that one is too large, and fetches none', async () => {
    const rows = await read(
      card('FN:With', `PHOTO;ENCODING=b;TYPE=JPEG:${pixel.slice(0, 60)}`, ` ${pixel.slice(60)}`) +
        card('FN:Inline', `PHOTO:data:image/png;base64,${pixel}`) +
        card('FN:Elsewhere', 'PHOTO;VALUE=uri:https://pictures.example/a.jpg') +
        card('FN:Not one', 'PHOTO;ENCODING=b:PHNjcmlwdD4='),
    )
    expect(rows.map((row) => row.photo?.type)).toEqual(['image/png', 'image/png', undefined, undefined])
    expect(rows[0]?.problems).toEqual([])
    const large = Buffer.concat([Buffer.from(pixel, 'base64'), Buffer.alloc(largestPhoto)])
    const [poster] = await read(card('FN:Poster', `PHOTO:data:image/png;base64,${large.toString('base64')}`))
    expect(poster?.problems).toMatchObject([{ reason: 'picture-left-out', refused: false }])
  })

  it('keeps what has no field in the notes, and drops no phone that is no number', async () => {
    const [row] = await read(
      card('FN:John', 'TEL;WORK:ask the front desk', 'X-SKYPE:john.doe', 'EMAIL:not an address'),
    )
    expect(row?.draft?.phones).toMatchObject([{ typed: 'ask the front desk', e164: null }])
    expect(row?.draft?.notes).toEqual(expect.arrayContaining(['skype: john.doe', 'e-mail: not an address']))
    expect(row?.problems).toMatchObject([{ reason: 'bad-email' }])
  })

  it('refuses only the card without a name, and survives broken ones', async () => {
    const rows = await read(
      card('TEL:012 345 678') +
        card('FN:Dara') +
        'BEGIN:VCARD\r\nFN:Never ended\r\nrubbish without a colon\r\n',
    )
    expect(rows.map((row) => row.draft?.names[0]?.text ?? row.problems[0]?.reason)).toEqual([
      'no-name',
      'Dara',
      'Never ended',
    ])
  })

  it.skipIf(!existsSync('../shared/data/vcards'))(
    'reads cards as phones and mail programs export them',
    async () => {
      const of = async (name: string) => (await read(readFileSync(`../shared/data/vcards/${name}`)))[0]
      const iphone = await of('John_Doe_IPHONE.vcf')
      expect(iphone?.draft?.phones).toHaveLength(7)
      expect(iphone?.photo?.type).toBe('image/jpeg')
      expect(iphone?.photo?.bytes.length).toBeGreaterThan(30_000)
      expect((await of('outlook-2003.vcf'))?.draft).toMatchObject({
        phones: { length: 4 },
        emails: ['jdoe@hotmail.com'],
      })
      expect((await of('rfc6350-example.vcf'))?.draft).toMatchObject({
        names: [{ text: 'Simon Perreault' }],
        phones: [{ e164: '+14186569254' }, { e164: '+14182626501' }],
        addresses: [{ city: 'Quebec', country: 'CA' }],
      })
      for (const name of [
        'John_Doe_EVOLUTION.vcf',
        'John_Doe_GMAIL.vcf',
        'John_Doe_MS_OUTLOOK.vcf',
        'gmail-single.vcf',
      ])
        expect((await of(name))?.draft?.phones).toHaveLength(2)
    },
  )

  it('give their messengers, social pages, groups and a birthday without its year', async () => {
    const [row] = await read(
      card(
        'FN:Sok Dara',
        'IMPP;X-SERVICE-TYPE=Skype;type=HOME:skype:dara.sok',
        'item1.IMPP:telegram:@dara',
        'item1.X-ABLabel:Telegram',
        'IMPP:https://t.me/dara',
        'X-SOCIALPROFILE;type=facebook:https://facebook.com/dara',
        'CATEGORIES:Friends,Market\\, north',
        'BDAY:--0203',
      ),
    )
    expect(row?.draft).toMatchObject({
      birthday: '--02-03',
      notes: [],
      lists: {
        messengers: 'Skype: dara.sok; Telegram: @dara; IM: https://t.me/dara',
        socialPages: 'Facebook: https://facebook.com/dara',
        groups: 'Friends; Market, north',
      },
    })
  })
})
