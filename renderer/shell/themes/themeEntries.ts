import { useTranslation } from 'react-i18next'
import type { MenuEntry } from '../../kit/MenuEntries.tsx'
import { setTheme, themeIds, useTheme } from './useTheme.ts'

/** The looks as entries of a menu. `choose` is told beside the change itself. */
export function useThemeEntries(choose?: (theme: string) => void): MenuEntry[] {
  const { t } = useTranslation()
  const current = useTheme((state) => state.theme)
  return ['system', ...themeIds].map((id) => ({
    label: id === 'system' ? t('shell.person.bySystem') : t(`shell.themes.${id as 'calm-light'}`),
    chosen: id === current,
    onChoose: () => {
      setTheme(id)
      choose?.(id)
    },
  }))
}
