import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { lines } from './core/imports/fileForTests.ts'
import { Office } from './core/office.ts'
import { temporaryFolder } from './core/testOffice.ts'

const script = fileURLToPath(new URL('./import.ts', import.meta.url))
const northwind = fileURLToPath(new URL('../../shared/data/northwind/', import.meta.url))

/** Runs the command as an administrator does. */
async function command(...words: string[]): Promise<{ code: number; out: string; err: string }> {
  const child = spawn(process.execPath, [script, ...words], { stdio: ['ignore', 'pipe', 'pipe'] })
  let [out, err] = ['', '']
  child.stdout.on('data', (text) => (out += String(text)))
  child.stderr.on('data', (text) => (err += String(text)))
  const [code] = (await once(child, 'close')) as [number]
  return { code, out, err }
}

function setUp(...rows: string[]) {
  const folder = temporaryFolder()
  const file = join(folder, 'list.csv')
  writeFileSync(file, lines(...rows))
  return { folder, file, data: join(folder, 'office') }
}

const three = [
  'Company,Contact,Phone,E-mail,Website,City',
  'Bopha Garden,Sok Bopha,012 345 678,not an address,www.bopha.kh,Siem Reap',
  '"<script>alert(1)</script>\'); DROP TABLE clients; --",,+1 503 555 7555,,,Portland',
  ',,023 900 415,,,',
]

const settings = (office: Office): unknown =>
  JSON.parse(office.connection.raw.prepare(`SELECT value FROM settings`).pluck().get() as string)

async function within<T>(data: string, what: (office: Office) => Promise<T>): Promise<T> {
  const office = await Office.open({ folder: data })
  try {
    return await what(office)
  } finally {
    await office.close()
  }
}

describe('the import at the command line', () => {
  test('makes the office, tells what was done as JSON, and ends with 3 where a row was left out', async () => {
    const { file, data } = setUp(...three)
    const first = await command('clients', file, '--data', data, '--json')
    expect(first).toMatchObject({ code: 3, err: '' })
    const done = JSON.parse(first.out) as Record<string, unknown>
    expect(Object.keys(done)).toEqual([
      'rows', 'created', 'updated', 'duplicates', 'refused', 'problems', 'clients',
    ]) // prettier-ignore
    expect(done).toEqual({
      rows: 3,
      created: 2,
      updated: 0,
      duplicates: 0,
      refused: 1,
      problems: [
        { row: 2, field: 'email', reason: 'bad-email' },
        { row: 4, field: 'name', reason: 'no-name' },
      ],
      clients: [
        {
          names: [{ text: 'Bopha Garden' }],
          kind: 'organisation',
          // The country is the United States where nobody says another.
          phones: [{ typed: '012 345 678', e164: null }],
          emails: [],
          addresses: [expect.objectContaining({ city: 'Siem Reap' })],
          contacts: [{ name: 'Sok Bopha' }],
          websites: [expect.stringContaining('www.bopha.kh')],
          notes: ['E-mail: not an address'],
          photo: false,
        },
        expect.objectContaining({
          names: [{ text: "<script>alert(1)</script>'); DROP TABLE clients; --" }],
          phones: [{ typed: '+1 503 555 7555', e164: '+15035557555' }],
        }),
      ],
    })
    await within(data, async (office) =>
      expect(settings(office)).toMatchObject({ country: 'US', currency: 'USD' }),
    )
    // The same in words, and nothing comes twice.
    const second = await command('clients', file, '--data', data)
    expect(second).toMatchObject({ code: 3, err: '' })
    expect(second.out).toContain('0 new')
    expect(second.out).toContain('2 known already, 1 left out')
    expect(second.out).toContain('row 4, Name: there is no name')
  })

  test('ends with 0 where every row was taken, reads numbers by the country, takes columns as it is told', async () => {
    const { folder, file, data } = setUp('Wer,Fon,Irgendwas', 'Sok Dara,012 345 678,x')
    const map = join(folder, 'map.json')
    writeFileSync(
      map,
      JSON.stringify({ Wer: 'name', Irgendwas: 'ignore', Fon: { field: 'phone', label: 'work' } }),
    )
    const options = ['--data', data, '--country', 'kh', '--currency', 'khr', '--map', map, '--json']
    const { code, out } = await command('clients', file, ...options)
    expect(code).toBe(0)
    expect(JSON.parse(out)).toMatchObject({
      created: 1,
      clients: [{ phones: [{ typed: '012 345 678', e164: '+85512345678', label: 'work' }], notes: [] }],
    })
    await within(data, async (office) =>
      expect(settings(office)).toMatchObject({ country: 'KH', currency: 'KHR' }),
    )
    expect((await command('clients', file, ...options)).code).toBe(0)
  })

  test('only looks with --dry-run', async () => {
    const { folder, file, data } = setUp(...three)
    const { code, out } = await command('clients', file, '--data', data, '--dry-run', '--json')
    expect(code).toBe(3)
    expect(JSON.parse(out)).toMatchObject({ rows: 3, created: 2, refused: 1 })
    expect(readdirSync(folder)).toEqual(['list.csv'])
    await command('clients', file, '--data', data)
    const again = await command('clients', file, '--data', data, '--dry-run')
    expect(again.out).toContain('(nothing was written): 0 new')
  })

  test.each([
    ['a PDF', '%PDF-1.7', 'This is a PDF'],
    ['an empty file', '', 'The file is empty'],
    ['numbers alone', '1,2\n3,4\n', 'No column gives the names'],
  ])('ends with 2 for %s, in a sentence', async (_name, text, sentence) => {
    const { file, data } = setUp()
    writeFileSync(file, text)
    const { code, out, err } = await command('clients', file, '--data', data, '--json')
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(err).toContain(sentence)
    expect(err.trim().split('\n')).toHaveLength(1)
    expect(existsSync(data)).toBe(false)
  })

  test('ends with 2 for a file that is not there', async () => {
    const { folder, data } = setUp()
    const { code, out, err } = await command('clients', join(folder, 'no.csv'), '--data', data)
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(err).toContain('cannot be opened')
  })

  test('refuses an office that is open, in a sentence', async () => {
    const { file, data } = setUp(...three)
    await within(data, async () => {
      const { code, out, err } = await command('clients', file, '--data', data, '--json')
      expect({ code, out }).toEqual({ code: 1, out: '' })
      expect(err).toBe(`The office in ${data} is open in another program. Close that one first.\n`)
    })
  })

  test('says how it is used', async () => {
    const { file, data } = setUp(...three)
    for (const words of [
      ['clients', file],
      ['horses', file, '--data', data],
      ['clients', file, '--data', data, '--country', 'Cambodia'],
      ['clients', file, '--data', data, '--horse'],
    ]) {
      const { code, out, err } = await command(...words)
      expect({ code, out }).toEqual({ code: 1, out: '' })
      expect(err).toContain('Usage: npm run -s import -- clients FILE --data DIR')
    }
    expect(existsSync(data)).toBe(false)
  })

  test.skipIf(!existsSync(northwind))(
    'takes the real list of a trading company whole, and knows it again',
    async () => {
      const { data } = setUp()
      const file = join(northwind, 'customers.csv')
      const first = await command('clients', file, '--data', data, '--json')
      expect(first.code).toBe(0)
      const whole = { rows: 91, created: 91, updated: 0, duplicates: 0, refused: 0 }
      expect(JSON.parse(first.out)).toMatchObject(whole)
      const second = await command('clients', file, '--data', data, '--json')
      expect(second.code).toBe(0)
      expect(JSON.parse(second.out)).toMatchObject({ ...whole, created: 0, duplicates: 91 })
    },
  )
})
