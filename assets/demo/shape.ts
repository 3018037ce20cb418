import type { CountryCode } from '../../app/countries.ts'

/** The practice base as people write it down: what is left out here is drawn by `main/core/demo/`. */

export type DemoStatus = 'potential' | 'active' | 'reliable' | 'problem' | 'lost' | 'none'

/** Language tag (BCP 47) → name, the one shown first standing first. */
export type Names = Readonly<Record<string, string>>

/** Street, city, region, postcode. */
export type Place = readonly [street: string, city: string, region?: string, postcode?: string]

/**
 * A telephone number with X for any digit and N for 2 to 9; without them it is the number itself.
 * Only valid numbers come of it; where a country keeps numbers for fiction, the patterns keep to those.
 */
export type PhonePattern = string

export interface DemoOrganisation {
  readonly names: Names
  readonly at: Place
  /** Instead of one drawn from the city's exchange. */
  readonly phone?: PhonePattern
  readonly people?: readonly (readonly [name: string, position: string])[]
  readonly note?: string
  readonly status?: DemoStatus
  /** The office buys from them. */
  readonly supplier?: true
  /** First part of the e-mail domain, where the names do not give one. */
  readonly domain?: string
}

export interface DemoPerson {
  readonly names: Names
  readonly city: string
  readonly phone?: PhonePattern
  readonly note?: string
  readonly status?: DemoStatus
  /** Instead of the country's language: of somebody who came from elsewhere. */
  readonly language?: string
}

export interface DemoCountry {
  readonly country: CountryCode
  /** Of documents and messages, unless said otherwise. */
  readonly language: string
  /** Empty where only exchanges have numbers for fiction, or mobile numbers look no different. */
  readonly mobiles: readonly PhonePattern[]
  /** What a mobile number is also good for there. */
  readonly messenger?: string
  /** City → its exchange, for those that have one. */
  readonly exchanges: Readonly<Record<string, PhonePattern>>
  /** City → streets where people live; {n} is the house number. */
  readonly streets: Readonly<Record<string, readonly string[]>>
  /** What stands before the @ of an organisation. */
  readonly mailboxes: readonly string[]
  readonly organisations: readonly DemoOrganisation[]
  readonly people: readonly DemoPerson[]
}
