import { describe, expect, it } from 'vitest'
import { readHeading } from './heading.ts'
import { readMapping, suggestMapping } from './headings.ts'

const short = ({
  field,
  language,
  label,
}: {
  field: string
  language?: string | undefined
  label?: string | undefined
}) => field + (language ? `:${language}` : '') + (label ? `/${label}` : '')
const suggest = (headings: string[], ...rows: string[][]) => suggestMapping(headings, rows).map(short)

describe('headings', () => {
  it.each([
    ['companyName', 'company'], ['company_name', 'company'], ['Company name', 'company'], ['COMPANY', 'company'],
    ['contactName', 'contactName'], ['Contact person', 'contactName'], ['contactTitle', 'contactTitle'], ['Job Title', 'contactTitle'],
    ['E-mail 1 - Value', 'email'], ['E-mail Address', 'email'], ['eMail', 'email'], ['Contact e-mail', 'email'],
    ['Given Name', 'firstName'], ['First name', 'firstName'], ['Family Name', 'lastName'], ['surname', 'lastName'],
    ['Additional Name', 'middleName'], ['Name Prefix', 'title'], ['titleOfCourtesy', 'title'],
    ['Mobile', 'phone/mobile'], ['Home Phone', 'phone/home'], ['homePhone', 'phone/home'], ['Business Fax', 'phone/fax'], ['Phone 1 - Value', 'phone'],
    ['Tel.', 'phone'], ['Telephone No.', 'phone'], ['Company Main Phone', 'phone/main'],
    ['Web Page', 'website'], ['homePage', 'website'], ['URL', 'website'],
    ['Address', 'street'], ['Street address', 'street'], ['Address Line 2', 'street'], ['Home Street', 'street/home'],
    ['Address 1 - Street', 'street/1'], ['Address 1 - City', 'city/1'], ['Business Postal Code', 'postcode/work'], ['Business Country/Region', 'country/work'],
    ['ZIP', 'postcode'], ['postalCode', 'postcode'], ['State', 'region'], ['customerID', 'code'], ['Customer No.', 'code'],
    ['Notes', 'note'], ['Account manager', 'manager'], ['Date of birth', 'birthday'],
    ['Телефон', 'phone'], ['Мобильный телефон', 'phone/mobile'], ['Рабочий телефон', 'phone/work'], ['Эл. почта', 'email'], ['Наименование', 'name'],
    ['ФИО', 'name'], ['Контактное лицо', 'contactName'], ['Должность', 'contactTitle'], ['Фамилия', 'lastName'], ['Отчество', 'middleName'],
    ['Адрес', 'street'], ['Город', 'city'], ['Индекс', 'postcode'], ['Страна', 'country'], ['Примечание', 'note'], ['Ответственный', 'manager'], ['Дата рождения', 'birthday'], ['Организация', 'company'],
    ['ឈ្មោះ', 'name'], ['លេខទូរស័ព្ទ', 'phone'], ['ឈ្មោះ (ខ្មែរ)', 'name:km'], ['ឈ្មោះជាភាសាអង់គ្លេស', 'name:en'], ['អាសយដ្ឋាន', 'street'], ['ខេត្ត', 'region'], ['អ៊ីមែល', 'email'], ['ឈ្មោះក្រុមហ៊ុន', 'company'],
    ['Dzina', 'name'], ['Nambala ya foni', 'phone'], ['Imelo', 'email'], ['Adilesi', 'street'], ['Mzinda', 'city'], ['Dziko', 'country'], ["Foni ya m'manja", 'phone/mobile'],
    ['Raison sociale', 'name'], ['Téléphone portable', 'phone/mobile'], ['Code postal', 'postcode'], ['Courriel', 'email'], ['Ville', 'city'],
    ['Firma', 'company'], ['Ansprechpartner', 'contactName'], ['PLZ', 'postcode'], ['Straße', 'street'], ['Handynummer', 'phone/mobile'],
    ['Razón social', 'name'], ['Correo electrónico', 'email'], ['Teléfono', 'phone'], ['Población', 'city'],
    ['name_km', 'name:km'], ['Name (EN)', 'name:en'], ['Khmer name', 'name:km'], ['khmer', 'name:km'], ['Latin', 'name:en'],
    ['Address (Khmer)', 'street/km'],
  ])('%s is %s', (heading, field) => expect(short(readHeading(heading) ?? { field: 'nothing' })).toBe(field)) // prettier-ignore

  it.each(['opening_hours', 'level', 'Department', 'extension', 'hireDate', 'ИНН', 'Nickname', '', '#'])(
    '%s is nothing we know',
    (heading) => expect(readHeading(heading)).toBeUndefined(),
  )
})

