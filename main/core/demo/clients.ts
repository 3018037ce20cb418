import type { ClientDraft } from '../../../app/contract/clients.ts'
import { demoCountries } from '../../../assets/demo/countries.ts'
import type {
  DemoCountry,
  DemoOrganisation,
  DemoPerson,
  DemoStatus,
  Names,
} from '../../../assets/demo/shape.ts'
import { demoStaff } from '../../../assets/demo/staff.ts'
import { Chance } from './chance.ts'
import { longestAgo, openingHours } from './moments.ts'
import { khmerPeople } from './people.ts'
import { Reaching } from './reaching.ts'

/** A client of the practice base before the base has given its people and statuses their numbers. */
export interface DemoClient {
  readonly draft: Omit<ClientDraft, 'statusId' | 'managerId'>
  readonly status: Exclude<DemoStatus, 'none'> | null
  /** The office buys from them. */
  readonly supplier: boolean
  /** Names of staff. */
  readonly manager: string | null
  readonly created: { readonly at: number; readonly by: string }
  /** Where it was changed since. */
  readonly changed: { readonly at: number; readonly by: string } | null
}

export const demoCount = 400

/** Everybody in the practice base, oldest first: the same ones every time, dated back from `now`. */
export function demoClients(now: number, owner: string): DemoClient[] {
  const chance = new Chance(19_531_109)
  const reaching = new Reaching(chance)
  const written = demoCountries.reduce(
    (sum, { organisations, people }) => sum + organisations.length + people.length,
    0,
  )
  const named = demoCountries.flatMap((country) => [
    ...country.organisations.map((organisation) => ofOrganisation(organisation, country, reaching, chance)),
    ...[...country.people, ...(country.country === 'KH' ? khmerPeople(demoCount - written, chance) : [])].map(
      (person) => ofPerson(person, country, reaching, chance),
    ),
  ])
  return named
    .map(({ coded, ...client }) => ({
      coded,
      client: { ...client, ...past(client.status, now, owner, chance) },
    }))
    .sort((one, other) => one.client.created.at - other.client.created.at)
    .map(({ coded, client }, index) => (coded ? withCode(client, index + 1) : client))
}

/** `coded`: those the office writes papers for have a number, most organisations and few people. */
type Begun = Pick<DemoClient, 'draft' | 'status' | 'supplier'> & { readonly coded: boolean }

function ofOrganisation(
  organisation: DemoOrganisation,
  country: DemoCountry,
  reaching: Reaching,
  chance: Chance,
): Begun {
  const { names, at, people, note, supplier } = organisation
  const [street, city, region, postcode] = at
  return {
    draft: {
      kind: 'organisation',
      names: namesOf(names),
      language: country.language in names ? country.language : Object.keys(names)[0]!,
      ...reaching.ofOrganisation(organisation, country),
      addresses: [
        {
          street,
          city,
          ...(region ? { region } : {}),
          ...(postcode ? { postcode } : {}),
          country: country.country,
        },
      ],
      contacts: (people ?? []).map(([name, position]) => ({ name, position })),
      ...(note ? { notes: note } : {}),
    },
    status: known(organisation.status ?? chance.weighted(supplier || note ? ofFriends : ofOrganisations)),
    supplier: supplier === true,
    coded: chance.happens(0.6),
  }
}

function ofPerson(person: DemoPerson, country: DemoCountry, reaching: Reaching, chance: Chance): Begun {
  const { names, city, note } = person
  const streets = country.streets[city]
  const street = streets && numbered(chance.pick(streets), 1 + chance.below(180))
  return {
    draft: {
      kind: 'person',
      names: namesOf(names),
      language: person.language ?? (country.language in names ? country.language : Object.keys(names)[0]!),
      ...reaching.ofPerson(person, country),
      addresses: [{ ...(street && chance.happens(0.8) ? { street } : {}), city, country: country.country }],
      ...(note ? { notes: note } : {}),
    },
    status: known(person.status ?? chance.weighted(note ? ofFriends : ofPeople)),
    supplier: false,
    coded: chance.happens(0.1),
  }
}

const ofPeople = [['active', 40], ['potential', 32], ['reliable', 6], ['lost', 7], ['none', 15]] as const // prettier-ignore
const ofOrganisations = [['active', 50], ['potential', 25], ['reliable', 12], ['none', 13]] as const // prettier-ignore
/** Of suppliers, and of those about whom there is something to tell. */
const ofFriends = [
  ['active', 65],
  ['reliable', 35],
] as const

const known = (status: DemoStatus) => (status === 'none' ? null : status)

const namesOf = (names: Names) => Object.entries(names).map(([language, text]) => ({ text, language }))

const khmerDigits = new Intl.NumberFormat('km-u-nu-khmr', { useGrouping: false })

const numbered = (street: string, house: number): string =>
  street.replace('{n}', /\p{Script=Khmer}/u.test(street) ? khmerDigits.format(house) : String(house))

/** Whose client it is, since when, and who had it in hand last. Hopes are young; trust, trouble and losses take their time. */
function past(status: DemoClient['status'], now: number, owner: string, chance: Chance) {
  const manager = chance.weighted<string | null>([
    ...demoStaff.map(({ name, clients }) => [name, clients] as const),
    [owner, 6],
    [null, 8],
  ])
  const youngest =
    status === null ? 0 : ({ potential: 0, active: 0, problem: 60, reliable: 90, lost: 120 } as const)[status]
  const oldest = status === 'potential' ? 200 : longestAgo
  const daysAgo = youngest + Math.floor((oldest - youngest) * chance.next() ** 1.3)
  // Only people whose role shows them the whole card: the log has them writing notes.
  const operator = chance.pick(['Sreymom', 'Sreymom', 'Ratana'])
  const created = { at: openingHours(now, daysAgo, chance), by: manager ?? operator }
  const changed = {
    at: openingHours(now, Math.floor(daysAgo * chance.next() ** 2.5), chance),
    by: chance.pick([manager ?? owner, operator]),
  }
  const touched = chance.happens(0.55) && changed.at > created.at
  return { manager, created, changed: touched ? changed : null }
}

const withCode = (client: DemoClient, number: number): DemoClient => ({
  ...client,
  draft: { ...client.draft, code: `C-${String(number).padStart(4, '0')}` },
})
