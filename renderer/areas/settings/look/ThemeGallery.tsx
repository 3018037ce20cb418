import { Check } from 'lucide-react'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { themes } from '../../../../assets/themes/themes.ts'
import { keepPreference } from '../../../shell/account.ts'
import { setTheme, useTheme } from '../../../shell/themes/useTheme.ts'
import { ThemePicture } from './ThemePicture.tsx'

const light = themes.filter(({ id }) => id === 'calm-light')
const dark = themes.filter(({ id }) => id === 'calm-dark')

/** Every look as a small living picture of the desk; choosing is at once. */
export function ThemeGallery() {
  const { t } = useTranslation()
  const name = useId()
  const current = useTheme((state) => state.theme)
  const entries = [
    { id: 'system', label: t('shell.person.bySystem'), pictures: [...light, ...dark] },
    ...themes.map((theme) => ({
      id: theme.id,
      label: t(`shell.themes.${theme.id as 'calm-light'}`),
      pictures: [theme],
    })),
  ]
  return (
    <fieldset className="theme-gallery" aria-label={t('settings.look.theme')}>
      {entries.map(({ id, label, pictures }) => (
        <label key={id} className="theme-card">
          <input
            type="radio"
            className="kit-unseen"
            name={name}
            checked={id === current}
            onChange={() => {
              setTheme(id)
              void keepPreference({ theme: id })
            }}
          />
          <span className="theme-pictures" aria-hidden="true">
            {pictures.map((theme) => (
              <ThemePicture key={theme.id} theme={theme} />
            ))}
          </span>
          <span className="theme-name">
            {label}
            {id === current && <Check size={15} aria-hidden="true" />}
          </span>
        </label>
      ))}
    </fieldset>
  )
}
