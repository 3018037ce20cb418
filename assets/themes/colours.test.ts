import { globSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

// Read from the disk: vitest gives the text of every style sheet as empty.
const files = globSync('renderer/**/*.{css,ts,tsx,html}').filter(
  (path) => !/\.test\.|shell[\\/]themes/.test(path),
)

/** A colour said outright. The keywords of forced colours (Highlight, CanvasText) are the reader's own and allowed. */
const literal =
  /(?<![\w.&])#[0-9a-f]{3,8}(?![\w-]|\s*[=(<?:])|\b(?:rgba?|hsla?|hwb|lab|lch|oklab|oklch)\(|(?:color|background|border|outline|fill|stroke)[\w-]*\s*:\s*['"]?(?:black|white|gr[ae]y|red|green|blue|orange|yellow)\b/gi

const withoutComments = (text: string) => text.replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '')

const found = (text: string) => withoutComments(text).match(literal) ?? []

describe('colours stand in themes and nowhere else', () => {
  it('looks at the files there are', () => {
    expect(files.length).toBeGreaterThan(60)
    expect(files.filter((path) => path.endsWith('.css')).length).toBeGreaterThan(7)
  })

  it.each(files)('%s says none', (path) => {
    const text = readFileSync(path, 'utf8')
    expect(text).not.toBe('')
    expect(found(text)).toEqual([])
  })

  it('knows a colour when it sees one', () => {
    expect(found('a { color: #fff; background: oklch(0.5 0.1 20); border-color: white }')).toHaveLength(3)
    expect(found("style={{ color: 'red', fill: rgb(1 2 3) }}")).toHaveLength(2)
    expect(found('a { color: var(--text); outline: 2px solid Highlight } /* #fff */')).toEqual([])
    expect(found('[href="#a-b"] this.#add() #fed = 1')).toEqual([])
  })
})
