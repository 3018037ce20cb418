import { CircleUserRound } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { languages } from '../../../app/languages.ts'
import { MenuButton } from '../../kit/MenuButton.tsx'
import { keepPreference, useAccount } from '../account.ts'
import { useOfferedLanguages } from '../door/LanguageChoice.tsx'
import { useLanguage } from '../language/language.ts'
import { chooseOwnLanguage } from '../language/ownLanguage.ts'
import { Mark } from '../Mark.tsx'
import { useThemeEntries } from '../themes/themeEntries.ts'
import { openWindow } from '../windows/index.ts'
import { FindEverything } from './FindEverything.tsx'
import { signOut } from './signOut.ts'

/** The mark, whose office this is, the search over everything, and who sits here. */
export function TopBar() {
  const account = useAccount()
  return (
    <header className="topbar">
      <Mark />
      <span className="topbar-office">{account.office.company}</span>
      <FindEverything />
      <div className="topbar-person">
        <PersonMenu />
      </div>
    </header>
  )
}

function PersonMenu() {
  const { t } = useTranslation()
  const account = useAccount()
  const language = useLanguage((state) => state.language)
  const offered = useOfferedLanguages()
  const looks = useThemeEntries(
    (theme) => void keepPreference({ theme }),
    account.preferences.favouriteThemes,
  )
  return (
    <MenuButton
      label={account.name}
      icon={CircleUserRound}
      kind="quiet"
      align="end"
      entries={[
        {
          label: t('shell.person.looks'),
          entries: [...looks, 'line', { label: t('themes.all'), onChoose: () => openWindow('/settings') }],
        },
        {
          label: t('shell.person.language'),
          entries: offered.map((tag) => ({
            label: languages[tag].name,
            chosen: tag === language,
            onChoose: () => void chooseOwnLanguage(tag),
          })),
        },
        { label: t('shell.person.settings'), onChoose: () => openWindow('/settings') },
        'line',
        { label: t('shell.person.signOut'), onChoose: () => void signOut() },
      ]}
    />
  )
}
