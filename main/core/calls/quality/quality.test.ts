import { beforeEach, expect, test } from 'vitest'
import { insertTestCalls, type CallForTest } from '../../../../db/calls/callsForTests.ts'
import { joinCalls } from '../../../../db/calls/calls.ts'
import { refusal, testOffice, type Person, type TestOffice } from '../../testOffice.ts'

let office: TestOffice
let owner: Person
let maly: Person
/** Nine in the morning by this computer's clock. */
const morning = new Date(2026, 10, 20, 9).getTime()
const days = { from: '2026-11-20', to: '2026-11-20' }
const minute = 60_000
const questions = [
  { text: 'Greeted with the name of the office', points: 1, weight: 1 },
  { text: 'Understood what was wanted', points: 5, weight: 3 },
]

beforeEach(async () => {
  office = await testOffice()
  owner = await office.owner()
  maly = await office.person({ rights: ['calls.see'] })
})

const add = (...calls: CallForTest[]): Promise<number[]> =>
  office.office.writing.transaction().execute((trx) => insertTestCalls(trx, calls))
const talked = async (user?: Person) => (await add({ at: morning, talk: 90_000, user: user?.id ?? null }))[0]!
const list = (name = 'Sales call') => owner.ask.callQuality.saveChecklist({ name, questions })

test('a call is scored by a checklist, and keeps the questions when the checklist gets others', async () => {
  const call = await talked(maly)
  const { version, id } = await list()
  const given = { call, version, answers: [1, 4], words: 'Slow down a little' }
  const score = await owner.ask.callQuality.score({ ...given, revision: 0 })
  // One part of four whole, three to four fifths.
  expect(score).toMatchObject({ checklist: 'Sales call', result: 8500, by: owner.name, revision: 1 })
  const others = [{ text: 'Said goodbye', points: 3, weight: 1 }]
  const next = await owner.ask.callQuality.saveChecklist({ id, name: 'Sales calls', questions: others })
  expect(next.version).not.toBe(version)
  expect((await owner.ask.callQuality.ofCall({ call })).score).toMatchObject({ questions, answers: [1, 4] })
  // The same questions again are no version of their own.
  const same = await owner.ask.callQuality.saveChecklist({ id, name: 'Sales calls', questions: others })
  expect(same.version).toBe(next.version)
  await owner.ask.callQuality.retireChecklist({ id, retired: true })
  expect(await owner.ask.callQuality.checklists()).toMatchObject([{ name: 'Sales calls', retired: true }])
  expect((await refusal(list('SALES CALLS'))).code).toBe('NAME_TAKEN')
})

test('what cannot be is refused: too many points, no answers, another’s change, a call that nobody answered', async () => {
  const call = await talked(maly)
  const { version } = await list()
  const { score } = owner.ask.callQuality
  const given = { call, version, words: '', revision: 0 }
  expect(await refusal(score({ ...given, answers: [2, 4] }))).toMatchObject({
    code: 'BAD_VALUE',
    data: { name: 'Greeted with the name of the office' },
  })
  expect((await refusal(score({ ...given, answers: [1] }))).code).toBe('BAD_VALUE')
  expect((await refusal(score({ ...given, answers: [null, null] }))).code).toBe('FIELD_REQUIRED')
  await score({ ...given, answers: [1, null] })
  expect(await refusal(score({ ...given, answers: [0, 0] }))).toMatchObject({
    code: 'CHANGED_MEANWHILE',
    data: { revision: 1, by: owner.name },
  })
  const [missed] = await add({ at: morning })
  expect((await refusal(score({ ...given, call: missed!, answers: [1, 1] }))).code).toBe('NOT_FOUND')
  expect((await refusal(maly.ask.callQuality.score({ ...given, answers: [1, 1] }))).code).toBe('NO_RIGHT')
})

test('who had the call reads their own score and marks, and nobody else’s', async () => {
  const sokun = await office.person({ rights: ['calls.see'] })
  const [hers, his] = [await talked(maly), await talked(sokun)]
  const { version } = await list()
  for (const call of [hers, his]) {
    await owner.ask.callQuality.score({ call, version, answers: [1, 5], words: '', revision: 0 })
    await owner.ask.callQuality.mark({ call, second: 65, words: 'Well said' })
  }
  const own = await maly.ask.callQuality.ofCall({ call: hers })
  expect(own).toMatchObject({ score: { result: 10_000 }, marks: [{ second: 65, words: 'Well said' }] })
  expect(await maly.ask.callQuality.ofCall({ call: his })).toEqual({ score: null, marks: [] })
  expect((await maly.ask.callQuality.scores(days)).rows.map(({ call }) => call)).toEqual([hers])
  expect((await maly.ask.callQuality.results(days)).map(({ employee }) => employee?.id)).toEqual([maly.id])
  expect((await owner.ask.callQuality.scores(days)).total).toBe(2)
})

