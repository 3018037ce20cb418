import { readPhone } from '../../../app/phone.ts'
import type { ClientDraft } from '../../../app/contract/clients.ts'
import { insertExchange, setExtensions } from '../../../db/calls/exchanges.ts'
import { insertPastCalls } from '../../../db/calls/past.ts'
import type { Writing } from '../../../db/tables.ts'
import { demoCalls } from './calls.ts'
import { Chance } from './chance.ts'

/** At whose telephones it rings when somebody calls the office. */
const desk = ['Sreymom', 'Maly']

/** Gives the practice office an exchange to practise with, everybody a telephone, and three months of calls. */
export async function writeTelephone(
  trx: Writing,
  now: number,
  staff: readonly { readonly name: string; readonly userId: number }[],
  clients: readonly {
    readonly id: number
    readonly managerId: number | null
    readonly phones?: ClientDraft['phones'] | undefined
  }[],
): Promise<void> {
  const exchange = await insertExchange(trx, {
    kind: 'practice',
    settings: {},
    secret: {},
    name: 'Practice exchange',
    branch: '',
    enabled: true,
  })
  const telephones = staff.map(({ name, userId }, index) => ({
    name,
    userId,
    extension: String(101 + index),
  }))
  await setExtensions(trx, exchange, telephones)
  const callers = clients.map(({ id, managerId, phones = [] }) => ({
    id,
    managerId,
    phones: phones.flatMap(({ typed, e164 }) => e164 ?? readPhone(typed, 'KH').e164 ?? []),
  }))
  // A chance of its own: whom the base holds must not depend on who called.
  const chance = new Chance(20_261_122)
  const atDesk = telephones.filter(({ name }) => desk.includes(name))
  await insertPastCalls(trx, exchange, 'KH', demoCalls(now, callers, telephones, atDesk, chance))
}