describe('suggested mappings', () => {
  it('goes by content where the heading says nothing', () => {
    const rows = [
      ['Anna Berg', 'anna@example.org', '+855 12 345 678', 'www.example.org', '5467'],
      ['Ben Kim', 'ben@example.org', '012 345 679', 'https://example.com/x', '5468'],
    ]
    expect(suggest(['A', 'B', 'C', 'D', 'E'], ...rows)).toEqual([
      'name',
      'email',
      'phone',
      'website',
      'note/E',
    ])
  })

  it('decides a heading of two meanings by content', () => {
    expect(suggest(['name', 'title'], ['A', 'Mr.'], ['B', 'Dr.'])).toEqual(['name', 'title'])
    expect(suggest(['name', 'title'], ['A', 'Sales Manager'])).toEqual(['name', 'contactTitle'])
    expect(suggest(['name', 'contact'], ['A', '012 345 678'])).toEqual(['name', 'phone'])
    expect(suggest(['name', 'type'], ['A', 'gold'])).toEqual(['name', 'note/type'])
    expect(suggest(['name', 'type'], ['A', 'company'])).toEqual(['name', 'kind'])
  })

  it('takes a lone part of a name for the name', () => {
    expect(suggest(['Nom', 'Téléphone'])).toEqual(['name', 'phone'])
    expect(suggest(['Nom', 'Prénom'])).toEqual(['lastName', 'firstName'])
    expect(suggest(['Name', 'Vorname', 'Ort'])).toEqual(['lastName', 'firstName', 'city'])
    expect(suggest(['Компания', 'Имя', 'Телефон'])).toEqual(['company', 'contactName', 'phone'])
  })

  it('leaves out binary columns and running numbers, keeps the rest as notes', () => {
    const blob = `0x${'151C2F00'.repeat(20)}`
    expect(
      suggest(['No.', 'name', 'photo', 'hours'], ['1', 'A', blob, '9-5'], ['2', 'B', blob, '9-6']),
    ).toEqual(['ignore', 'name', 'ignore', 'note/hours'])
  })

  it('is plain data', () => {
    const mapping = suggestMapping(['name', 'x'], [['A', 'b']])
    expect(JSON.parse(JSON.stringify(mapping))).toEqual(mapping)
  })
})

describe('a person’s own mapping', () => {
  const headings = ['Who', 'Tel', 'company', 'Extra']

  it('goes before what is suggested', () => {
    const mapping = readMapping(
      { Who: 'name', Extra: { field: 'phone', label: 'work' }, tel: 'ignore' },
      headings,
    )
    expect(mapping.map(short)).toEqual(['name', 'ignore', 'note/company', 'phone/work'])
    expect(readMapping(mapping, headings)).toEqual(mapping)
  })

  it('takes languages, and words for fields', () => {
    expect(
      readMapping({ Who: { field: 'name', language: 'km' }, Extra: 'fax' }, headings).map(short),
    ).toEqual(['name:km', 'phone', 'note/company', 'phone/fax'])
  })

  it.each([
    [[1], '', 'not-an-object'],
    ['x', '', 'not-an-object'],
    [{ Nobody: 'name' }, 'Nobody', 'no-such-heading'],
    [{ Who: 'shoe size' }, 'Who', 'no-such-field'],
    [{ Who: { field: 'name', language: '!' } }, 'Who', 'bad-language'],
    [{ Who: { field: 'phone', label: 7 } }, 'Who', 'bad-label'],
  ])('refuses %j', (json, heading, reason) => {
    expect(() => readMapping(json, headings)).toThrow(
      expect.objectContaining({ code: 'BAD_MAPPING', data: { heading, reason } }),
    )
  })
})