test('results are by employee: how many calls, the average, the lowest, the marks', async () => {
  const [first, second, third] = [await talked(maly), await talked(maly), await talked()]
  const { version } = await list()
  const give = (call: number, answers: (number | null)[]) =>
    owner.ask.callQuality.score({ call, version, answers, words: '', revision: 0 })
  await give(first, [1, 5])
  await give(second, [1, 0])
  await give(third, [null, 4])
  const { id } = await owner.ask.callQuality.mark({ call: second, second: 5, words: 'Hung up' })
  expect(await owner.ask.callQuality.results(days)).toEqual([
    { employee: null, scored: 1, average: 8000, lowest: 8000, marks: 0 },
    { employee: { id: maly.id, name: maly.name }, scored: 2, average: 6250, lowest: 2500, marks: 1 },
  ])
  // Taken away, neither counts; both come back.
  await owner.ask.callQuality.removeScore({ call: second, removed: true })
  await owner.ask.callQuality.removeMark({ id, removed: true })
  expect((await owner.ask.callQuality.results(days))[0]).toMatchObject({ average: 10_000, marks: 0 })
  expect(await owner.ask.callQuality.ofCall({ call: second })).toEqual({ score: null, marks: [] })
  await owner.ask.callQuality.removeScore({ call: second, removed: false })
  await owner.ask.callQuality.removeMark({ id, removed: false })
  expect((await owner.ask.callQuality.results(days))[1]).toMatchObject({ average: 6250, marks: 1 })
  expect(await owner.ask.callQuality.results({ from: '2026-11-19', to: '2026-11-19' })).toEqual([])
})

test('norms are held against what happened, a missed call only once its time is over', async () => {
  const now = morning + 60 * minute
  office.clock = now
  await owner.ask.callQuality.saveNorms({
    answer: { percent: 80, seconds: 20 },
    return: { percent: 90, minutes: 30 },
  })
  const [, , , soon, late] = await add(
    { at: morning, wait: 20_000, talk: 5000 },
    { at: morning, wait: 20_001, talk: 5000 },
    { at: morning, direction: 'outgoing', talk: 5000 },
    { at: morning, wait: 10_000 },
    { at: morning, wait: 10_000 },
    { at: morning, wait: 10_000 },
    { at: now - minute, wait: 10_000 },
  )
  const raw = office.office.connection.raw.prepare('UPDATE calls SET returned_at = ? WHERE id = ?')
  raw.run(morning + 10_000 + 30 * minute, soon)
  raw.run(morning + 10_001 + 30 * minute, late)
  const fact = { incoming: 6, answered: 1, missed: 3, returned: 1 }
  const facts = await owner.ask.callQuality.facts({ from: '2026-11-19', to: '2026-11-21' })
  expect(facts).toEqual({ all: { key: '', ...fact }, rows: [{ key: '2026-11-20', ...fact }] })
  const year = await owner.ask.callQuality.facts({ from: '2026-01-01', to: '2026-12-31' })
  expect(year.rows).toEqual([{ key: '2026-11', ...fact }])
  expect((await refusal(maly.ask.callQuality.facts(days))).code).toBe('NO_RIGHT')
})

test('what was said of a call goes along where it turns out to be a part of another', async () => {
  const [part, whole] = [await talked(maly), await talked(maly)]
  const { version } = await list()
  await owner.ask.callQuality.score({ call: part, version, answers: [1, 5], words: '', revision: 0 })
  await owner.ask.callQuality.mark({ call: part, second: 3, words: 'Here' })
  await office.office.writing.transaction().execute(async (trx) => {
    const row = (id: number) =>
      trx.selectFrom('calls').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
    const into = await row(whole)
    await joinCalls(trx, into.connection_id, await row(part), { reference: into.reference, row: into })
  })
  expect(await owner.ask.callQuality.ofCall({ call: whole })).toMatchObject({
    score: { result: 10_000 },
    marks: [{ words: 'Here' }],
  })
})

test('the log says who scored which call and how', async () => {
  const call = await talked(maly)
  const { version } = await list()
  await owner.ask.callQuality.score({ call, version, answers: [1, 4], words: 'Slow', revision: 0 })
  const { rows } = await owner.ask.log.page({})
  expect(rows.find(({ action }) => action === 'callQuality.score')).toMatchObject({
    by: owner.name,
    subject: { type: 'call', id: call },
    changes: expect.arrayContaining([
      { field: 'callScore.result', before: null, after: 85 },
      { field: 'callScore.words', before: null, after: 'Slow' },
    ]),
  })
})
