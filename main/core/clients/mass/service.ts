import { setImmediate } from 'node:timers/promises'
import type { MassAct, MassStep, MassTarget } from '../../../../app/contract/mass.ts'
import { Refusal } from '../../../../app/errors.ts'
import { hides, type HideableField } from '../../../../app/rights.ts'
import {
  insertMass,
  insertMassClients,
  pageOfMass,
  readMass,
  readMassClients,
  readStanding,
  setMassState,
  setMassUndone,
} from '../../../../db/clients/mass.ts'
import { readRows } from '../../../../db/clients/page.ts'
import type { ClientScope } from '../../../../db/clients/visible.ts'
import type { LongWork, Look, Services } from '../../work.ts'
import { asker, reachClients, reachOf, readingLanguage, refuseUnaskable, rowNeeds } from '../reach.ts'
import { ownEyes, settingsOf } from '../service.ts'
import { aboutOf, givenBy, hasIt, logged, refuseAct, takesAct } from './acts.ts'
import { give, inSlices, tellAtEnd } from './slices.ts'
import { steps } from './steps.ts'

/** Clients of whom it is counted at once who has the value already: a millisecond or two. */
const countedAtOnce = 2000

/** Everybody who is meant, as far as the person reaches them. */
export async function idsOf(look: Look, { filter, ids, except }: MassTarget): Promise<number[]> {
  await refuseUnaskable(look, { filter })
  const person = await asker(look, await settingsOf(look))
  return look.office.columns.ask('all', [{ filter, ids, except, order: [] }, person], look.signal)
}

/** One field may be hidden from who looks at what others did. */
const hidesAct = ({ actor }: Look, act: MassAct): boolean => {
  const field = logged(act, null, 0).field as HideableField
  return hides(actor.grant, field)
}

/** Whom the person reaches, as the base is asked. */
const scopeOf = ({ office, actor }: Look): ClientScope => ({
  ...reachOf(actor),
  unfinishedImport: office.importing?.id,
})

async function change(
  look: LongWork,
  target: MassTarget,
  act: MassAct,
  tell: (step: MassStep) => void,
  signal: AbortSignal,
): Promise<MassStep> {
  const ids = await look.office.use(() => idsOf({ ...look, signal }, target))
  const total = ids.length
  const ended = { mass: null as number | null, changed: 0, same: 0, left: 0, stopped: false }
  if (total === 0) return { done: 0, total, ended }
  // As they lie in the base: neighbours are written together.
  ids.sort((a, b) => a - b)
  const mass = await look.write(({ trx, at, actor }) =>
    insertMass(trx, { at, by: actor.userId, seat: actor.seat, act, found: total }),
  )
  const changed: number[] = []
  const about = aboutOf(act)
  let done = 0
  await inSlices(look, signal, async (work, size) => {
    tell({ done, total, ended: null })
    const some = ids.slice(done, done + size)
    const standing = (await readStanding(work.trx, some, about, scopeOf(work))).filter((one) =>
      takesAct(act, one),
    )
    const fresh = standing.filter((one) => !hasIt(act, one))
    if (fresh.length > 0) {
      const now = fresh.map(({ id }) => id)
      await give(work, now, about, givenBy(act, work.at))
      await insertMassClients(
        work.trx,
        mass,
        fresh.map(({ id, revision, before }) => ({ id, revision: revision + 1, before })),
      )
      changed.push(...now)
    }
    done += some.length
    ended.same += standing.length - fresh.length
    ended.left += some.length - standing.length
    return some.length
  })
  ended.changed = changed.length
  ended.stopped = done < total
  ended.left += total - done
  ended.mass = changed.length > 0 ? mass : null
  await look.write(async (work) => {
    await setMassState(work.trx, mass, ended.stopped ? 'stopped' : 'done')
    if (changed.length === 0) return
    work.log({
      subject: { type: 'mass', id: mass, name: '' },
      changes: [
        { ...logged(act, null, work.at), before: act.do === 'leave' ? [act.group] : null },
        { field: 'mass.changed', before: null, after: changed.length },
        ...(ended.stopped ? [{ field: 'mass.stopped', before: null, after: true }] : []),
      ],
    })
    tellAtEnd(work, changed)
  })
  return { done: total, total, ended }
}

