import { Palette } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { MenuButton } from '../../kit/MenuButton.tsx'
import { useThemeEntries } from '../themes/themeEntries.ts'

/** Chooses the look before anybody is signed in. */
export function LookChoice() {
  const { t } = useTranslation()
  return (
    <MenuButton
      label={t('shell.person.looks')}
      icon={Palette}
      kind="quiet"
      iconOnly
      align="end"
      entries={useThemeEntries()}
    />
  )
}
