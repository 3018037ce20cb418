import { countryOf, type CountryCode } from '../../../../app/countries.ts'
import type { ImportField } from './headings.ts'

export interface DraftAddress {
  readonly street?: string
  readonly city?: string
  readonly region?: string
  readonly postcode?: string
  /** ISO 3166-1, where the cell names a country we know. */
  readonly country?: CountryCode
  /** BCP 47, where the file says in which language the address is written. */
  readonly language?: string
  /** All of it in one line, the country as the file writes it. */
  readonly text: string
}

interface Part {
  readonly field: ImportField
  readonly label?: string | undefined
  readonly value: string
}

/** Where the postcode follows the town: Australia, Canada, the United Kingdom, India, the United States … */
const postcodeLast = new Set<string>(['AU', 'CA', 'GB', 'IN', 'IE', 'KH', 'NZ', 'SG', 'TH', 'US', 'ZA'])

/**
 * Addresses of a row: the parts of one label belong together ("Home Street", "Home City"); parts without a label
 * belong to all that have none of their own. Two streets of one address are its two lines.
 */
export function addressesOf(parts: readonly Part[]): DraftAddress[] {
  const labels = [...new Set(parts.map((part) => part.label))]
  const common = parts.filter((part) => part.label === undefined)
  const alone = common.some((part) => part.field === 'street') || labels.every((label) => label === undefined)
  const groups = labels
    .filter((label) => label !== undefined || alone)
    .map((label) => {
      const own = parts.filter((part) => part.label === label)
      if (label === undefined || alone) return own
      return [...own, ...common.filter((part) => !own.some((other) => other.field === part.field))]
    })
  return groups.filter((group) => group.length > 0).map(addressOf)
}

function addressOf(parts: readonly Part[]): DraftAddress {
  const of = (field: ImportField) =>
    parts
      .filter((part) => part.field === field)
      .map((part) => part.value)
      .join(', ')
  const [street, city, region, postcode, named] = [
    of('street'),
    of('city'),
    of('region'),
    of('postcode'),
    of('country'),
  ]
  const country = countryOf(named)
  return {
    ...(street && { street }),
    ...(city && { city }),
    ...(region && { region }),
    ...(postcode && { postcode }),
    ...(country && { country }),
    text: of('addressText') || addressLine({ street, city, region, postcode, named, country }),
  }
}

/** An address in one line, as it is written where it is; `named` is the country in the words of the file. */
export function addressLine(address: {
  street?: string | undefined
  city?: string | undefined
  region?: string | undefined
  postcode?: string | undefined
  named?: string | undefined
  country: string | undefined
}): string {
  const { street, city, region, postcode, named, country } = address
  const place =
    country !== undefined && postcodeLast.has(country)
      ? [city, [region, postcode].filter(Boolean).join(' ')]
      : [[postcode, city].filter(Boolean).join(' '), region]
  return [street, ...place, named].filter(Boolean).join(', ')
}
