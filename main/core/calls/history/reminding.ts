import { missedRules, type MissedRules } from '../../../../app/contract/callHistory.ts'
import { byCaller, claimHolds } from '../../../../app/missedCalls.ts'
import { may } from '../../../../app/rights.ts'
import { readCallPeople } from '../../../../db/calls/calls.ts'
import { readToRemind, setReminded } from '../../../../db/calls/missed.ts'
import { readSetting, writeSetting } from '../../../../db/settings.ts'
import type { Reading } from '../../../../db/tables.ts'
import { changesBetween } from '../../changes.ts'
import type { Office } from '../../office.ts'
import { writeAs } from '../../perform.ts'
import type { Actor, Services } from '../../work.ts'
import { ownCallsOf } from '../reach.ts'

const key = 'missedRules'

const usual: MissedRules = { on: false, afterMinutes: 15, tell: 'everybody' }

/** Of older calls nobody is reminded any more, as where the rule is only now begun: they stay on the list. */
const oldest = 3 * 24 * 3_600_000

async function readRules(base: Reading): Promise<MissedRules> {
  const stored = missedRules.safeParse(await readSetting(base, key))
  return stored.success ? stored.data : usual
}

/** The rule of reminders. */
export const reminders: Pick<Services<'callHistory'>, 'reminders' | 'saveReminders'> = {
  reminders: ({ base }) => readRules(base),

  async saveReminders({ trx, log }, rules) {
    const before = await readRules(trx)
    await writeSetting(trx, key, rules)
    log({ changes: changesBetween('missedRules', before, rules) })
    return null
  },
}

type Waiting = Awaited<ReturnType<typeof readToRemind>>[number]

/**
 * Tells those whom it concerns, once, of callers who wait longer than the rule allows. Whoever is told is signed in: of
 * calls of the night the first hears who comes in the morning. To be called every minute.
 */
export async function remindOfMissed(office: Office): Promise<void> {
  const { reading } = office
  const rules = await readRules(reading)
  if (!rules.on) return
  const now = office.now()
  const waiting = await readToRemind(reading, {
    since: now - oldest,
    endedBefore: now - rules.afterMinutes * 60_000,
    claimedSince: now - claimHolds,
  })
  if (waiting.length === 0) return
  const ids = waiting.map(({ id }) => id)
  const people = await readCallPeople(reading, ids)
  const concerned = (actor: Actor) =>
    waiting.filter(
      (call) =>
        (ownCallsOf(actor) === undefined || people.get(call.id)?.has(actor.userId)) &&
        (rules.tell === 'everybody' || isFor(call, actor)),
    )
  const present = await office.sessions.present(reading)
  const told = present
    .filter(({ grant }) => may(grant, 'calls.see') && may(grant, 'calls.dial'))
    .map((actor) => ({ actor, calls: concerned(actor) }))
    .filter(({ calls }) => calls.length > 0)
  if (told.length === 0) return
  const reminded = new Set(told.flatMap(({ calls }) => calls.map(({ id }) => id)))
  await writeAs(office, null, 'this computer', 'callHistory.remind', async ({ trx, at, afterwards }) => {
    await setReminded(trx, [...reminded], at)
    for (const { actor, calls } of told)
      afterwards(() =>
        office.tellPerson(actor.userId, { type: 'missed.waiting', callers: byCaller(calls).length }),
      )
  })
}

const isFor = ({ managerId }: Waiting, { userId, grant }: Actor): boolean =>
  managerId === null ? may(grant, 'calls.board') : managerId === userId
