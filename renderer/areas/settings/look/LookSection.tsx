import { useTranslation } from 'react-i18next'
import { FormSection } from '../../../kit/form/FieldGrid.tsx'
import { LanguageChoice } from './LanguageChoice.tsx'
import { ThemeGallery } from './ThemeGallery.tsx'
import './look.css'

/** How the program speaks and looks for this person. Acts at once; there is nothing to save. */
export function LookSection() {
  const { t } = useTranslation()
  return (
    <div className="settings-section">
      <FormSection title={t('settings.look.language')}>
        <p className="settings-hint">{t('settings.look.languageHint')}</p>
        <LanguageChoice />
      </FormSection>
      <FormSection title={t('settings.look.theme')}>
        <p className="settings-hint">{t('settings.look.themeHint')}</p>
        <ThemeGallery />
      </FormSection>
    </div>
  )
}
