import { setImmediate } from 'node:timers/promises'
import type { MassAct, MassStep, MassTarget } from '../../../../app/contract/mass.ts'
import { Refusal } from '../../../../app/errors.ts'
import { hides, type HideableField } from '../../../../app/rights.ts'
import {
  countHaving,
  insertMass,
  insertMassClients,
  pageOfMass,
  readMass,
  readMassClients,
  setMassState,
  setMassUndone,
} from '../../../../db/clients/mass.ts'
import { readRows } from '../../../../db/clients/page.ts'
import { readPlaces } from '../../../../db/clients/places.ts'
import type { LongWork, Look, Services, Work } from '../../work.ts'
import { asker, reachClients, readingLanguage, refuseUnaskable, rowNeeds } from '../reach.ts'
import { ownEyes, settingsOf } from '../service.ts'
import { doAct, hasIt, haveIt, logged, refuseAct, takesAct, undoAct, valueOf } from './acts.ts'
import { steps } from './steps.ts'

/** Clients changed in one go: calls wait some milliseconds for it. */
const slice = 100
/** Clients of whom it is counted at once who has the value already: a millisecond or two. */
const countedAtOnce = 2000
/** So many changed clients are told one by one; of more it is only told that many changed. */
const toldApart = 5000

/** Everybody who is meant, as far as the person reaches them. */
async function idsOf(look: Look, { filter, ids, except }: MassTarget): Promise<number[]> {
  await refuseUnaskable(look, { filter })
  const person = await asker(look, await settingsOf(look))
  return look.office.columns.ask('all', [{ filter, ids, except, order: [] }, person], look.signal)
}

/** One field may be hidden from who looks at what others did. */
const hidesAct = ({ actor }: Look, act: MassAct): boolean => {
  const field = logged(act, null, 0).field as HideableField
  return hides(actor.grant, field)
}

/** Moves clients that came into the table by name or left it. */
async function tellPlaces(work: Work, ids: readonly number[], change: () => Promise<void>): Promise<void> {
  const before = await readPlaces(work.trx, ids)
  await change()
  const now = await readPlaces(work.trx, ids)
  work.afterwards(() => {
    for (const id of ids) {
      const [was, is] = [before.get(id), now.get(id)]
      if (was === undefined || is === undefined) work.office.ranks.moved(was, is)
    }
  })
}

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
  const mass = await look.write(({ trx, at, actor }) =>
    insertMass(trx, { at, by: actor.userId, seat: actor.seat, act, found: total }),
  )
  const changed: number[] = []
  let done = 0
  for (; done < total && !signal.aborted; done = Math.min(total, done + slice)) {
    tell({ done, total, ended: null })
    const some = ids.slice(done, done + slice)
    // eslint-disable-next-line no-await-in-loop -- a slice at a time, so that calls are answered in between
    await look.write(async (work) => {
      const cards = (await reachClients(work, some)).filter((card) => takesAct(act, card))
      const fresh = cards.filter((card) => !hasIt(act, valueOf(act, card)))
      ended.same += cards.length - fresh.length
      ended.left += some.length - cards.length
      if (fresh.length === 0) return
      const now = fresh.map(({ id }) => id)
      await tellPlaces(work, now, () => doAct(work, act, now))
      await insertMassClients(
        work.trx,
        mass,
        fresh.map((card) => ({ id: card.id, revision: card.revision + 1, before: valueOf(act, card) })),
      )
      changed.push(...now)
      work.afterwards(() => work.office.columns.changed(now))
    })
    // eslint-disable-next-line no-await-in-loop -- the same
    await setImmediate()
  }
  ended.changed = changed.length
  ended.stopped = done < total
  ended.left += total - done
  ended.mass = changed.length > 0 ? mass : null
  await look.write(async ({ trx, at, log, tell }) => {
    await setMassState(trx, mass, ended.stopped ? 'stopped' : 'done')
    if (changed.length === 0) return
    log({
      subject: { type: 'mass', id: mass, name: '' },
      changes: [
        { ...logged(act, null, at), before: act.do === 'leave' ? [act.group] : null },
        { field: 'mass.changed', before: null, after: changed.length },
        ...(ended.stopped ? [{ field: 'mass.stopped', before: null, after: true }] : []),
      ],
    })
    tell({ type: 'client.changed', ...(changed.length <= toldApart ? { ids: changed } : {}) })
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
  let done = 0
  await look.write(({ trx }) => setMassState(trx, id, 'undoing'))
  for (let last: number | undefined = 0; last !== undefined && !signal.aborted;) {
    tell({ done, total, ended: null })
    const after: number = last
    // eslint-disable-next-line no-await-in-loop -- a slice at a time
    last = await look.write(async (work) => {
      const stored = await readMassClients(work.trx, id, { after, limit: slice, left: true })
      const cards = new Map(
        // Who may change them now, even where the change itself gave them to somebody else.
        (
          await reachClients(
            act.do === 'set' && act.field === 'manager' ? ownEyes(work) : work,
            stored.map((one) => one.id),
          )
        ).map((card) => [card.id, card]),
      )
      const fitting = stored.filter((one) => cards.get(one.id)?.revision === one.revision)
      const ids = fitting.map((one) => one.id)
      await tellPlaces(work, ids, async () => {
        for (const [before, same] of Map.groupBy(fitting, (one) => one.before))
          // eslint-disable-next-line no-await-in-loop -- one connection
          await undoAct(
            work,
            act,
            same.map((one) => one.id),
            before,
          )
      })
      await setMassUndone(work.trx, id, ids, work.at)
      back.push(...ids)
      work.afterwards(() => work.office.columns.changed(ids))
      done += stored.length
      return stored.at(-1)?.id
    })
    // eslint-disable-next-line no-await-in-loop -- the same
    await setImmediate()
  }
  const stopped = signal.aborted && done < total
  await look.write(async ({ trx, log, tell }) => {
    await setMassState(trx, id, stopped ? 'stopped' : 'undone')
    log({
      subject: { type: 'mass', id, name: '' },
      changes: [
        { field: 'mass.undone', before: null, after: back.length },
        { field: 'mass.kept', before: null, after: total - back.length },
      ],
    })
    if (back.length > 0) tell({ type: 'client.changed', ...(back.length <= toldApart ? { ids: back } : {}) })
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
    let same = 0
    for (let from = 0; from < ids.length; from += countedAtOnce) {
      // eslint-disable-next-line no-await-in-loop -- so that calls are answered in between
      same += await countHaving(look.base, ids.slice(from, from + countedAtOnce), haveIt(act))
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
