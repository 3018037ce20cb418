import { describe, expect, test } from 'vitest'
import { excerptOf, findSections, sectionsOf } from './search.ts'

const page = {
  id: 'staff',
  title: 'Staff',
  text: `# Staff

Who works **here**.

## How do I add a person?

1. Press \`F2\`.
2. Type the *name*.

| Right | Meaning |
| --- | --- |
| See | Finds clients |

<script>alert('never words')</script>
`,
}

describe('the help’s search', () => {
  const sections = sectionsOf(page)

  test('a page is cut at its headings, its own title left out', () => {
    expect(sections.map(({ heading }) => heading)).toEqual(['', 'How do I add a person?'])
    expect(sections[0]?.text).toBe('Who works here.')
  })

  test('words of lists and tables are found, what is HTML is not there', () => {
    expect(sections[1]?.text).toContain('Press F2. Type the name.')
    expect(sections[1]?.text).toContain('Finds clients')
    expect(sections[1]?.text).not.toContain('alert')
  })

  test('every typed word must begin a word, in any order', () => {
    expect(findSections(sections, 'cli FIND')).toHaveLength(1)
    expect(findSections(sections, 'ients')).toHaveLength(0)
    expect(findSections(sections, '  ')).toHaveLength(0)
  })

  test('a heading that says it comes first', () => {
    const found = findSections(
      [
        { page: 'a', title: 'A', heading: '', text: 'a person' },
        { page: 'b', title: 'B', heading: 'A person', text: '' },
      ],
      'person',
    )
    expect(found.map(({ page: id }) => id)).toEqual(['b', 'a'])
  })

  test('an excerpt stands round the found word and is cut between words', () => {
    const text = `${'before '.repeat(40)}needle ${'after '.repeat(40)}`.trim()
    const excerpt = excerptOf(text, 'needle', 60)
    expect(excerpt).toMatch(/^… (before )+needle (after )*after …$/)
    expect(excerptOf('short', 'none')).toBe('short')
  })
})
