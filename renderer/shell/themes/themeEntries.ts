import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import { themes } from '../../../assets/themes/themes.ts'
import type { Theme } from '../../../assets/themes/theme.ts'
import type { MenuEntry } from '../../kit/MenuEntries.tsx'
import { setTheme, useTheme } from './useTheme.ts'

/** What a look is called: 'system' or a theme's id. */
export const themeName = (t: TFunction, id: string): string =>
  id === 'system' ? t('shell.person.bySystem') : t(`themes.names.${id as 'calm-light'}`)

/** The families in the order of the gallery, each with its looks. */
export const themeFamilies = [...Map.groupBy(themes, ({ family }) => family)].map(([family, members]) => ({
  family,
  members,
}))

/** The looks as entries of a menu, family by family. `choose` is told beside the change itself. */
export function useThemeEntries(
  choose?: (theme: string) => void,
  favourites: readonly string[] = [],
): MenuEntry[] {
  const { t } = useTranslation()
  const current = useTheme((state) => state.theme)
  const entry = (id: string) => ({
    label: themeName(t, id),
    chosen: id === current,
    onChoose: () => {
      setTheme(id)
      choose?.(id)
    },
  })
  const known = themes.filter(({ id }) => favourites.includes(id))
  return [
    entry('system'),
    ...(known.length > 0 ? [...known.map(({ id }: Theme) => entry(id)), 'line' as const] : []),
    ...themeFamilies.map(({ family, members }) => ({
      label: t(`themes.families.${family}`),
      entries: members.map(({ id }) => entry(id)),
    })),
  ]
}
