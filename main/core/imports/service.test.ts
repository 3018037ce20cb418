import { setTimeout } from 'node:timers/promises'
import { describe, expect, test } from 'vitest'
import { everything, refusal, testOffice } from '../testOffice.ts'
import { bring, csv, lines, put } from './fileForTests.ts'

const three = lines(
  'Company,Contact person,Phone,E-mail,City,Balance',
  'Bopha Garden,Sok Bopha,012 345 678,bopha@garden.kh,Siem Reap,12',
  'La maison d’Asie,Annette Roulet,+33 5 61 77 61 10,,Toulouse,0',
  '"O’Neill & <b>Sons</b>; DROP TABLE clients",,023 900 415,,Phnom Penh,7',
)

describe('an import', () => {
  test('brings what the preview promised', async () => {
    const person = await (await testOffice()).owner()
    const { upload } = await person.ask.imports.upload({ file: csv(three) })
    const preview = await person.ask.imports.preview({ upload })
    expect(preview).toMatchObject({
      file: 'clients.csv',
      delimiter: ',',
      rows: 3,
      counts: { new: 3, update: 0, duplicate: 0, refused: 0, mended: 0 },
    })
    expect(preview.mapping.map(({ field }) => field)).toEqual([
      'company',
      'contactName',
      'phone',
      'email',
      'city',
      'note',
    ])
    expect(preview.sample[0]).toEqual([
      'Bopha Garden',
      'La maison d’Asie',
      'O’Neill & <b>Sons</b>; DROP TABLE clients',
    ])
    const result = await person.ask.imports.run({ upload, mapping: preview.mapping })
    expect(result).toMatchObject({ rows: 3, created: 3, updated: 0, duplicates: 0, refused: 0, problems: [] })

    const { rows, total } = await person.ask.clients.page({})
    expect(total).toBe(3)
    expect(rows.map(({ name }) => name)).toContain('O’Neill & <b>Sons</b>; DROP TABLE clients')
    const [found] = await person.ask.clients.search({ text: '345678' })
    const card = await person.ask.clients.card({ id: found!.id })
    expect(card).toMatchObject({
      kind: 'organisation',
      names: [{ text: 'Bopha Garden' }],
      phones: [{ typed: '012 345 678', e164: '+85512345678' }],
      contacts: [{ name: 'Sok Bopha' }],
      notes: 'Balance: 12',
    })
    expect(await person.ask.imports.past()).toMatchObject([
      { file: 'clients.csv', by: person.name, yours: true, state: 'complete', created: 3 },
    ])
  })

  test('of the same file again finds every client known', async () => {
    const person = await (await testOffice()).owner()
    // The second has nothing but a name; the third is of a country nobody knows, with a number of no country.
    const text = lines(
      'Name,Phone,City,Country',
      'Bopha Garden,012 345 678,Siem Reap,KH',
      'Sok Dara,,,',
      'Far Away Ltd,012 345 678 9,Nowhere,Atlantis',
      '***,012 999 888,,',
    )
    expect(await bring(person, text)).toMatchObject({ created: 4 })
    const before = await person.ask.clients.page({})
    expect(await bring(person, text)).toMatchObject({ created: 0, updated: 0, duplicates: 4, refused: 0 })
    expect(await person.ask.clients.page({})).toEqual(before)
  })

  test('adds to a known client what it did not have, and nothing else', async () => {
    const test = await testOffice()
    const person = await test.owner()
    // A number of the office's country on a card without an address.
    const { id } = await person.ask.clients.create({
      kind: 'organisation',
      names: [{ text: 'Bopha Garden' }],
      phones: [{ typed: '012 345 678', label: 'mobile' }],
      notes: 'Pays late.',
    })
    const events = test.heard()
    const result = await bring(
      person,
      lines(
        'Company,Phone,Phone 2,City,Country,Code,Remark',
        'Bopha Garden,+855 12 345 678,+84 24 3825 1234,Hà Nội,VN,B-7,loyal',
        'BOPHA GARDEN,+855 12 345 678,,,,,',
      ),
    )
    expect(result).toMatchObject({ rows: 2, created: 0, updated: 1, duplicates: 1 })
    const card = await person.ask.clients.card({ id })
    expect(card).toMatchObject({ revision: 2, code: 'B-7', notes: 'Pays late.', changedBy: person.id })
    expect(card.names).toEqual([{ text: 'Bopha Garden' }])
    // The card is now one of Vietnam: the Cambodian number keeps its meaning.
    expect(card.phones).toEqual([
      { typed: '+855 12 345 678', e164: '+85512345678', label: 'mobile' },
      { typed: '+84 24 3825 1234', e164: '+842438251234' },
    ])
    expect(card.addresses).toMatchObject([{ city: 'Hà Nội', country: 'VN' }])
    const history = await person.ask.log.of({ type: 'client', id })
    expect(history[0]).toMatchObject({ action: 'imports.run', by: person.name })
    expect(history[0]!.changes.map(({ field }) => field).sort()).toEqual([
      'client.addresses',
      'client.code',
      'client.phones',
    ])
    await setTimeout(20)
    expect(events.filter(({ type }) => type === 'client.changed')).toEqual([{ type: 'client.changed' }])
    expect(test.count('clients')).toBe(1)
  })

  test('knows a client that comes twice in the file, and loses nothing of the second row', async () => {
    const test = await testOffice()
    const person = await test.owner()
    const { upload, mapping } = await put(
      person,
      csv(
        lines(
          'Company,Contact,Phone,Remark',
          'Bopha Garden,Sok Bopha,012 345 678,first',
          'Bopha Garden,Sok Bopha,012 345 678,first',
          'Bopha Garden,Chan Dara,012 345 678,second',
          'Bopha Garden,,099 111 222,another of the name',
        ),
      ),
    )
    const preview = await person.ask.imports.preview({ upload })
    expect(preview.preview.map(({ row, verdict, of, ofRow }) => ({ row, verdict, of, ofRow }))).toEqual([
      { row: 2, verdict: 'new', of: null, ofRow: null },
      { row: 3, verdict: 'duplicate', of: null, ofRow: 2 },
      { row: 4, verdict: 'update', of: null, ofRow: 2 },
      { row: 5, verdict: 'new', of: null, ofRow: null },
    ])
    const result = await person.ask.imports.run({ upload, mapping: [...mapping] })
    expect(result).toMatchObject({ created: 2, updated: 1, duplicates: 1 })
    const [first] = await person.ask.clients.search({ text: '345678' })
    const card = await person.ask.clients.card({ id: first!.id })
    expect(card.contacts).toEqual([{ name: 'Sok Bopha' }, { name: 'Chan Dara' }])
    expect(card.notes).toBe('first\nsecond')
    // It is as new as the others, and is taken back with them.
    expect(await person.ask.imports.undo({ id: result.id })).toMatchObject({ removed: 2, kept: 0 })
    expect(test.count('clients')).toBe(0)
    expect(test.count('client_search')).toBe(0)
  })

  test('says why rows are left out, and gives them back', async () => {
    const person = await (await testOffice()).owner()
    const { upload, mapping } = await put(
      person,
      csv(lines('Name,Phone,E-mail', 'Sok Dara,012 345 678,not an address', ',023 900 415,', '"=1+1",,')),
    )
    const whole = mapping.map((column) => ({ ...column }))
    expect(await person.ask.imports.refused({ upload, mapping: whole })).toEqual({
      headings: ['Name', 'Phone', 'E-mail'],
      rows: [
        {
          values: ['', '023 900 415', ''],
          problems: [{ row: 3, field: 'name', reason: 'no-name', refused: true }],
        },
      ],
    })
    const result = await person.ask.imports.run({ upload, mapping: whole })
    expect(result).toMatchObject({ rows: 3, created: 2, refused: 1 })
    expect(result.problems).toEqual([
      { row: 2, field: 'email', reason: 'bad-email', refused: false },
      { row: 3, field: 'name', reason: 'no-name', refused: true },
    ])
  })

  test('leaves out a row with more than a card can hold', async () => {
    const person = await (await testOffice()).owner()
    const phones = Array.from({ length: 120 }, (_, at) => `+855 23 ${100_000 + at}`).join('; ')
    expect(await bring(person, lines('Name,Phone', `Sok Dara,${phones}`, 'Chan Bopha,'))).toMatchObject({
      created: 1,
      refused: 1,
      problems: [{ row: 2, field: 'row', reason: 'too-long', refused: true }],
    })
  })

  test('cannot be asked for what it does not understand', async () => {
    const test = await testOffice()
    const person = await test.owner()
    const { imports } = person.ask
    const { upload, mapping } = await put(person, csv(three))
    const fields = (field: string) => mapping.map((column) => ({ ...column, field }))
    expect(await refusal(imports.run({ upload, mapping: fields('note') }))).toMatchObject({
      code: 'NO_NAME_COLUMN',
    })
    expect(await refusal(imports.run({ upload, mapping: fields('horse') }))).toMatchObject({
      code: 'BAD_MAPPING',
      data: { heading: 'Company', reason: 'no-such-field' },
    })
    expect(await refusal(imports.preview({ upload: 'another' }))).toMatchObject({ code: 'NOT_FOUND' })
    const pdf = await imports.upload({ file: csv('%PDF-1.7') })
    expect(await refusal(imports.preview(pdf))).toMatchObject({
      code: 'FILE_UNREADABLE',
      data: { reason: 'pdf' },
    })
    const other = await test.person(everything)
    expect(await refusal(other.ask.imports.preview({ upload }))).toMatchObject({ code: 'NOT_FOUND' })
    expect(test.count('imports')).toBe(0)
    // Refused once, it can still be done right.
    expect(await imports.run({ upload, mapping: [...mapping] })).toMatchObject({ created: 3 })
  })

  test('remembers what columns were taken for: one’s own choice first, else the last; until it is forgotten', async () => {
    const office = await testOffice()
    const [sokha, dara] = [await office.owner(), await office.person(everything)]
    const text = lines('Wer,Fon,Anderes', 'Sok Dara,012 345 678,x')
    const looked = async (person: typeof sokha, file = text) => {
      const { upload } = await person.ask.imports.upload({ file: csv(file) })
      const { mapping, remembered } = await person.ask.imports.preview({ upload })
      return { upload, mapping, fields: mapping.map(({ field }) => field), remembered }
    }
    const first = await looked(sokha)
    expect(first.remembered).toBeNull()
    const chosen = (...fields: string[]) => first.mapping.map((one, at) => ({ ...one, field: fields[at]! }))
    await sokha.ask.imports.run({ upload: first.upload, mapping: chosen('name', 'phone', 'ignore') })
    const again = await looked(sokha)
    expect(again.fields).toEqual(['name', 'phone', 'ignore'])
    expect(again.remembered).toMatchObject({ by: sokha.name, yours: true, file: 'clients.csv' })
    // In another order too, and for others who have not chosen otherwise.
    const turned = lines('Fon,Anderes,Wer', '012 345 678,x,Sok Dara')
    expect(await looked(dara, turned)).toMatchObject({
      fields: ['phone', 'ignore', 'name'],
      remembered: { by: sokha.name, yours: false },
    })
    const { upload } = await looked(dara)
    await dara.ask.imports.run({ upload, mapping: chosen('name', 'note', 'code') })
    expect((await looked(dara)).fields).toEqual(['name', 'note', 'code'])
    expect((await looked(sokha)).fields).toEqual(['name', 'phone', 'ignore'])
    // With one column more it is another file.
    expect((await looked(sokha, lines('Wer,Fon,Anderes,Ort', 'a,b,c,d'))).remembered).toBeNull()
    await sokha.ask.imports.forgetMapping({ headings: ['Anderes', 'Wer', 'Fon'] })
    expect(await looked(dara)).toMatchObject({ remembered: null, fields: first.fields })
    const [entry] = (await sokha.ask.log.page({ offset: 0, limit: 1 })).rows
    expect(entry).toMatchObject({
      action: 'imports.forgetMapping',
      changes: [{ field: 'import.columns', before: 'Anderes, Wer, Fon', after: null }],
    })
  })

  test('is not for who does not see every client whole', async () => {
    const test = await testOffice()
    const file = csv(three)
    const rights = ['clients.see', 'clients.edit', 'clients.import'] as const
    const own = await test.person({ rights, ownOnly: ['clients'] })
    expect(await refusal(own.ask.imports.upload({ file }))).toMatchObject({ code: 'NO_RIGHT' })
    const half = await test.person({ rights, hidden: ['client.phones'] })
    expect(await refusal(half.ask.imports.upload({ file }))).toEqual({
      code: 'FIELD_HIDDEN',
      data: { field: 'client.phones' },
    })
    const blind = await test.person({ rights: ['clients.import'] })
    expect(await refusal(blind.ask.imports.upload({ file }))).toMatchObject({ code: 'NO_RIGHT' })
  })

  test('of a name that thousands bear does not hold up the office', async () => {
    const person = await (await testOffice()).owner()
    const text = lines(
      'Name,Phone',
      ...Array.from({ length: 3000 }, (_, at) => `Sok Dara,+855 12 ${100_000 + at}`),
    )
    expect(await bring(person, text)).toMatchObject({ created: 3000 })
    expect(await bring(person, text)).toMatchObject({ created: 0, duplicates: 3000 })
  })
})
