import { describe, expect, it } from 'vitest'
import { readFile } from '../readForTests.ts'

const card = (...lines: string[]) => ['BEGIN:VCARD', ...lines, 'END:VCARD', ''].join('\r\n')
const dara = { name: 'Sok Dara', phones: ['+85512345678'] }

describe('the same person', () => {
  it.each([
    ['with a byte order mark and bare line feeds', `\ufeff${card('FN:Sok Dara', 'TEL:012345678').replaceAll('\r', '')}`],
    ['in small letters', card('fn:Sok Dara', 'tel;type=cell:012345678').toLowerCase().replace('sok dara', 'Sok Dara')],
    ['in UTF-16', Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(card('FN:Sok Dara', 'TEL:012345678'), 'utf16le')])],
    ['behind lines of another program', `X-MADE-BY:1\r\n\r\n${card('FN:Sok Dara', 'TEL:012345678')}`],
    ['without an end', 'BEGIN:VCARD\nFN:Sok Dara\nTEL:012345678'],
    ['in groups', card('item1.FN:Sok Dara', 'item1.TEL;type=pref:012345678', 'item1.X-ABLabel:_$!<Mobile>!$_')],
    ['with a number as an address', card('FN:Sok Dara', 'TEL;VALUE=uri;TYPE="voice,cell":tel:+855-12-345-678')],
    ['behind a folded picture', card('FN:Sok Dara', 'PHOTO;ENCODING=b;TYPE=JPEG:/9j/4AAQ', ' SkZJRgAB', ' AAD=', 'TEL:012345678')],
    ['behind a picture of 2.1', card('N:Dara;Sok', 'PHOTO;JPEG;ENCODING=BASE64:', ' /9j/4AAQ', ' SkZJRgAB', '', 'TEL;CELL:012345678')],
  ])('%s', async (_, text) => {
    expect((await readFile(text)).clients).toMatchObject([dara])
  }) // prettier-ignore
})

it('puts quoted lines together that were broken, in the letters that they say', async () => {
  const { names } = await readFile(
    card('N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=D0=98=D0=B2=D0=B0=D0=BD=D0=BE=', '=D0=B2;=D0=98=D0=B2=', '=D0=B0=D0=BD') +
      card('FN;CHARSET=windows-1251;ENCODING=QUOTED-PRINTABLE:=C8=E2=E0=ED'),
  ) // prettier-ignore
  expect(names).toEqual(['Иван Иванов', 'Иван'])
})

it('goes on with a card in which another stood', async () => {
  const { clients } = await readFile(
    card(
      'N:Dara;Sok',
      'AGENT:',
      'BEGIN:VCARD',
      'N:Helper;Small',
      'TEL:099999999',
      'END:VCARD',
      'TEL:012345678',
    ) + card('FN:Chan Bopha'),
  )
  expect(clients).toMatchObject([
    dara,
    { name: 'Small Helper', phones: ['+85599999999'] },
    { name: 'Chan Bopha' },
  ])
})

it('loses none of several because of one that is broken', async () => {
  const { clients } = await readFile(
    `${card('FN:One')}nonsense\r\n\r\n${card('TEL:011222333')}BEGIN:VCARD\r\nFN:Never ended\r\n${card('FN:Three')}END:VCARD\r\n${card()}`,
  )
  expect(clients.map(({ name }) => name)).toEqual(['One', undefined, 'Never ended', 'Three', undefined])
  expect(clients[1]?.problems).toEqual(['name: no-name'])
})

it('keeps escaped signs and several lines', async () => {
  const { clients } = await readFile(card('FN:Da\\,ra\\; Sok', 'NOTE:one\\ntwo\\\\three'))
  expect(clients[0]).toMatchObject({ name: 'Da,ra; Sok', draft: { notes: ['one\ntwo\\three'] } })
})
