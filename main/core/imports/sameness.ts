import type { ClientDraft } from '../../../app/contract/clients.ts'
import { fold } from '../../../app/folding.ts'
import { backwards, readPhone } from '../../../app/phone.ts'

type Card = Pick<ClientDraft, 'names' | 'phones' | 'emails' | 'code' | 'addresses'>
type Phone = NonNullable<ClientDraft['phones']>[number]
type Address = NonNullable<ClientDraft['addresses']>[number]

/** By what others are found that a card may be the same as: folded names, and digits from the last to the first. */
export interface Traces {
  readonly names: readonly string[]
  readonly phones: readonly string[]
}

export function tracesOf(card: Card): Traces {
  const digits = (phone: Phone) => phone.e164?.slice(1) ?? readPhone(phone.typed).digits
  return {
    names: card.names.map((name) => fold(name.text)),
    phones: (card.phones ?? []).map((phone) => backwards(digits(phone))),
  }
}

/** A card as it is compared: the same form for a row of a file and a client of the base. */
export interface Compared {
  readonly names: readonly string[]
  /** National numbers, so that 012 345 678 is +855 12 345 678 where nobody said which country. */
  readonly phones: readonly string[]
  readonly emails: readonly string[]
  readonly code: string | undefined
  /** Folded. Seldom asked for, and much work. */
  readonly addresses: () => readonly Address[]
}

export const nationalOf = (phone: Phone): string => readPhone(phone.e164 ?? phone.typed).national

/** `stored` gives the card again when its addresses are asked for: of a file's many rows only their JSON is kept. */
export function compared(card: Card, stored: () => Card = () => card): Compared {
  return {
    // "***" has nothing to fold, and is a name all the same.
    names: card.names.map((name) => fold(name.text) || name.text),
    phones: (card.phones ?? []).map(nationalOf).filter((phone) => phone !== ''),
    emails: (card.emails ?? []).map((email) => email.address.toLowerCase()),
    code: card.code,
    addresses: () => (stored().addresses ?? []).map(folded),
  }
}

const folded = ({ street, city, postcode }: Address): Address => ({
  ...(street === undefined ? {} : { street: fold(street) }),
  ...(city === undefined ? {} : { city: fold(city) }),
  ...(postcode === undefined ? {} : { postcode: fold(postcode) }),
})

/** By loops: of a common name every row asks it of many others. */
function share(a: readonly string[], b: readonly string[]): boolean {
  for (const one of a) if (b.includes(one)) return true
  return false
}

/** "Bopha Garden" and "Bopha Garden Supply": every word of the shorter name is in the longer. */
function holdOneAnother(a: readonly string[], b: readonly string[]): boolean {
  return a.some((one) =>
    b.some((other) => {
      const [first, second] = [one.split(' '), other.split(' ')]
      const [short, long] = first.length < second.length ? [first, second] : [second, first]
      return short.every((word) => long.includes(word))
    }),
  )
}

/** Whether two addresses can be of one place: what both say is the same. */
const agree = (a: Address, b: Address): boolean =>
  (['street', 'city', 'postcode'] as const).every(
    (part) => a[part] === undefined || b[part] === undefined || a[part] === b[part],
  )

/**
 * Whether two records are of one client: the same name, and a number, an e-mail or a code in common; or names that hold
 * one another and a number in common; or the same name where one of them has nothing to be reached by and nothing speaks
 * against it (another code, another place). The same name alone is not enough: there are many Sok Daras.
 */
export function areSame(a: Compared, b: Compared): boolean {
  if (!share(a.names, b.names)) return share(a.phones, b.phones) && holdOneAnother(a.names, b.names)
  const sameCode = a.code !== undefined && a.code === b.code
  if (sameCode || share(a.phones, b.phones) || share(a.emails, b.emails)) return true
  const reachable = (one: Compared) => one.phones.length > 0 || one.emails.length > 0
  if (reachable(a) && reachable(b)) return false
  if (a.code !== undefined && b.code !== undefined) return false
  const [ofA, ofB] = [a.addresses(), b.addresses()]
  return ofA.length === 0 || ofB.length === 0 || ofA.some((one) => ofB.some((other) => agree(one, other)))
}
