import { themes } from '../../../assets/themes/themes.ts'
import type { ChromePart, Scheme, Theme } from '../../../assets/themes/theme.ts'
import { chromeTokens, themeTokens } from './derive.ts'

function put(tokens: Record<string, string>, scheme: Scheme, element: HTMLElement): void {
  for (const [name, value] of Object.entries(tokens)) element.style.setProperty(name, value)
  element.style.colorScheme = scheme
}

const parts: Record<ChromePart, string> = {
  rail: '.rail',
  bars: '.topbar, .statusbar',
  title: '.window[data-active] > .window-title',
}

/** Rules of the parts that have colours of their own; rules, as such parts come and go with the windows. */
const chromeSheet = new CSSStyleSheet()
document.adoptedStyleSheets.push(chromeSheet)

/** Puts the theme on the whole page. */
function applyTheme(theme: Theme): void {
  const page = document.documentElement
  put(themeTokens(theme), theme.scheme, page)
  page.dataset.scheme = theme.scheme
  page.dataset.theme = theme.id
  const chrome = chromeTokens(theme)
  const said = chrome && Object.entries(chrome).map(([name, value]) => `${name}:${value}`)
  chromeSheet.replaceSync(
    said ? `${chromeParts(theme).join()}{${said.join(';')};color-scheme:${theme.chrome?.scheme}}` : '',
  )
}

const chromeParts = ({ chrome }: Theme) => chrome?.parts.map((part) => parts[part]) ?? []

/** Puts the theme on a small living picture of the desk, whose parts say by `data-chrome` which they are. */
export function pictureTheme(theme: Theme, picture: HTMLElement): void {
  put(themeTokens(theme), theme.scheme, picture)
  const chrome = chromeTokens(theme)
  if (!chrome || !theme.chrome) return
  for (const part of theme.chrome.parts)
    for (const element of picture.querySelectorAll<HTMLElement>(`[data-chrome="${part}"]`))
      put(chrome, theme.chrome.scheme, element)
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
