import type { PbxCall } from '../../../app/calls.ts'
import { telephoneAbilities, type OwnTelephone } from '../../../app/contract/dialling.ts'
import { isCountryCode } from '../../../app/countries.ts'
import { dialled, plainRules, type DiallingRules } from '../../../app/dialling.ts'
import { Refusal } from '../../../app/errors.ts'
import { may } from '../../../app/rights.ts'
import { readAllDiallingRules, readDiallingRules, writeDiallingRules } from '../../../db/calls/dialling.ts'
import { readExchanges, readExtensions, type Exchange } from '../../../db/calls/exchanges.ts'
import { readAllUsers } from '../../../db/staff.ts'
import { PracticePbx } from '../../bridges/pbx/ami/practicePbx.ts'
import { PbxRefusal, type Pbx } from '../../bridges/pbx/pbx.ts'
import { changesBetween } from '../changes.ts'
import { settingsOf } from '../clients/service.ts'
import type { Look, Services } from '../work.ts'
import { refuseBeyondLimit } from './costs/watching.ts'
import { reachCall } from './reach.ts'

/** The telephone of a person at the first exchange in use that knows them. */
export interface Telephone {
  readonly exchange: Exchange
  readonly extension: string
  readonly pbx: Pbx
}

/** Where a person's telephone is; null where they have none. */
export async function telephoneOf({ office, base }: Look, userId: number): Promise<Telephone | null> {
  const exchanges = await readExchanges(base)
  for (const { exchangeId, extension } of office.exchanges.extensionsOf(userId)) {
    const exchange = exchanges.find(({ id }) => id === exchangeId)
    const pbx = office.exchanges.pbx(exchangeId)
    if (exchange && pbx) return { exchange, extension, pbx }
  }
  return null
}

const refuse = (why: Refusal<'TELEPHONE'>['data']['why']): never => {
  throw new Refusal('TELEPHONE', { why })
}

/** Asks an exchange for something, and says in the office's words why it would not. */
export async function asking<T>(order: Promise<T>): Promise<T> {
  try {
    return await order
  } catch (error) {
    if (error instanceof PbxRefusal) return refuse(error.why)
    throw error
  }
}

/** What to dial for a number at an exchange. */
async function toDial(look: Look, exchange: number, number: string): Promise<string> {
  const { country } = await settingsOf(look)
  const rules = await readDiallingRules(look.base, exchange)
  return dialled(number, rules, isCountryCode(country) ? country : undefined) ?? refuse('bad_number')
}

/** A call on the line that the person leads: their own, or anybody's with the right to the board. Throws NOT_FOUND, NO_RIGHT. */
async function ledCall(look: Look, id: number): Promise<{ reference: string; exchange: number; pbx: Pbx }> {
  const { actor, office } = look
  const { connection_id: exchange, reference, told } = await reachCall(look, id)
  if (told === null) return refuse('no_such_call')
  const { ringing, talking, direction, from, answeredAt } = JSON.parse(told) as PbxCall
  // One's own telephone is up and the other one rings.
  const calls = direction === 'outgoing' && answeredAt === null ? [from] : []
  const userOf = office.exchanges.userOf(exchange)
  const own = [...ringing, ...talking, ...calls].some((extension) => userOf.get(extension) === actor.userId)
  if (!own && !may(actor.grant, 'calls.board')) throw new Refusal('NO_RIGHT', { right: 'calls.board' })
  return { reference, exchange, pbx: office.exchanges.pbx(exchange) ?? refuse('not_connected') }
}

/** Calls made and led from the windows. What is asked of an exchange stands in its own calls, not in the log. */
export const dialling: Services<'dialling'> = {
  async telephone(look): Promise<OwnTelephone | null> {
    if (!may(look.actor.grant, 'calls.dial')) return null
    const own = await telephoneOf(look, look.actor.userId)
    if (!own) return null
    const { exchange, extension, pbx } = own
    return {
      extension,
      exchange: { id: exchange.id, name: exchange.name },
      can: telephoneAbilities.filter((ability) => pbx.abilities.includes(ability)),
      practice: pbx instanceof PracticePbx,
    }
  },

  async dial(look, { number }) {
    const own = (await telephoneOf(look, look.actor.userId)) ?? refuse('no_extension')
    const wanted = await toDial(look, own.exchange.id, number)
    const who = { userId: look.actor.userId, line: null }
    await look.office.use(() => refuseBeyondLimit(look.base, who, look.office.now()))
    await asking(own.pbx.dial(own.extension, wanted))
    return null
  },

  async hangUp(look, { call }) {
    const { reference, pbx } = await ledCall(look, call)
    await asking(pbx.hangUp(reference))
    return null
  },

  async transfer(look, { call, to }) {
    const { reference, exchange, pbx } = await ledCall(look, call)
    const extension =
      'number' in to
        ? await toDial(look, exchange, to.number)
        : [...look.office.exchanges.userOf(exchange)].find(([, user]) => user === to.person)?.[0]
    await asking(pbx.transfer(reference, extension ?? refuse('no_extension')))
    return null
  },

  async colleagues({ base, office }) {
    const telephones = (await readExtensions(base)).filter(
      ({ exchangeId }) => office.exchanges.pbx(exchangeId) !== undefined,
    )
    const users = new Map((await readAllUsers(base)).map((user) => [user.id, user]))
    const first = new Map(telephones.toReversed().map((telephone) => [telephone.userId, telephone]))
    return [...first.values()]
      .flatMap(({ userId, extension }) => {
        const user = users.get(userId)
        return user?.active ? [{ id: userId, name: user.name, extension }] : []
      })
      .sort((one, other) => one.name.localeCompare(other.name))
  },

  async rules({ base }) {
    const exchanges = await readExchanges(base)
    const rules = await readAllDiallingRules(base)
    return exchanges.map(({ id, name }) => ({ exchange: { id, name }, rules: rules.get(id) ?? plainRules }))
  },

  async saveRules({ trx, log, tell }, { exchange: id, rules }) {
    const exchange = (await readExchanges(trx)).find((one) => one.id === id)
    if (!exchange) throw new Refusal('NOT_FOUND')
    const before = await readDiallingRules(trx, id)
    await writeDiallingRules(trx, id, rules)
    const logged = ({ lines, ...rest }: DiallingRules) => ({
      ...rest,
      lines: lines.map(({ begins, outside }) => `${begins} → ${outside}`),
    })
    log({
      subject: { type: 'exchange', id, name: exchange.name },
      changes: changesBetween('dialling', logged(before), logged(rules)),
    })
    tell({ type: 'telephone.changed' })
    return null
  },
}
