import { fold } from '../../../../app/folding.ts'
import { languageByScript, writtenIn } from './cells.ts'

export interface DraftName {
  readonly text: string
  /** BCP 47; by the heading, else by the script where it leaves no doubt. */
  readonly language?: string
}

/** What a row says of names, each cleaned; languages only where the heading gives them. */
export interface NamesOfRow {
  readonly names: readonly DraftName[]
  readonly companies: readonly DraftName[]
  readonly first: readonly string[]
  readonly middle: readonly string[]
  readonly last: readonly string[]
  readonly contacts: readonly string[]
}

export type Kind = 'person' | 'organisation'

/**
 * Who the client is and who speaks for it. A company makes an organisation: its names are the client's (with those
 * that a column gives in another language), people of the row are its contacts. Without a company a name is the
 * client's, parts of a name make a person, and a lone contact person is the client. `said` is what the row itself
 * says of the kind, `guess` what a bare name is taken for.
 */
export function naming(row: NamesOfRow, said: Kind | undefined, guess: (name: string) => Kind) {
  const person = wholeName(row)
  const isThePerson = (text: string) => person !== '' && sameWords(text, person)
  const persons = person === '' ? [] : [person]
  if (row.companies.length > 0) {
    const translated = row.names.filter((name) => name.language !== undefined)
    const others = row.names.filter((name) => name.language === undefined && !isThePerson(name.text))
    const names = distinct([...row.companies, ...translated])
    const people = [
      ...others.map((name) => name.text).filter((text) => !names.some((name) => name.text === text)),
      ...persons,
    ]
    return { kind: said ?? 'organisation', names, people: [...people, ...row.contacts] } as const
  }
  if (row.names.length > 0) {
    const isPerson = row.names.some((name) => isThePerson(name.text))
    const people = [...(isPerson ? [] : persons), ...row.contacts]
    const kind = isPerson ? 'person' : people.length > 0 ? 'organisation' : guess(row.names[0]!.text)
    return { kind: said ?? kind, names: distinct(row.names), people } as const
  }
  const [text, ...people] = [...persons, ...row.contacts]
  return { kind: said ?? 'person', names: distinct(text === undefined ? [] : [{ text }]), people } as const
}

/** Family name first where the languages of the script write it so. */
function wholeName({ first, middle, last }: NamesOfRow): string {
  const familyFirst = /[\p{Script=Khmer}\p{Script=Han}\p{Script=Hangul}\p{Script=Cyrillic}]/u.test(
    last.join(''),
  )
  const parts = familyFirst ? [...last, ...first, ...middle] : [...first, ...middle, ...last]
  return parts.join(familyFirst && /\p{Script=Han}/u.test(last.join('')) ? '' : ' ')
}

/** Each name once, with its language: a text in other letters than those of the language named is not in it. */
function distinct(names: readonly DraftName[]): DraftName[] {
  return names
    .map(({ text, language: named }) => {
      const language = named !== undefined && writtenIn(named, text) ? named : languageByScript(text)
      return language === undefined ? { text } : { text, language }
    })
    .filter((name, index, all) => all.findIndex((other) => other.text === name.text) === index)
    .slice(0, 20)
}

const sorted = (text: string) => fold(text).split(' ').sort().join(' ')
const sameWords = (one: string, other: string) => sorted(one) === sorted(other)
