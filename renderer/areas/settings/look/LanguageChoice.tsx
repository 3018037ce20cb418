import { Check } from 'lucide-react'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { languages } from '../../../../app/languages.ts'
import { useOfferedLanguages } from '../../../shell/door/LanguageChoice.tsx'
import { useLanguage } from '../../../shell/language/language.ts'
import { chooseOwnLanguage } from '../../../shell/language/ownLanguage.ts'

/** Each language under its own name: who cannot read this page finds theirs. */
export function LanguageChoice() {
  const { t } = useTranslation()
  const name = useId()
  const current = useLanguage((state) => state.language)
  const offered = useOfferedLanguages()
  return (
    <fieldset className="settings-choices" aria-label={t('settings.look.language')}>
      {offered.map((tag) => (
        <label key={tag} className="settings-choice">
          <input
            type="radio"
            className="kit-unseen"
            name={name}
            checked={tag === current}
            onChange={() => void chooseOwnLanguage(tag)}
          />
          <bdi>{languages[tag].name}</bdi>
          {tag === current && <Check size={15} aria-hidden="true" />}
        </label>
      ))}
    </fieldset>
  )
}
