import { longestCallList } from '../../../../app/contract/callLists.ts'
import { Refusal } from '../../../../app/errors.ts'
import {
  callListOfName,
  countCallLists,
  readCallList,
  readCallLists,
  setCallListState,
  writeCallList,
  type CallListRow,
} from '../../../../db/calls/lists.ts'
import { deleteEntries, insertEntries, pageOfEntries, readDigits } from '../../../../db/calls/listEntries.ts'
import { changesBetween } from '../../changes.ts'
import type { Look, Services } from '../../work.ts'
import { exportList } from './exporting.ts'
import { gather } from './people.ts'
import { counted, shownEntries } from './shown.ts'
import { turns } from './turns.ts'

/** Written in one go; calls are answered in between. */
const slice = 1000

/** Throws NOT_FOUND. */
async function existing(look: Look, id: number): Promise<CallListRow> {
  const list = await readCallList(look.base, id)
  if (!list) throw new Refusal('NOT_FOUND')
  return list
}

const said = ({
  name,
  script,
  rules,
  callers,
}: Pick<CallListRow, 'name' | 'script' | 'rules' | 'callers'>) => ({
  name,
  script,
  attempts: rules.attempts,
  pauseNoAnswer: rules.pauses.no_answer,
  pauseBusy: rules.pauses.busy,
  hoursFrom: rules.hours.from,
  hoursTo: rules.hours.to,
  days: rules.hours.days,
  callers: callers.length,
})

/** Lists of people who are called one after another. */
export const callLists: Services<'callLists'> = {
  ...turns,

  async list({ base, office }) {
    const now = office.now()
    const counts = await countCallLists(base, now, undefined)
    return (await readCallLists(base)).map((list) => counted(list, counts, now))
  },

  async one(look, { id }) {
    const now = look.office.now()
    return counted(await existing(look, id), await countCallLists(look.base, now, id), now)
  },

  async entries(look, { id, show, result, offset, limit }) {
    await existing(look, id)
    const { total, rows } = await pageOfEntries(look.base, id, { show, result }, { offset, limit })
    return { total, rows: await shownEntries(look, rows) }
  },

  async save(work, { id, ...draft }) {
    const before = id === undefined ? undefined : await existing(work, id)
    const taken = await callListOfName(work.trx, draft.name)
    if (taken !== undefined && taken !== id) throw new Refusal('NAME_TAKEN', { name: draft.name })
    const saved = await writeCallList(work.trx, { ...draft, id }, { at: work.at, by: work.actor.userId })
    work.log({
      subject: { type: 'callList', id: saved, name: draft.name },
      changes: changesBetween('callList', before ? said(before) : {}, said(draft)),
    })
    work.tell({ type: 'callLists.changed' })
    return { id: saved }
  },

  async setState(work, { id, state }) {
    const list = await existing(work, id)
    if (list.state === state) return null
    await setCallListState(work.trx, id, state)
    work.log({
      subject: { type: 'callList', id, name: list.name },
      changes: changesBetween('callList', { state: list.state }, { state }),
    })
    work.tell({ type: 'callLists.changed' })
    return null
  },

  async add(look, { id, source }) {
    const list = await existing(look, id)
    const { people, withoutNumber } = await look.office.use(() => gather(look, source))
    let [added, known, full] = [0, 0, 0]
    for (let from = 0; from < people.length; from += slice) {
      // eslint-disable-next-line no-await-in-loop -- a slice at a time
      await look.write(async ({ trx, at }) => {
        const there = await readDigits(trx, id)
        const fresh = people.slice(from, from + slice).filter(({ digits }) => {
          if (there.has(digits)) return void known++
          if (there.size >= longestCallList) return void full++
          return there.add(digits)
        })
        await insertEntries(trx, id, fresh, at)
        added += fresh.length
      })
      if (look.signal?.aborted) break
    }
    await look.write(async ({ log, tell }) => {
      log({
        subject: { type: 'callList', id, name: list.name },
        changes: [{ field: 'callList.added', before: null, after: added }],
      })
      tell({ type: 'callLists.changed' })
    })
    return { added, known, withoutNumber, full }
  },

  async takeOff(work, { id, entries }) {
    const list = await existing(work, id)
    const count = await deleteEntries(work.trx, id, entries)
    if (count > 0) {
      work.log({
        subject: { type: 'callList', id, name: list.name },
        changes: [{ field: 'callList.takenOff', before: null, after: count }],
      })
      work.tell({ type: 'callLists.changed' })
    }
    return { count }
  },

  async exported(look, request) {
    const list = await look.office.use(() => existing(look, request.id))
    const { file, rows } = await exportList(look, list, request)
    await look.write(async ({ log }) =>
      log({
        subject: { type: 'callList', id: list.id, name: list.name },
        changes: [{ field: 'callList.exported', before: null, after: rows }],
      }),
    )
    return file
  },
}
