import type { ClientDraft } from '../../../app/contract/clients.ts'
import { readPhone } from '../../../app/phone.ts'
import type {
  DemoCountry,
  DemoOrganisation,
  DemoPerson,
  Names,
  PhonePattern,
} from '../../../assets/demo/shape.ts'
import type { Chance } from './chance.ts'

type Reach = Required<Pick<ClientDraft, 'phones' | 'emails' | 'websites'>>

/** Numbers and addresses that nobody else in the practice base has. */
export class Reaching {
  readonly #chance: Chance
  readonly #given = new Set<string>()

  constructor(chance: Chance) {
    this.#chance = chance
  }

  ofOrganisation(organisation: DemoOrganisation, country: DemoCountry): Reach {
    const chance = this.#chance
    const first = organisation.phone ?? country.exchanges[organisation.at[1]] ?? chance.pick(country.mobiles)
    const phones: Reach['phones'] = [{ typed: this.#phone(first, country) }]
    if (country.messenger && chance.happens(0.35))
      phones.push({ typed: this.#phone(chance.pick(country.mobiles), country), label: country.messenger })
    const name = organisation.domain ?? latinName(organisation.names)
    const domain = name && this.#only(`${hyphened(name)}.example`)
    const reached = domain && chance.happens(0.85)
    return {
      phones,
      emails: reached ? [{ address: `${chance.pick(country.mailboxes)}@${domain}` }] : [],
      websites: reached && chance.happens(0.4) ? [{ address: `https://www.${domain}/` }] : [],
    }
  }

  ofPerson(person: DemoPerson, country: DemoCountry): Reach {
    const chance = this.#chance
    const typed = this.#phone(person.phone ?? numbers(person.city, country, chance), country)
    const name = latinName(person.names)
    const address = name && `${hyphened(name).replaceAll('-', '.')}@${chance.pick(mailHosts)}`
    return {
      phones: [country.messenger && chance.happens(0.4) ? { typed, label: country.messenger } : { typed }],
      emails: address && chance.happens(0.5) ? [{ address: this.#only(address) }] : [],
      websites: [],
    }
  }

  /** Drawn again until it is a valid number and nobody's yet. */
  #phone(pattern: string, country: DemoCountry): string {
    for (let tries = 0; tries < 500; tries++) {
      const typed = this.#chance.digits(pattern)
      const { e164 } = readPhone(typed, country.country)
      if (e164 === null || this.#given.has(e164)) continue
      this.#given.add(e164)
      return typed
    }
    throw new Error(`No number is left of ${pattern} in ${country.country}`)
  }

  #only(address: string): string {
    if (this.#given.has(address)) throw new Error(`${address} is somebody’s already`)
    this.#given.add(address)
    return address
  }
}

/** Where a person's number comes from. */
const numbers = (city: string, country: DemoCountry, chance: Chance): PhonePattern =>
  country.mobiles.length > 0 ? chance.pick(country.mobiles) : country.exchanges[city]!

/** Reserved by RFC 2606: no letter ever arrives. */
const mailHosts = ['mail.example', 'post.example', 'inbox.example']

const latinName = (names: Names): string | undefined =>
  Object.values(names).find((name) => /^[\p{Script=Latin}\p{P}\p{S}\p{N}\s\p{M}]+$/u.test(name))

/** "Café L’Été & Co., Ltd." → "cafe-l-ete-co": letters and digits of a host name, without the company's form. */
const hyphened = (name: string): string =>
  name
    .replace(/\b(?:Co\., Ltd\.|Ltd|LLC|LLP|plc|GmbH|KG|e\. V\.|S\. A\. de C\. V\.)/g, '')
    .replace(/ß/g, 'ss')
    .replace(/[đĐ]/g, 'd')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
