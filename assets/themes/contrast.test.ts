import { blend, parse, wcagContrast } from 'culori'
import { describe, expect, it } from 'vitest'
import { chromeTokens, themeTokens } from '../../renderer/shell/themes/derive.ts'
import { allowedPairs } from './pairs.ts'
import type { Theme } from './theme.ts'
import { themes } from './themes.ts'

/** The pairs of a theme that do not reach their ratio, as sentences. What lets the desk through is judged over the desk. */
function failures(theme: Theme): string[] {
  const page = themeTokens(theme)
  const chrome = chromeTokens(theme)
  return [...failing(page, theme.id), ...(chrome ? failing(chrome, `${theme.id}, chrome`) : [])]
}

function failing(tokens: Record<string, string>, where: string): string[] {
  const colour = (name: string) => {
    const parsed = parse(tokens[`--${name}`] ?? '')
    if (!parsed) throw new Error(`${where}: --${name} is not a colour`)
    return parsed.alpha === undefined ? parsed : blend([tokens['--desk'] ?? '', parsed])
  }
  return allowedPairs.flatMap(({ front, back, atLeast }) => {
    const ratio = wcagContrast(colour(front), colour(back))
    return ratio >= atLeast ? [] : [`${where}: ${front} on ${back} is ${ratio.toFixed(2)}, not ${atLeast}`]
  })
}

describe('contrast of what may stand on what', () => {
  it.each(themes)('$id reaches AA', (theme) => {
    expect(failures(theme)).toEqual([])
  })

  it('finds a broken theme out', () => {
    const [theme] = themes
    if (!theme) throw new Error('no themes')
    const broken: Theme = { ...theme, tune: { 'text-soft': [0.7, 0.01, 260], 'on-accent': [0.6, 0.1, 260] } }
    expect(failures(broken)).toContainEqual(expect.stringContaining('text-soft on window'))
    expect(failures(broken)).toContainEqual(expect.stringContaining('on-accent on accent'))
  })

  it('judges each theme once under its own name', () => {
    expect(new Set(themes.map(({ id }) => id)).size).toBe(themes.length)
  })
})
