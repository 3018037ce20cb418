import { Refusal } from '../../../../app/errors.ts'
import { hides, may } from '../../../../app/rights.ts'
import { readLastTalk } from '../../../../db/calls/ofClients.ts'
import { readMergedInto } from '../../../../db/clients/merging.ts'
import {
  insertRemark,
  readLastContact,
  readOpenSteps,
  readPinned,
  readRemark,
  updateRemark,
} from '../../../../db/clients/remarks.ts'
import { mainName } from '../../../../db/clients/rows.ts'
import { changesBetween } from '../../changes.ts'
import type { Look, Services, Work } from '../../work.ts'
import { ownCallsOf } from '../../calls/reach.ts'
import { reachClient } from '../reach.ts'
import { settingsOf } from '../service.ts'
import { remarkEntry, sources } from './sources.ts'
import { stretch } from './stretch.ts'

/** The card and those that went into it. Throws NOT_FOUND. */
async function cardsOf(look: Look, id: number): Promise<number[]> {
  await reachClient(look, id)
  return [id, ...(await readMergedInto(look.base, id))]
}

/** Throws FIELD_HIDDEN where the person would write what they cannot read. */
function refuseUnseen({ actor }: Look): void {
  if (hides(actor.grant, 'client.notes')) throw new Refusal('FIELD_HIDDEN', { field: 'client.notes' })
}

async function logRemark(
  work: Work,
  clientId: number,
  before: Readonly<Record<string, unknown>>,
  after: Readonly<Record<string, unknown>>,
): Promise<void> {
  const { names } = await reachClient(work, clientId)
  const { sortLanguage } = await settingsOf(work)
  work.log({
    subject: { type: 'client', id: clientId, name: mainName(names, sortLanguage) },
    changes: changesBetween('client', before, after),
  })
}

/** Everything that happened with a client, in one stream, and what people write into it. */
export const timeline: Services<'timeline'> = {
  async page(look, { id, kinds, after, limit }) {
    const ids = await cardsOf(look, id)
    const wanted = sources.filter(({ kind }) => kinds === undefined || kinds.includes(kind))
    const shown = await stretch(look, wanted, ids, after ?? {}, limit)
    const pins = after === undefined && !hides(look.actor.grant, 'client.notes')
    const pinned = pins ? await readPinned(look.base, ids) : []
    return { pinned: pinned.map((stored) => remarkEntry(stored, look.actor)), ...shown }
  },

  async figures(look, { id }) {
    const ids = await cardsOf(look, id)
    const { grant } = look.actor
    const talk = may(grant, 'calls.see')
      ? await readLastTalk(look.base, ids, ownCallsOf(look.actor))
      : undefined
    const seesRemarks = !hides(grant, 'client.notes')
    const remark = seesRemarks ? await readLastContact(look.base, ids) : undefined
    const contact = talk && (!remark || talk.at > remark.at) ? talk : remark
    const [step] = seesRemarks ? await readOpenSteps(look.base, ids, 1) : []
    return {
      ...(contact ? { lastContact: { at: contact.at, by: contact.by } } : {}),
      ...(step ? { nextStep: { remark: step.id, text: step.text, due: step.due } } : {}),
    }
  },

  async write(work, { id, about, text, due }) {
    refuseUnseen(work)
    const { binnedAt } = await reachClient(work, id)
    if (binnedAt !== null) throw new Refusal('NOT_FOUND')
    const remark = await insertRemark(work.trx, {
      clientId: id,
      at: work.at,
      userId: work.actor.userId,
      about,
      text,
      due: about === 'step' ? due : null,
    })
    await logRemark(work, id, {}, { remark: text, due: about === 'step' ? due : null })
    return { remark }
  },

  async change(work, { remark: id, text, due, pinned, done, removed }) {
    refuseUnseen(work)
    const before = await readRemark(work.trx, id)
    if (!before) throw new Refusal('NOT_FOUND')
    await reachClient(work, before.client_id)
    if (before.removed_at !== null && removed !== false) throw new Refusal('NOT_FOUND')
    const words = text !== undefined || due !== undefined || removed !== undefined
    if (words && before.user_id !== work.actor.userId) throw new Refusal('NOT_AUTHOR')
    const changed = {
      ...(text === undefined || text === before.text ? {} : { text, changed_at: work.at }),
      ...(due === undefined || before.about !== 'step' ? {} : { due }),
      ...(pinned === undefined ? {} : { pinned: pinned ? 1 : 0 }),
      ...(done === undefined || before.about !== 'step' ? {} : { done_at: done ? work.at : null }),
      ...(removed === undefined ? {} : { removed_at: removed ? work.at : null }),
    }
    if (Object.keys(changed).length === 0) return null
    await updateRemark(work.trx, id, changed)
    const after = { ...before, ...changed }
    const said = (state: typeof after) => ({
      remark: state.removed_at === null ? state.text : null,
      due: state.due,
      remarkPinned: state.pinned === 1,
      remarkDone: state.done_at !== null,
    })
    await logRemark(work, before.client_id, said(before), said(after))
    return null
  },
}
