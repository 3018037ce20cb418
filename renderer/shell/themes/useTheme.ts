import { create } from 'zustand'
import { themes } from '../../../assets/themes/themes.ts'
import { chooseTheme } from './choose.ts'
import { keepTheme, keptTheme } from './kept.ts'

/** What was chosen on this computer: 'system' or a theme's id. */
export const useTheme = create<{ theme: string }>(() => ({ theme: keptTheme() }))

/** Changes the look at once and remembers it on this computer. */
export function setTheme(theme: string): void {
  chooseTheme(theme)
  keepTheme(theme)
  useTheme.setState({ theme })
}

export const themeIds: readonly string[] = themes.map((theme) => theme.id)
