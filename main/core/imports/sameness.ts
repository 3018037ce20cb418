import { fold } from '../../../app/folding.ts'
import type { Likeness } from '../../../db/clients/matching.ts'
import type { ImportedClient } from '../import/draft.ts'

/** A record as it is compared: the same form for a row of a file and a client of the base. */
export type Compared = Omit<Likeness, 'id' | 'name'>

export const backwards = (digits: string): string => digits.split('').reverse().join('')

export function comparedRow(draft: ImportedClient): Compared {
  return {
    names: draft.names.map((name) => fold(name.text)),
    phones: draft.phones.map((phone) => backwards(phone.digits)),
    emails: draft.emails.map((email) => email.toLowerCase()),
    code: draft.code ?? null,
    city: draft.addresses.find((address) => address.city)?.city ?? null,
  }
}

const share = (a: readonly string[], b: readonly string[]): boolean =>
  a.some((one) => one !== '' && b.includes(one))

/** "Bopha Garden" and "Bopha Garden Supply": every word of the shorter name is in the longer. */
function alikeNames(a: readonly string[], b: readonly string[]): boolean {
  return a.some((one) =>
    b.some((other) => {
      const [short, long] = [one.split(' '), other.split(' ')].sort((x, y) => x.length - y.length) as [
        string[],
        string[],
      ]
      return short.every((word) => long.includes(word))
    }),
  )
}

/**
 * Whether two records are of one client: the same name, and a number, an e-mail or a code in common; or the same name
 * where one of them has nothing to compare and they do not stand in different towns; or names that hold one another
 * and a number in common. The same name alone is not enough: there are many Sok Daras.
 */
export function areSame(a: Compared, b: Compared): boolean {
  if (!share(a.names, b.names)) return share(a.phones, b.phones) && alikeNames(a.names, b.names)
  if (share(a.phones, b.phones) || share(a.emails, b.emails) || (a.code !== null && a.code === b.code))
    return true
  const reachable = (one: Compared) => one.phones.length > 0 || one.emails.length > 0
  if (reachable(a) && reachable(b)) return false
  if (a.code !== null && b.code !== null) return false
  return a.city === null || b.city === null || fold(a.city) === fold(b.city)
}

/** What a row tells that a client's record does not have yet. */
export function bringsNew(row: Compared, client: Compared): boolean {
  return (
    row.phones.some((phone) => !client.phones.includes(phone)) ||
    row.emails.some((email) => !client.emails.includes(email)) ||
    row.names.some((name) => !client.names.includes(name)) ||
    (row.city !== null && client.city === null) ||
    (row.code !== null && client.code === null)
  )
}
