import { fold } from '../../../../app/folding.ts'
import { looksLikeEmail, looksLikePhone, looksLikeUrl } from './contents.ts'
import {
  emptyTalk,
  headingWords,
  importFields,
  labelWords,
  languageWords,
  plainWords,
  sayingWords,
  type ImportField,
} from './heading-words.ts'

/** What a heading says by itself. */
export interface Recognised {
  readonly field: ImportField
  readonly language?: string | undefined
  readonly label?: string | undefined
}

export const isImportField = (text: string): text is ImportField =>
  (importFields as readonly string[]).includes(text)

/** As headings are compared: folded, no blanks. */
export const compact = (text: string) => fold(text).replaceAll(' ', '')

function dictionary(lists: Record<string, string>): Map<string, string> {
  const table = new Map<string, string>()
  for (const [meaning, list] of Object.entries(lists))
    for (const word of list.split(','))
      if (compact(word) !== '' && !table.has(compact(word))) table.set(compact(word), meaning)
  return table
}

const fields = dictionary({ ...headingWords, ignore: emptyTalk })
const labels = dictionary(labelWords)
const languages = dictionary(languageWords)
const plain = dictionary({ plain: plainWords })
const sayings = {
  label: dictionary({ label: sayingWords.label }),
  language: dictionary({ language: sayingWords.language }),
}

/** "companyName", "company_name", "E-mail 1 - Value" as words. */
export function headingParts(heading: string): string[] {
  const apart = heading
    .normalize('NFKC')
    .replace(/([\p{Ll}\p{Nd}])(\p{Lu})/gu, '$1 $2')
    .replace(/(\p{Lu})(\p{Lu}\p{Ll})/gu, '$1 $2')
    .replace(/(\p{Ll})(\p{Nd})/gu, '$1 $2')
  const folded = fold(apart)
  return folded === '' ? [] : folded.split(' ')
}

/**
 * The field a heading names, whatever its case and notation; undefined where it names none. Numbered and labelled
 * headings ("Phone 2 - Value", "Business Fax", "name_km") give their label or language too.
 */
export function readHeading(heading: string): Recognised | undefined {
  const khmer = /(?:ជា|តាម)?(?:ភាសា|អក្សរ)(ខ្មែរ|អង់គ្លេស|ឡាតាំង)/u.exec(fold(heading))
  if (khmer && khmer[0] !== fold(heading)) {
    const rest = readHeading(fold(heading).replace(khmer[0], ' '))
    return rest?.field === 'name' || rest?.field === 'company'
      ? { ...rest, language: languages.get(khmer[1]!) }
      : rest
  }
  const [, group, part = ''] = /^\D*(\d+)\s+-\s+(\D+)$/.exec(heading.trim()) ?? []
  const ofGroup = group === undefined ? undefined : readHeading(part)
  if (ofGroup && isAddress(ofGroup.field)) return { field: ofGroup.field, label: group }
  const parts = headingParts(heading)
  if (parts.length === 0) return undefined
  const language = languageOf(heading, parts)
  const label = labelOf(parts)
  const known = (words: readonly string[]) => fields.get(words.join(''))
  const bare = parts.filter((part) => !/^\d+$/.test(part))
  const unlabelled = bare.filter((part) => !labels.has(part))
  const speechless = unlabelled.filter((part) => !languages.has(part))
  const core = speechless.filter((part) => !plain.has(part))
  const field =
    known(parts) ??
    known(bare) ??
    known(unlabelled) ??
    known(bare.filter((part) => !labels.has(part) || fields.get(part) === 'phone')) ??
    (language === undefined
      ? undefined
      : (known(bare.filter((part) => !languages.has(part))) ?? known(speechless))) ??
    known(core) ??
    known(unlabelled.filter((part) => !plain.has(part))) ??
    insideKhmer(parts.join(''))
  if (field === undefined || !isImportField(field)) {
    return language !== undefined && parts.every((part) => languages.has(part))
      ? { field: 'name', language }
      : undefined
  }
  if (field === 'name' || field === 'company') return language === undefined ? { field } : { field, language }
  const number = /\d+/.exec(parts.find((part) => /^\d+$/.test(part)) ?? '')?.[0]
  if (field === 'phone') return label === undefined ? { field } : { field, label }
  if (isAddress(field)) {
    // "Address 2" is the second line of the one address; "Address 2 - Street" and "Home Street" are another address.
    const group =
      language ??
      label ??
      (number !== undefined && bare.length > 1 && known(bare) === undefined ? number : undefined)
    const which =
      group ?? (number !== undefined && Number(number) > 1 && field !== 'street' ? number : undefined)
    return which === undefined ? { field } : { field, label: which }
  }
  return { field }
}

