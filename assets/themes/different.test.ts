import { differenceEuclidean, parse } from 'culori'
import { describe, expect, it } from 'vitest'
import en from '../languages/en/themes.json' with { type: 'json' }
import { chromeTokens, themeTokens } from '../../renderer/shell/themes/derive.ts'
import { families } from './families.ts'
import type { Theme, Traits } from './theme.ts'
import { themes } from './themes.ts'

const distance = differenceEuclidean('oklab')

/** What an eye takes in of a desk before it reads anything. */
const seen = ['desk', 'window', 'rail', 'bar', 'title-active', 'accent', 'text'] as const

function face(theme: Theme) {
  const page = themeTokens(theme)
  const chrome = chromeTokens(theme)
  const own = (token: (typeof seen)[number]) => {
    const part =
      token === 'rail' ? 'rail' : token === 'bar' ? 'bars' : token === 'title-active' ? 'title' : null
    const tokens = chrome && part && theme.chrome?.parts.includes(part) ? chrome : page
    const colour = parse(tokens[`--${token}`] ?? '')
    if (!colour) throw new Error(`${theme.id} has no ${token}`)
    return colour
  }
  return { colours: seen.map(own), traits: { ...families[theme.family], ...theme } satisfies Traits }
}

/** How many of shape, density, depth, type and desk are others. */
function otherwise(a: Traits, b: Traits): number {
  return (['shape', 'density', 'depth', 'type', 'desk', 'line'] as const).filter(
    (trait) => JSON.stringify(a[trait]) !== JSON.stringify(b[trait]),
  ).length
}

describe('looks that can be told apart', () => {
  const faces = themes.map((theme) => ({ id: theme.id, ...face(theme) }))
  const pairs = faces.flatMap((a, n) => faces.slice(n + 1).map((b) => [a, b] as const))

  it('offers at least sixty in at least nine families', () => {
    expect(themes.length).toBeGreaterThanOrEqual(60)
    expect(new Set(themes.map(({ family }) => family)).size).toBeGreaterThanOrEqual(9)
  })

  it('has no twins: where little but the colour differs, the colour differs plainly', () => {
    const twins = pairs.flatMap(([a, b]) => {
      const colour = a.colours.reduce((sum, of, n) => sum + distance(of, b.colours[n] ?? of), 0)
      const needed = { 0: 0.3, 1: 0.25, 2: 0.15 }[otherwise(a.traits, b.traits)] ?? 0.06
      return colour < needed ? [`${a.id} and ${b.id}: ${colour.toFixed(2)} of ${needed}`] : []
    })
    expect(twins).toEqual([])
  })

  it('differs within each family in more than hue', () => {
    for (const family of new Set(themes.map(({ family }) => family))) {
      const members = themes.filter((theme) => theme.family === family)
      const shapes = new Set(
        members.map((theme) =>
          JSON.stringify([
            theme.desk,
            theme.depth,
            theme.type,
            theme.shape,
            theme.chrome?.parts,
            theme.seeds.ladder,
          ]),
        ),
      )
      expect([family, shapes.size >= Math.min(3, members.length)]).toEqual([family, true])
    }
  })

  it('has a name for each look and a look for each name', () => {
    expect(Object.keys(en.names).sort()).toEqual(themes.map(({ id }) => id).sort())
  })
})
