import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { eraseBinned, insertFiles, readFilesOf, setFilesBinned } from './clients/files.ts'
import { temporaryBase, type TemporaryBase } from './clients/temporaryBase.ts'
import { insertOperations, readOperationGroups, readOperations } from './log.ts'
import { addMarks, exchangeEntry } from './lists/holding.ts'
import { readEntryMerge, setMergeState } from './lists/merges.ts'
import { planner, type Planner } from './plansForTests.ts'
import { readAllUsers, readUser } from './staff.ts'
import { readTarget, readTargets } from './targets.ts'

/* How SQLite means to answer what is asked of the log, of files, of lists and of the office's own people. */

let base: TemporaryBase
let plans: Planner

const first = new Date(2026, 0, 1).getTime()
const dayLength = 86_400_000

beforeAll(async () => {
  base = await temporaryBase()
  const { writing } = base
  const clients = await base.add(
    Array.from({ length: 1000 }, (_, at) => ({
      kind: 'person' as const,
      names: [{ text: `Client ${at}` }],
      statusId: 1 + (at % 5),
    })),
  )
  await writing.kysely.transaction().execute(async (trx) => {
    await trx
      .insertInto('users')
      .values(
        Array.from({ length: 50 }, (_, at) => ({
          name: `U${at}`,
          folded: `u${at}`,
          password: '',
          created_at: 1,
          signed_in_at: null,
        })),
      )
      .execute()
    await insertFiles(
      trx,
      clients.map((clientId) => ({
        clientId,
        hash: String(clientId),
        name: 'a.pdf',
        type: 'application/pdf',
        size: 1,
      })),
      { at: 1, by: 1 },
    )
    await setFilesBinned(trx, clients.slice(0, 20), 5)
    await insertOperations(
      trx,
      Array.from({ length: 5000 }, (_, at) => ({
        at: first + at * (dayLength / 50),
        userId: 1 + (at % 50),
        seat: 'desk',
        action: at % 2 === 0 ? 'clients.save' : 'lists.saveEntry',
        changes: [],
      })),
    )
  })
  plans = planner(writing)
})
afterAll(() => base.remove())

const steps = async (work: () => Promise<unknown>): Promise<string> =>
  (await plans.plansOf(work)).flat().join('\n')
const changing = (
  work: (
    trx: Parameters<Parameters<ReturnType<Planner['kysely']['transaction']>['execute']>[0]>[0],
  ) => Promise<unknown>,
) => steps(() => plans.kysely.transaction().execute(work))

describe.each(['without statistics', 'analysed'])('plans %s', (state) => {
  beforeAll(() => {
    if (state === 'analysed') base.writing.raw.exec('ANALYZE')
  })

  it('finds a day of the log, and counts its groups without reading what each line changed', async () => {
    const day = { within: { when: '2026-01-20' } }
    const page = await steps(() => readOperations(plans.kysely, day, 0, 100))
    expect(page).toContain('operations_by_time (at>? AND at<?)')
    expect(page).not.toMatch(/^SCAN operations$/m)
    for (const by of ['when', 'who', 'what'] as const) {
      const groups = await steps(() => readOperationGroups(plans.kysely, {}, by, 'all'))
      expect(groups).toContain('SCAN operations USING COVERING INDEX operations_by_time')
      const within = await steps(() => readOperationGroups(plans.kysely, day, by, 'all'))
      expect(within).toContain('SEARCH operations USING COVERING INDEX operations_by_time (at>? AND at<?)')
    }
  })

  it('reads the log on from its end, and what one person did', async () => {
    const newest = await steps(() => readOperations(plans.kysely, {}, 0, 100))
    expect(newest).not.toContain('TEMP B-TREE')
    const ofOne = await steps(() => readOperations(plans.kysely, { userId: 3 }, 0, 100))
    expect(ofOne).toContain('operations_by_user (user_id=?)')
    expect(ofOne).not.toContain('TEMP B-TREE')
  })

  it('finds the files of a card, and in the bin those that have lain there for long', async () => {
    expect(await steps(() => readFilesOf(plans.kysely, [5]))).toContain(
      'client_files_of_client (client_id=?)',
    )
    const swept = await changing((trx) => eraseBinned(trx, 5, 10))
    expect(swept).toContain('client_files_in_bin (binned_at<?)')
    expect(swept).not.toMatch(/SCAN client(s|_files)\b/)
    expect(swept).not.toContain('TEMP B-TREE')
  })

  it('merges two entries of a list client by client', async () => {
    for (const list of ['status', 'group'] as const) {
      const exchanged = await changing((trx) => exchangeEntry(trx, list, [3, 4, 5], 1, 2))
      expect(exchanged).not.toMatch(/SCAN client(s|_marks)\b/)
    }
    expect(await changing((trx) => addMarks(trx, [3, 4], 2))).not.toMatch(/SCAN clients\b/)
    expect(await steps(() => readEntryMerge(plans.kysely, 1))).toContain('INTEGER PRIMARY KEY')
    expect(await changing((trx) => setMergeState(trx, 1, 'undone', 1))).toContain('INTEGER PRIMARY KEY')
  })

  it('shows the target groups of a person and the people with their roles', async () => {
    const targets = await steps(() => readTargets(plans.kysely, 3))
    expect(targets).toContain('targets_shared')
    expect(targets).toContain('targets_own (user_id=?)')
    expect(await steps(() => readTarget(plans.kysely, 1))).not.toMatch(/^SCAN/m)
    expect(await steps(() => readUser(plans.kysely, 3))).not.toMatch(/^SCAN (users|user_roles)/m)
    // All of them are asked for: each is read once, and no role is looked for in a whole table.
    const people = await steps(() => readAllUsers(plans.kysely))
    expect(people.match(/^SCAN/gm)).toHaveLength(2)
    expect(people).toContain('SEARCH')
  })
})