export const isAddress = (field: ImportField) =>
  field === 'street' ||
  field === 'city' ||
  field === 'region' ||
  field === 'postcode' ||
  field === 'country' ||
  field === 'addressText'

function labelOf(parts: readonly string[]): string | undefined {
  const found = [...parts.map((part) => labels.get(part)), labels.get(parts.join(''))].filter(
    (label) => label !== undefined,
  )
  return found.includes('fax') ? 'fax' : found[0]
}

export interface Saying {
  /** Heading of the column that it tells of. */
  readonly of: string
  readonly what: 'label' | 'language' | 'position'
}

/**
 * What a column says of another: "Phone 1 - Type" of "Phone 1 - Value", as Google writes it; and as our own exports do,
 * "Phone - used for" of "Phone", "Name 2 - language" of "Name 2", "Contact - position" of "Contact".
 */
export function sayingOf(heading: string, headings: readonly string[]): Saying | undefined {
  const [, base = '', said = ''] = /^(.*\S)\s*-\s*(\S[^-]*)$/.exec(heading.trim()) ?? []
  if (base === '') return undefined
  const isLabel = sayings.label.has(compact(said))
  if (isLabel && /\d$/.test(base)) {
    const of = headings.find((other) => other !== heading && other.startsWith(`${base} - `))
    if (of !== undefined && !headings.includes(base)) return { of, what: 'label' }
  }
  if (!headings.includes(base)) return undefined
  switch (readHeading(base)?.field) {
    case 'phone':
    case 'email':
      return isLabel ? { of: base, what: 'label' } : undefined
    case 'name':
    case 'company':
      return sayings.language.has(compact(said)) ? { of: base, what: 'language' } : undefined
    case 'contactName':
      return readHeading(said)?.field === 'contactTitle' ? { of: base, what: 'position' } : undefined
    default:
      return undefined
  }
}

/** A language by its tag or by one of its names; undefined for other words. */
export function readLanguage(text: string): string | undefined {
  const named = languages.get(compact(text))
  if (named !== undefined || !/^[a-z]{2,3}(-|$)/i.test(text)) return named
  try {
    return Intl.getCanonicalLocales(text)[0]
  } catch {
    return undefined
  }
}

/** A word of the program for "Mobile", "* Work", "Рабочий"; undefined for other words. */
export function readLabel(text: string): string | undefined {
  return labelOf(headingParts(text))
}

function languageOf(heading: string, parts: readonly string[]): string | undefined {
  if (parts.length === 1) return languages.get(parts[0]!)
  const bracketed = /[([]\s*([\p{L}\p{M}\s-]+)\s*[)\]]\s*$/u.exec(heading)?.[1]
  const last = parts.at(-1)!
  const first = parts[0]!
  const found =
    (bracketed === undefined ? undefined : languages.get(compact(bracketed))) ?? languages.get(last)
  // Two letters at the start are rather a French or Spanish article than a language.
  return (
    found ?? (first.length > 2 ? languages.get(first) : undefined) ?? languages.get(parts.slice(1).join(''))
  )
}

/** Khmer headings are written without blanks: the longest word that is part of it. */
function insideKhmer(text: string): string | undefined {
  if (!/\p{Script=Khmer}/u.test(text)) return undefined
  const inside = [...fields.keys()].filter((word) => /\p{Script=Khmer}/u.test(word) && text.includes(word))
  const longest = inside.sort((a, b) => b.length - a.length)[0]
  return longest === undefined || longest.length * 2 < text.length ? undefined : fields.get(longest)
}

/** How many of the values are headings that are known. */
export const knownHeadings = (values: readonly string[]): number =>
  values.filter((value) => readHeading(value) !== undefined).length

/** Whether one of the values is the heading of a name. */
export const namesSomebody = (values: readonly string[]): boolean =>
  values.some((value) => ['name', 'company', 'lastName'].includes(readHeading(value)?.field ?? ''))

/** Whether the first row is headings: none of its cells is a client's value, or at least two are known headings. */
export function looksLikeHeadings(values: readonly string[]): boolean {
  const recognised = knownHeadings(values)
  if (recognised >= 2 || (recognised === 1 && values.length <= 2)) return true
  return !values.some(
    (value) =>
      looksLikeEmail(value) ||
      looksLikeUrl(value) ||
      looksLikePhone(value) ||
      /^\d{4}-\d\d-\d\d/.test(value.trim()),
  )
}
