import { Lexer, type Token } from 'marked'
import { fold } from '../../../app/folding.ts'

/** A stretch of a page under one heading, as plain words. */
export interface Section {
  readonly page: string
  readonly title: string
  /** Empty for what stands before the first heading. */
  readonly heading: string
  readonly text: string
}

interface Searchable {
  readonly id: string
  readonly title: string
  readonly text: string
}

/** Cuts a page at its headings. */
export function sectionsOf({ id, title, text }: Searchable): Section[] {
  const sections: { heading: string; parts: string[] }[] = [{ heading: '', parts: [] }]
  for (const token of new Lexer().lex(text)) {
    if (token.type === 'heading' && token.depth === 1) continue
    if (token.type === 'heading') sections.push({ heading: wordsOf(token), parts: [] })
    else sections.at(-1)?.parts.push(wordsOf(token))
  }
  return sections
    .map(({ heading, parts }) => ({
      page: id,
      title,
      heading,
      text: parts.join(' ').replace(/\s+/g, ' ').trim(),
    }))
    .filter((section) => section.heading !== '' || section.text !== '')
}

/** The sections in which every typed word begins a word; those that say it in a heading first. */
export function findSections(sections: readonly Section[], typed: string): Section[] {
  const wanted = fold(typed).split(' ').filter(Boolean)
  if (wanted.length === 0) return []
  const beginsIn = (text: string) => {
    const words = fold(text).split(/[^\p{L}\p{N}\p{M}]+/u)
    return (part: string) => words.some((word) => word.startsWith(part))
  }
  return sections
    .map((section) => {
      const [inTitle, inText] = [beginsIn(`${section.title} ${section.heading}`), beginsIn(section.text)]
      const found = wanted.every((part) => inTitle(part) || inText(part))
      return { section, found, rank: wanted.filter((part) => inTitle(part)).length }
    })
    .filter(({ found }) => found)
    .sort((a, b) => b.rank - a.rank)
    .map(({ section }) => section)
}

/** A few words round the first place where one of the typed words stands. */
export function excerptOf(text: string, typed: string, length = 130): string {
  const lower = text.toLowerCase()
  const places = typed
    .toLowerCase()
    .split(/\s+/)
    .filter(Boolean)
    .map((word) => lower.indexOf(word))
    .filter((at) => at >= 0)
  const at = places.length === 0 ? 0 : Math.min(...places)
  const from = at < length / 2 ? 0 : text.lastIndexOf(' ', at - length / 4) + 1
  const end = from + length >= text.length ? text.length : text.lastIndexOf(' ', from + length)
  return `${from > 0 ? '… ' : ''}${text.slice(from, end)}${end < text.length ? ' …' : ''}`
}

function wordsOf(token: Token): string {
  if (token.type === 'html' || token.type === 'space' || token.type === 'code') return ''
  if (token.type === 'table') {
    const cells = [...token.header, ...token.rows.flat()] as { tokens: Token[] }[]
    return cells.map((cell) => cell.tokens.map(wordsOf).join('')).join(' ')
  }
  if (token.type === 'list')
    return (token.items as { tokens: Token[] }[]).map((item) => item.tokens.map(wordsOf).join(' ')).join(' ')
  if ('tokens' in token && token.tokens) return token.tokens.map(wordsOf).join('')
  return 'text' in token ? String(token.text) : ''
}
