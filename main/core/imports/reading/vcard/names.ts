import { languageByScript, line, writtenIn } from '../cells.ts'
import { readLanguage } from '../heading.ts'
import type { DraftName } from '../naming.ts'
import { partsOf, unescaped, type Property } from './properties.ts'

/**
 * The name of a card and, as version 4.0 writes them, the same in other languages: further FN or ORG that say their
 * language or that they are an alternative. None where the card has no name.
 */
export function namesOfCard(main: string, properties: readonly Property[]): DraftName[] {
  if (main === '') return []
  const said = properties
    .filter(({ params }) => params.has('LANGUAGE') || params.has('ALTID'))
    .map((property) => ({
      text: textOf(property),
      language: readLanguage(property.params.get('LANGUAGE')?.[0] ?? ''),
    }))
  const texts = new Set([main, ...said.map((name) => name.text)].filter(Boolean))
  return [...texts].slice(0, 20).map((text) => {
    const told = said.find((name) => name.text === text && name.language !== undefined)?.language
    const language = told !== undefined && writtenIn(told, text) ? told : languageByScript(text)
    return { text, ...(language === undefined ? {} : { language }) }
  })
}

function textOf({ name, value }: Property): string {
  if (typeof value !== 'string') return ''
  return line(name === 'ORG' ? (partsOf(value)[0] ?? '') : unescaped(value))
}
