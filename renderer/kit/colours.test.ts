import { describe, expect, it } from 'vitest'

const files: Record<string, string> = import.meta.glob(
  ['../**/*.css', '../**/*.tsx', '../**/*.ts', '!../**/*.test.*', '!../shell/themes/**'],
  { query: '?raw', import: 'default', eager: true },
)

/** A colour said outright. The keywords of forced colours (Highlight, CanvasText) are the reader's own and allowed. */
const literal =
  /#[0-9a-f]{3,8}(?![\w-])|\b(?:rgba?|hsla?|hwb|lab|lch|oklab|oklch)\(|(?:color|background|border|outline|fill|stroke)[\w-]*\s*:\s*['"]?(?:black|white|gr[ae]y|red|green|blue|orange|yellow)\b/gi

const withoutComments = (text: string) => text.replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '')

const found = (text: string) => withoutComments(text).match(literal) ?? []

describe('colours stand in themes and nowhere else', () => {
  it('looks at the files there are', () => {
    expect(Object.keys(files).length).toBeGreaterThan(20)
  })

  it.each(Object.entries(files))('%s says none', (_, text) => {
    expect(found(text)).toEqual([])
  })

  it('knows a colour when it sees one', () => {
    expect(found('a { color: #fff; background: oklch(0.5 0.1 20); border-color: white }')).toHaveLength(3)
    expect(found("style={{ color: 'red', fill: rgb(1 2 3) }}")).toHaveLength(2)
    expect(found('a { color: var(--text); outline: 2px solid Highlight } /* #fff */ [href="#a-b"]')).toEqual(
      [],
    )
  })
})
