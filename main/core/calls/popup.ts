import { readCallerNumber, type CallerNumber } from '../../../app/callerNumber.ts'
import type { CallAbout, PracticeSceneName } from '../../../app/contract/callPopup.ts'
import { Refusal } from '../../../app/errors.ts'
import { hides, may } from '../../../app/rights.ts'
import { clientsByNumber } from '../../../db/calls/byNumber.ts'
import { readCalls, readLastNumbers } from '../../../db/calls/page.ts'
import { readMergedInto } from '../../../db/clients/merging.ts'
import { readLastContact, readOpenSteps } from '../../../db/clients/remarks.ts'
import type { PracticeScene } from '../../bridges/pbx/ami/practiceOffice.ts'
import { PracticePbx } from '../../bridges/pbx/ami/practicePbx.ts'
import { reachClients, readingLanguage, searchScope } from '../clients/reach.ts'
import { settingsOf } from '../clients/service.ts'
import type { Look, Services } from '../work.ts'
import { asking, telephoneOf } from './dialling.ts'
import { placeOf } from './place.ts'
import { ownCallsOf, reachCall } from './reach.ts'
import { seesNumber } from './telling.ts'

/** What is shown of the past beside a call. */
const most = { calls: 4, steps: 3, clients: 5 }

/** The moment of the call. */
export const callPopup: Services<'callPopup'> = {
  async about(look, { call: id }): Promise<CallAbout> {
    const settings = await settingsOf(look)
    const call = await reachCall(look, id)
    const number = readCallerNumber(call.number, settings.country)
    const ids = await whose(look, call.client_id, number)
    const sees = seesNumber(look.actor, call.client_id !== null || ids.length > 0)
    const by = call.client_id !== null && ids.length > 0 ? { clientId: call.client_id } : { number }
    const before = await readCalls(look.base, { ...by, ownOf: ownCallsOf(look.actor), limit: most.calls + 1 })
    const today = await readCalls(look.base, {
      number,
      from: new Date(look.office.now()).setHours(0, 0, 0, 0),
      ownOf: ownCallsOf(look.actor),
      limit: 100,
    })
    const language = await readingLanguage(look, settings)
    return {
      place: sees && number.e164 !== null ? await placeOf(number.e164, language) : null,
      today: today.filter(({ direction }) => direction === 'incoming').length,
      calls: before
        .filter((row) => row.id !== id)
        .slice(0, most.calls)
        .map((row) => ({
          id: row.id,
          direction: row.direction,
          startedAt: row.started_at,
          talked: row.talk_ms,
          outcome: row.outcome,
          by: row.user,
          note: row.note,
        })),
      clients: await Promise.all(ids.map((client) => aboutClient(look, client, id))),
    }
  },

  async practise(look, { scene }) {
    const own = await telephoneOf(look, look.actor.userId)
    if (!own) throw new Refusal('TELEPHONE', { why: 'no_extension' })
    const { pbx, extension, exchange } = own
    if (!(pbx instanceof PracticePbx)) throw new Refusal('TELEPHONE', { why: 'not_possible' })
    const telephones = [...look.office.exchanges.userOf(exchange.id).keys()]
    const colleague = telephones.find((one) => one !== extension)
    const callers = await readLastNumbers(look.base, 12)
    for (const { number, kind } of scenesOf(scene, callers))
      // eslint-disable-next-line no-await-in-loop -- in their order
      await asking(
        pbx.play({ kind, number, extension, ...(scene === 'group' && colleague ? { colleague } : {}) }),
      )
    return null
  },
}

/** Who calls in a scene: somebody who has called before, so that there is something to see, or a stranger. */
function scenesOf(
  scene: PracticeSceneName,
  callers: readonly string[],
): Pick<PracticeScene, 'kind' | 'number'>[] {
  const stranger = `0969${100_000 + Math.floor(Math.random() * 900_000)}`
  const at = Math.floor(Math.random() * callers.length)
  const [known, other] = [callers[at] ?? stranger, callers[(at + 1) % callers.length] ?? stranger]
  switch (scene) {
    case 'known':
      return [{ kind: 'answered', number: known }]
    case 'unknown':
      return [{ kind: 'answered', number: stranger }]
    case 'anonymous':
      return [{ kind: 'answered', number: '' }]
    case 'two':
      return [known, other].map((number) => ({ kind: 'answered', number }))
    case 'group':
      return [{ kind: 'by_colleague', number: known }]
    case 'missed':
      return [{ kind: 'missed', number: known }]
  }
}

/** Clients whose call it may be, as far as the person reaches them. */
async function whose(look: Look, linked: number | null, number: CallerNumber): Promise<number[]> {
  if (!may(look.actor.grant, 'clients.see')) return []
  const scope = searchScope(look, await settingsOf(look))
  const ids = linked === null ? await clientsByNumber(look.base, number, scope) : [linked]
  return (await reachClients(look, ids.slice(0, most.clients))).map(({ id }) => id)
}

/** What is known of the dealings with a client: not for whoever may not read the notes. */
async function aboutClient(look: Look, id: number, call: number): Promise<CallAbout['clients'][number]> {
  if (hides(look.actor.grant, 'client.notes')) return { id }
  const ids = [id, ...(await readMergedInto(look.base, id))]
  const contact = await readLastContact(look.base, ids)
  const ownOf = ownCallsOf(look.actor)
  const calls = await readCalls(look.base, { clientId: id, ownOf, limit: 20 })
  const spoken = calls.find((row) => row.id !== call && row.answered_at !== null)
  const last = [
    ...(contact ? [{ at: contact.at, by: contact.by }] : []),
    ...(spoken ? [{ at: spoken.started_at, by: spoken.user }] : []),
  ].sort((one, other) => other.at - one.at)[0]
  const steps = await readOpenSteps(look.base, ids, most.steps)
  return {
    id,
    ...(last ? { lastContact: last } : {}),
    steps: steps.map(({ id: remark, text, due }) => ({ remark, text, due })),
  }
}
