import type { ClientDraft } from '../../app/contract/clients.ts'
import { nations } from './nations.ts'
import type { Random } from './random.ts'

const list = (words: string): string[] => words.split(' ').map((word) => word.replaceAll('_', ' '))

const prepared = nations.map((nation) => ({
  ...nation,
  given: list(nation.given),
  family: list(nation.family),
  rare: nation.rare.map(list) as [string[], string[]],
  trades: list(nation.trades),
  firms: list(nation.firms),
  cities: list(nation.cities),
  streets: list(nation.streets),
  phones: list(nation.phones),
}))
type Nation = (typeof prepared)[number]

const latinGiven = list(
  'Sophea Bopha Visal Chantha Sokha Rattana Dara Vanna Thida Makara Borey Channa Samnang',
)
const latinFamily = list('Sok Chea Heng Ly Keo Chan Ouk Mao Kim Tep Nuon Pen Meas Sun Chhun Yim Seng Hong')

/**
 * One believable client: two phones in whatever notation people use, an e-mail for every second, an address.
 * 70% have Latin names of several nations, 15% Khmer, 10% Cyrillic, 5% Chinese or Arabic.
 */
export function makeClient(dice: Random, number: number): ClientDraft {
  const nation = nationOf(dice)
  const person = dice.chance(0.6)
  const family = dice.chance(0.35)
    ? dice.one(nation.rare[0]) + dice.one(nation.rare[1])
    : dice.oftenFirst(nation.family)
  const name = person ? personName(dice, nation, family) : firmName(dice, nation, family)
  const others = otherNames(dice, nation, person)
  return {
    kind: person ? 'person' : 'organisation',
    names: [{ text: name, language: nation.language }, ...others],
    code: `C${String(number).padStart(7, '0')}`,
    ...(dice.chance(0.8) ? { statusId: 1 + dice.below(5) } : {}),
    ...(dice.chance(0.5) ? { managerId: 1 } : {}),
    phones: [{ typed: phone(dice, nation) }, { typed: phone(dice, nation), label: 'office' }],
    emails: dice.chance(0.5) ? [{ address: `client${number}@${dice.one(mailHosts)}` }] : [],
    addresses: [
      {
        street: `${dice.one(nation.streets)} ${1 + dice.below(250)}`,
        city: dice.oftenFirst(nation.cities),
        country: nation.country,
      },
    ],
    contacts: person ? [] : [{ name: personName(dice, nation, dice.oftenFirst(nation.family)) }],
    notes: dice.chance(0.2) ? 'Pays in cash; asks for a printed receipt.' : '',
  }
}

const mailHosts = ['example.com', 'example.org', 'mail.example', 'office.example.net']

function nationOf(dice: Random): Nation {
  let left = dice.below(100)
  return prepared.find((nation) => (left -= nation.share) < 0)!
}

function personName(dice: Random, nation: Nation, family: string): string {
  const given = dice.oftenFirst(nation.given)
  return (nation.order === 'given-first' ? [given, family] : [family, given]).join(nation.between)
}

function firmName(dice: Random, nation: Nation, family: string): string {
  const trade = dice.one(nation.trades)
  const firm = dice.oftenFirst(nation.firms)
  return nation.order === 'given-first'
    ? `${family} ${trade} ${firm}`
    : [firm, family, trade].join(nation.between)
}

/** Half of the Khmer clients are written down in Latin letters too. */
function otherNames(dice: Random, nation: Nation, person: boolean): ClientDraft['names'] {
  if (nation.language !== 'km' || dice.chance(0.5)) return []
  const family = dice.oftenFirst(latinFamily)
  const text = `${family} ${person ? dice.oftenFirst(latinGiven) : 'Trading Co'}`
  return [{ text, language: 'en' }]
}

function phone(dice: Random, { phones, digits, code, trunk }: Nation): string {
  const begin = dice.one(phones)
  const rest = String(dice.below(10 ** digits)).padStart(digits, '0')
  const spaced = rest.replace(/(\d{3})(?=\d{2,})/g, '$1 ')
  if (dice.chance(0.3)) return `+${code} ${begin} ${spaced}`
  return dice.chance(0.5) ? `${trunk}${begin} ${spaced}` : `${trunk}${begin}${rest}`
}