async function takeBack(
  look: LongWork,
  { id, act, changed, undone }: { id: number; act: MassAct; changed: number; undone: number },
  tell: (step: MassStep) => void,
  signal: AbortSignal,
): Promise<MassStep> {
  const total = changed - undone
  const back: number[] = []
  const about = aboutOf(act)
  let [done, last] = [0, 0]
  await look.write(({ trx }) => setMassState(trx, id, 'undoing'))
  await inSlices(look, signal, async (work, size) => {
    tell({ done, total, ended: null })
    const stored = await readMassClients(work.trx, id, { after: last, limit: size, left: true })
    // Who may change them now, even where the change itself gave them to somebody else.
    const eyes = act.do === 'set' && act.field === 'manager' ? ownEyes(work) : work
    const storedIds = stored.map((one) => one.id)
    const standing = await readStanding(work.trx, storedIds, about, scopeOf(eyes))
    const revisions = new Map(standing.map((one) => [one.id, one.revision]))
    const fitting = stored.filter((one) => revisions.get(one.id) === one.revision)
    // eslint-disable-next-line no-await-in-loop -- one connection
    for (const same of Map.groupBy(fitting, (one) => JSON.stringify(one.before)).values())
      // eslint-disable-next-line no-await-in-loop -- the same
      await give(
        work,
        same.map((one) => one.id),
        about,
        same[0]!.before,
      )
    const ids = fitting.map((one) => one.id)
    await setMassUndone(work.trx, id, ids, work.at)
    back.push(...ids)
    done += stored.length
    last = stored.at(-1)?.id ?? last
    return stored.length
  })
  const stopped = signal.aborted && done < total
  await look.write(async (work) => {
    await setMassState(work.trx, id, stopped ? 'stopped' : 'undone')
    work.log({
      subject: { type: 'mass', id, name: '' },
      changes: [
        { field: 'mass.undone', before: null, after: back.length },
        { field: 'mass.kept', before: null, after: total - back.length },
      ],
    })
    tellAtEnd(work, back)
  })
  return {
    done: total,
    total,
    ended: { mass: id, changed: back.length, same: 0, left: total - back.length, stopped },
  }
}

/** Throws NOT_FOUND, FIELD_HIDDEN. */
async function shown(look: Look, id: number) {
  const row = await readMass(look.base, id)
  if (!row) throw new Refusal('NOT_FOUND')
  if (hidesAct(look, row.act)) throw new Refusal('FIELD_HIDDEN', { field: logged(row.act, null, 0).field })
  return row
}

/** One thing done to many clients at once, and taken back at once. */
export const mass: Services<'mass'> = {
  async preview(look, { target, act }) {
    await refuseAct(look, act)
    const ids = await idsOf(look, target)
    const about = aboutOf(act)
    let same = 0
    for (let from = 0; from < ids.length; from += countedAtOnce) {
      // eslint-disable-next-line no-await-in-loop -- so that calls are answered in between
      const some = await readStanding(look.base, ids.slice(from, from + countedAtOnce), about, scopeOf(look))
      same += some.filter((one) => takesAct(act, one) && hasIt(act, one)).length
      // eslint-disable-next-line no-await-in-loop -- the same
      await setImmediate()
      if (look.signal?.aborted) throw new Refusal('CANCELLED')
    }
    return { found: ids.length, same }
  },

  async run(look, { target, act }) {
    await look.office.use(() => refuseAct(look, act))
    return steps<MassStep>(look.signal, (tell, signal) => change(look, target, act, tell, signal))
  },

  async undo(look, { id }) {
    const row = await look.office.use(() => shown(look, id))
    await look.office.use(() =>
      refuseAct(look, row.act).catch((error: unknown) => {
        // The entry may have been taken out of its list since: what clients had before is given back all the same.
        if (!(error instanceof Refusal) || error.code !== 'NOT_FOUND') throw error
      }),
    )
    if (row.state === 'running' || row.state === 'undoing') throw new Refusal('IN_USE')
    return steps<MassStep>(look.signal, (tell, signal) => takeBack(look, row, tell, signal))
  },

  async show(look, { id }) {
    const { act, at, by, state, found, changed, undone } = await shown(look, id)
    return { id, at, by, act, state, found, changed, undone }
  },

  async clients(look, { id, offset, limit }) {
    const { changed } = await shown(look, id)
    const page = await pageOfMass(look.base, id, offset, limit)
    const reached = await reachClients(
      look,
      page.map((one) => one.id),
    )
    const ids = new Set(reached.map((card) => card.id))
    const needs = rowNeeds(look.actor, await readingLanguage(look, await settingsOf(look)))
    const rows = await readRows(
      look.base,
      page.map((one) => one.id).filter((one) => ids.has(one)),
      needs,
    )
    const byId = new Map(page.map((one) => [one.id, one]))
    return {
      total: changed,
      rows: rows.map((row) => {
        const { before, undone_at } = byId.get(row.id)!
        return { row, before, undone: undone_at !== null }
      }),
    }
  },
}
