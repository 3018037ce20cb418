import { themes } from '../../../assets/themes/themes.ts'
import type { Theme } from '../../../assets/themes/theme.ts'
import { themeTokens } from './derive.ts'

/** Puts the theme on an element: the whole page, or a small living picture in the gallery. */
export function applyTheme(theme: Theme, element: HTMLElement = document.documentElement): void {
  for (const [name, value] of Object.entries(themeTokens(theme))) element.style.setProperty(name, value)
  element.dataset.scheme = theme.scheme
  element.dataset.theme = theme.id
  element.style.colorScheme = theme.scheme
}

const dark = () => matchMedia('(prefers-color-scheme: dark)')

/** The theme that a preference means now. One that no longer exists means "as the system". */
export function themeFor(preference: string): Theme {
  const wanted = preference === 'system' ? undefined : themes.find(({ id }) => id === preference)
  const bySystem = themes.find(({ id }) => id === (dark().matches ? 'calm-dark' : 'calm-light'))
  const theme = wanted ?? bySystem
  if (!theme) throw new Error('assets/themes/themes.ts has lost the calm themes')
  return theme
}

let stopFollowing = () => {}

/**
 * Applies 'system' or a theme by its id to the page, and follows the system while that is the choice.
 * Choosing again replaces the choice.
 */
export function chooseTheme(preference: string): void {
  stopFollowing()
  const apply = () => applyTheme(themeFor(preference))
  apply()
  const query = dark()
  query.addEventListener('change', apply)
  stopFollowing = () => query.removeEventListener('change', apply)
}
