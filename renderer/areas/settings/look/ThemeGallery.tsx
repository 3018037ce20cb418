import { Shuffle } from 'lucide-react'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { fold } from '../../../../app/folding.ts'
import { themes } from '../../../../assets/themes/themes.ts'
import type { Scheme, Theme } from '../../../../assets/themes/theme.ts'
import { Button } from '../../../kit/Button.tsx'
import { SearchBox } from '../../../kit/SearchBox.tsx'
import { Segments } from '../../../kit/Segments.tsx'
import { keepPreference, useAccount } from '../../../shell/account.ts'
import { themeFamilies, themeName } from '../../../shell/themes/themeEntries.ts'
import { setTheme, useTheme } from '../../../shell/themes/useTheme.ts'
import { ThemeCard } from './ThemeCard.tsx'

const bySystem = ['calm-light', 'calm-dark'].flatMap((id) => themes.filter((theme) => theme.id === id))

const choose = (theme: string) => {
  setTheme(theme)
  void keepPreference({ theme })
}

const byChance = <T,>(list: readonly T[]): T | undefined => list[Math.floor(Math.random() * list.length)]

/** Every look as a small living picture of the desk, family by family; choosing is at once. */
export function ThemeGallery() {
  const { t } = useTranslation()
  const group = useId()
  const current = useTheme((state) => state.theme)
  const { preferences } = useAccount()
  const [text, setText] = useState('')
  const [scheme, setScheme] = useState<Scheme | 'every'>('every')
  const favourites = preferences.favouriteThemes ?? []

  const wanted = fold(text)
  const fits = (theme: Theme) =>
    (scheme === 'every' || theme.scheme === scheme) &&
    fold(`${themeName(t, theme.id)} ${t(`themes.families.${theme.family}`)}`).includes(wanted)
  const shelves = [
    { name: t('themes.favourites'), members: themes.filter(({ id }) => favourites.includes(id)) },
    ...themeFamilies.map(({ family, members }) => ({ name: t(`themes.families.${family}`), members })),
  ]
    .map(({ name, members }) => ({ name, members: members.filter(fits) }))
    .filter(({ members }) => members.length > 0)

  const surprise = () => {
    const others = themes.filter((theme) => theme.id !== current && fits(theme))
    const picked = byChance(others)
    if (picked) choose(picked.id)
  }
  const card = (id: string, pictures: readonly Theme[], shelf: string) => (
    <ThemeCard
      key={id}
      group={`${group}${shelf}`}
      name={themeName(t, id)}
      pictures={pictures}
      chosen={id === current}
      favourite={id === 'system' ? undefined : favourites.includes(id)}
      onChoose={() => choose(id)}
      onFavour={(favour) =>
        void keepPreference({
          favouriteThemes: favour ? [...favourites, id] : favourites.filter((kept) => kept !== id),
        })
      }
    />
  )
  return (
    <div className="theme-gallery">
      <div className="theme-choice">
        <SearchBox value={text} onChange={setText} label={t('themes.find')} />
        <Segments
          label={t('themes.scheme.label')}
          segments={(['every', 'light', 'dark'] as const).map((id) => ({
            id,
            label: t(`themes.scheme.${id}`),
          }))}
          chosen={scheme}
          onChoose={setScheme}
        />
        <Button icon={Shuffle} onClick={surprise}>
          {t('themes.surprise')}
        </Button>
      </div>
      {wanted === '' && (
        <fieldset className="theme-shelf" aria-label={t('shell.person.bySystem')}>
          {card('system', bySystem, 'system')}
        </fieldset>
      )}
      {shelves.map(({ name, members }) => (
        <fieldset key={name} className="theme-shelf">
          <legend>{name}</legend>
          {members.map((theme) => card(theme.id, [theme], name))}
        </fieldset>
      ))}
      {shelves.length === 0 && <p className="settings-hint">{t('themes.nothing', { text })}</p>}
    </div>
  )
}
