import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { derivedColumns, detailRows, searchGrams } from '../../db/clients/rows.ts'
import { insertClients } from '../../db/clients/write.ts'
import { beginOffice } from '../../main/core/door.ts'
import { Office } from '../../main/core/office.ts'
import { hashPassword } from '../../main/core/passwords.ts'
import { insertExchange, type ExchangeDraft } from '../../db/calls/exchanges.ts'
import { callsInBase, insertCalls, makeCalls, telephones, type NumberOf } from './calls.ts'
import { makeClient } from './clients.ts'
import { random } from './random.ts'

/** Who measures. */
export const person = { name: 'Bench', password: 'a bench of oak' }

/** The office's own: how numbers without a country code are read. */
export const country = 'KH'
export const clientsInBase = 1_000_000
const atOnce = 2_000
/** The same moment in every base: 2026-01-01. */
const madeAt = Date.UTC(2026, 0, 1)

const seed = 20_261_121
export const settings = {
  company: 'Bench',
  country,
  currency: 'USD',
  language: 'en',
  sortLanguage: 'en',
  demo: false,
} as const

const root = fileURLToPath(new URL('../..', import.meta.url))
const cache = join(tmpdir(), 'counterpart-bench')

/**
 * The folder of an office with a million clients and a million calls, made by the program's own functions. It is kept in the system's
 * temporary folder as long as neither the shape of the base nor what lies in it changes; `fresh` makes it anew.
 */
export async function folderOfMillion(fresh: boolean): Promise<string> {
  const folder = join(cache, makersHash())
  if (fresh) rmSync(cache, { recursive: true, force: true })
  if (existsSync(folder)) return folder
  rmSync(cache, { recursive: true, force: true })
  const making = `${folder}.making`
  mkdirSync(making, { recursive: true })
  await makeBase(making)
  renameSync(making, folder)
  return folder
}

/** Of the shape of the base and of what the maker and the program would write into it, shown by the first clients. */
function makersHash(): string {
  const hash = createHash('sha256')
  const migrations = join(root, 'migrations')
  for (const file of readdirSync(migrations).sort()) hash.update(readFileSync(join(migrations, file)))
  const dice = random(seed)
  for (let number = 1; number <= 500; number++) {
    const draft = makeClient(dice, number)
    const details = detailRows(draft, settings, undefined)
    hash.update(JSON.stringify([draft, derivedColumns(draft, settings), details, searchGrams(details)]))
  }
  hash.update(JSON.stringify(makeCalls(random(seed), 1, 500, () => undefined)))
  return hash
    .update(JSON.stringify([settings, clientsInBase, person]))
    .digest('hex')
    .slice(0, 16)
}

async function makeBase(folder: string): Promise<void> {
  const office = await Office.open({ folder, now: () => madeAt })
  // Nothing to lose yet: a base whose making is interrupted is made anew.
  office.connection.raw.pragma('synchronous = OFF')
  office.connection.raw.pragma('cache_size = -524288')
  const password = await hashPassword(person.password)
  await office.writing.transaction().execute((trx) =>
    beginOffice(
      trx,
      settings,
      [
        { ...person, password, role: 'owner' },
        ...telephones.map(({ extension }) => ({
          name: `Desk ${extension}`,
          password,
          role: 'operator' as const,
        })),
      ],
      madeAt,
    ),
  )
  const dice = random(seed)
  for (let made = 0; made < clientsInBase; made += atOnce) {
    const drafts = Array.from({ length: atOnce }, (_, at) => makeClient(dice, made + at + 1))
    const making = { at: madeAt + made, by: 1, importId: null }
    await office.writing.transaction().execute((trx) => insertClients(trx, drafts, settings, making))
    process.stderr.write(`\rMaking a base of ${clientsInBase} clients: ${made + atOnce}`)
  }
  process.stderr.write('\n')
  await addCalls(office)
  await office.close()
}

/** The calls of two years, at an exchange that nobody listens to. */
async function addCalls({ connection, writing }: Office): Promise<void> {
  const exchange: ExchangeDraft = {
    kind: 'practice',
    name: 'Desk',
    branch: '',
    enabled: false,
    secret: {},
    settings: {},
  }
  await writing.transaction().execute((trx) => insertExchange(trx, exchange))
  const number = connection.raw
    .prepare('SELECT e164 FROM client_phones WHERE client_id = ? AND position = 0')
    .pluck()
  const numberOf: NumberOf = (clientId) => (number.get(clientId) as string | null) ?? undefined
  const dice = random(seed + 1)
  for (let made = 0; made < callsInBase; made += atOnce) {
    const calls = makeCalls(dice, made + 1, atOnce, numberOf)
    await writing.transaction().execute((trx) => insertCalls(trx, calls))
    process.stderr.write(`\rMaking ${callsInBase} calls: ${made + atOnce}`)
  }
  process.stderr.write('\n')
}
