import type { TFunction } from 'i18next'
import type { ClientAddress, ClientDraft, ClientName } from '../../../app/contract/clients.ts'
import { countryName, isCountryCode } from '../../../app/countries.ts'
import { languages } from '../../../app/languages.ts'

/** What a phone or an e-mail can be called; others come with imports and stay as they are. */
export const labels = ['mobile', 'work', 'home', 'fax'] as const

export function labelOf(t: TFunction, label: string | undefined): string | undefined {
  const known = labels.find((one) => one === label)
  return known === undefined ? label : t(`clients.labels.${known}`)
}

/** The name that fits the reader: in their language, else the first. */
export const nameFor = (names: readonly ClientName[], language: string): string =>
  (names.find((name) => name.language === language) ?? names[0])?.text ?? ''

/** The note that fits the reader: in their language, else the one it was first written in. */
export const noteFor = (
  { notes, otherNotes }: Pick<ClientDraft, 'notes' | 'otherNotes'>,
  language: string,
): string | undefined => otherNotes?.find((note) => note.language === language)?.text ?? notes

/** The addresses that fit the reader: where one is written in their language, those in other languages say the same. */
export function addressesFor(
  addresses: readonly ClientAddress[] | undefined,
  language: string,
): readonly ClientAddress[] {
  const all = addresses ?? []
  const own = all.some((address) => address.language === language)
  return own ? all.filter((address) => address.language === undefined || address.language === language) : all
}

/** The country in the reader's language; what is no code as it stands. */
export const countryFor = (code: string, language: string): string =>
  isCountryCode(code) ? countryName(code, language) : code

/** An address as one writes it on an envelope, without empty lines. */
export function addressLines(address: ClientAddress, language: string): string[] {
  const { street, city, region, postcode, country, text } = address
  const place = [postcode, city].filter(Boolean).join(' ')
  return [
    text,
    street,
    [place, region].filter(Boolean).join(', '),
    country === undefined ? undefined : countryFor(country, language),
  ].filter((line) => line !== undefined && line !== '') as string[]
}

/** Languages of names and documents besides the program's own: those of the region and of world trade. */
const others = 'zh th vi lo my ja ko id ms hi ar fa tr fr de es pt it nl pl uk kk sw'.split(' ')

/** By tag: `Intl` takes its time over each, and every card asks for all of them. */
const ownNames = new Map<string, string>()

/** A language under its own name: who reads it recognises it in any list. */
export function languageName(tag: string): string {
  const known = ownNames.get(tag)
  if (known !== undefined) return known
  const name = readLanguageName(tag)
  ownNames.set(tag, name)
  return name
}

function readLanguageName(tag: string): string {
  if (tag in languages && tag !== 'ar-XB') return languages[tag as keyof typeof languages].name
  try {
    return new Intl.DisplayNames([tag], { type: 'language' }).of(tag) ?? tag
  } catch {
    // A tag that an import brought and Intl does not take.
    return tag
  }
}

/** Languages to choose from, the present one among them whatever it is. */
export function languageChoices(present: string): { id: string; label: string }[] {
  const own = Object.keys(languages).filter((tag) => tag !== 'ar-XB')
  const tags = [...own, ...others]
  if (present !== '' && !tags.includes(present)) tags.push(present)
  return tags.map((tag) => ({ id: tag, label: languageName(tag) }))
}
