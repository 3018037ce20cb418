import type { CallListSource } from '../../../../app/contract/callLists.ts'
import { isCountryCode } from '../../../../app/countries.ts'
import { Refusal } from '../../../../app/errors.ts'
import { countryOfPhone, readPhone, splitPhones } from '../../../../app/phone.ts'
import { hides, may } from '../../../../app/rights.ts'
import type { NewEntry } from '../../../../db/calls/listEntries.ts'
import { readFirstNumbers, readMissedNumbers, readOwners } from '../../../../db/calls/listPeople.ts'
import { idsOf } from '../../clients/mass/service.ts'
import { settingsOf } from '../../clients/service.ts'
import { filterOfTarget } from '../../targets.ts'
import type { Look } from '../../work.ts'
import { ownCallsOf } from '../reach.ts'

/** Read at once: some milliseconds. */
const slice = 2000

/** Fewer digits are no number outside. */
const fewestDigits = 3

export interface Gathered {
  readonly people: NewEntry[]
  readonly withoutNumber: number
}

/** Whom a source means, each with the number to be called. Throws FIELD_HIDDEN, NOT_FOUND. */
export async function gather(look: Look, source: CallListSource): Promise<Gathered> {
  if (hides(look.actor.grant, 'client.phones')) throw new Refusal('FIELD_HIDDEN', { field: 'client.phones' })
  const { country } = await settingsOf(look)
  switch (source.from) {
    case 'clients':
      return ofClients(look, await idsOf(look, source.target), country)
    case 'target': {
      const filter = await filterOfTarget(look, source.target)
      return ofClients(look, await idsOf(look, { filter }), country)
    }
    case 'numbers':
      return ofNumbers(look, source.text, country)
    case 'missed':
      return ofMissed(look, source.since, country)
  }
}

async function ofClients(look: Look, ids: readonly number[], home: string): Promise<Gathered> {
  const people: NewEntry[] = []
  for (let at = 0; at < ids.length; at += slice)
    for (const { clientId, country, typed, e164 } of await readFirstNumbers(
      look.base,
      ids.slice(at, at + slice),
    ))
      people.push({ clientId, ...numbered(typed, e164, country ?? undefined, home) })
  const callable = people.filter(({ digits }) => digits.length >= fewestDigits)
  return { people: callable, withoutNumber: ids.length - callable.length }
}

/** Numbers as they are typed or pasted, one or several to a line; what is known of them is looked up. */
async function ofNumbers(look: Look, text: string, home: string): Promise<Gathered> {
  const pieces = text.split(/\r?\n/).flatMap(splitPhones)
  const country = isCountryCode(home) ? home : undefined
  const read = pieces.map((piece) => readPhone(piece, country))
  const numbers = read.filter(({ digits }) => digits.length >= fewestDigits)
  const backwards = (digits: string) => [...digits].reverse().join('')
  const owners = await readOwners(
    look.base,
    numbers.map(({ digits }) => backwards(digits)),
  )
  return {
    people: numbers.map(({ typed, e164, digits }) => ({
      clientId: owners.get(backwards(digits)) ?? null,
      ...numbered(typed, e164, undefined, home),
    })),
    withoutNumber: pieces.length - numbers.length,
  }
}

/** Who called in vain; numbers that were hidden nobody can call back. Throws NO_RIGHT. */
async function ofMissed(look: Look, since: number, home: string): Promise<Gathered> {
  if (!may(look.actor.grant, 'calls.see')) throw new Refusal('NO_RIGHT', { right: 'calls.see' })
  const missed = await readMissedNumbers(look.base, since, ownCallsOf(look.actor))
  const people = missed.map(({ typed, e164, clientId, country }) => ({
    clientId,
    ...numbered(typed, e164, country ?? undefined, home),
  }))
  const callable = people.filter(({ digits }) => digits.length >= fewestDigits)
  return { people: callable, withoutNumber: people.length - callable.length }
}

/** `country` where the client's address is; else where the number belongs, else the office's. */
function numbered(typed: string, e164: string | null, country: string | undefined, home: string) {
  return {
    number: e164 ?? typed,
    digits: (e164 ?? typed).replace(/\D/g, ''),
    country: country ?? (e164 === null ? undefined : countryOfPhone(e164)) ?? home,
  }
}
