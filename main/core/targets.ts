import { filterOfCriteria, type Criteria, type Target } from '../../app/contract/targets.ts'
import type { ClientFilter } from '../../app/contract/clients.ts'
import { Refusal } from '../../app/errors.ts'
import { may } from '../../app/rights.ts'
import {
  deleteTarget,
  readTarget,
  readTargets,
  targetOfName,
  writeTarget,
  type TargetRow,
} from '../../db/targets.ts'
import { changesBetween } from './changes.ts'
import { asker, refuseUnaskable } from './clients/reach.ts'
import { settingsOf } from './clients/service.ts'
import type { Actor, Look, Services } from './work.ts'

/** Target groups: criteria under a name. Who is in one is found anew whenever it is asked. */
export const targets: Services<'targets'> = {
  async list({ base, actor }) {
    return (await readTargets(base, actor.userId)).map((row) => asSeen(row, actor))
  },

  async counts(look) {
    const { base, actor, office, signal } = look
    const person = await asker(look, await settingsOf(look))
    const rows = await readTargets(base, actor.userId)
    return Promise.all(
      rows.map(async ({ id, criteria }) => {
        if (!(await mayAsk(look, criteria))) return { id, count: null }
        const filter = filterOfCriteria(criteria, today(look))
        return { id, count: await office.columns.ask('count', [{ filter }, person], signal) }
      }),
    )
  },

  async save(work, { id, ...draft }) {
    const { actor, trx } = work
    const before = id === undefined ? undefined : await changeable(work, id)
    if (draft.shared) needShare(actor)
    await refuseUnaskable(work, { filter: filterOfCriteria(draft.criteria, today(work)) })
    const target = { ...draft, userId: before?.userId ?? actor.userId }
    const taken = await targetOfName(trx, target)
    if (taken !== undefined && taken !== id) throw new Refusal('NAME_TAKEN', { name: draft.name })
    const saved = await writeTarget(trx, { ...target, id }, work.at)
    work.log({
      subject: { type: 'target', id: saved, name: draft.name },
      changes: changesBetween('target', before ? said(before) : {}, said(target)),
    })
    work.tell({ type: 'targets.changed' })
    return asSeen((await readTarget(trx, saved))!, actor)
  },

  async remove(work, { id }) {
    const before = await changeable(work, id)
    await deleteTarget(work.trx, id)
    work.log({
      subject: { type: 'target', id, name: before.name },
      changes: changesBetween('target', said(before), {}),
    })
    work.tell({ type: 'targets.changed' })
    return null
  },
}

/** Whom a target group means today, for whoever has it. Throws NOT_FOUND. */
export async function filterOfTarget(look: Look, id: number): Promise<ClientFilter> {
  const row = await readTarget(look.base, id)
  if (!row || (!row.shared && row.userId !== look.actor.userId)) throw new Refusal('NOT_FOUND')
  return filterOfCriteria(row.criteria, today(look))
}

/** What the log says of one: not whom it means, as the reader of the log may be kept from fields it asks for. */
const said = ({ name, shared }: Pick<TargetRow, 'name' | 'shared'>) => ({ name, shared })

/** The day it is here, at the office, YYYY-MM-DD. */
function today({ office }: Pick<Look, 'office'>): string {
  const now = new Date(office.now())
  const two = (number: number) => String(number).padStart(2, '0')
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`
}

/** Not where it asks for a field that the person does not see, or that the office no longer has. */
async function mayAsk(look: Look, criteria: Criteria): Promise<boolean> {
  try {
    await refuseUnaskable(look, { filter: filterOfCriteria(criteria, today(look)) })
    return true
  } catch (error) {
    if (error instanceof Refusal) return false
    throw error
  }
}

const asSeen = ({ userId, ...row }: TargetRow, actor: Actor): Target => ({
  ...row,
  own: userId === actor.userId,
})

/** Throws NO_RIGHT. */
function needShare({ grant }: Actor): void {
  if (!may(grant, 'targets.share')) throw new Refusal('NO_RIGHT', { right: 'targets.share' })
}

/** One that this person may change. Throws NOT_FOUND for somebody else's own, NO_RIGHT for everybody's without the right. */
async function changeable({ base, actor }: Look, id: number): Promise<TargetRow> {
  const row = await readTarget(base, id)
  if (!row || (!row.shared && row.userId !== actor.userId)) throw new Refusal('NOT_FOUND')
  if (row.shared) needShare(actor)
  return row
}
