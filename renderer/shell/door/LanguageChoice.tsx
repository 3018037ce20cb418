import { Languages } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { languages, languageTags, type Language } from '../../../app/languages.ts'
import { MenuButton } from '../../kit/MenuButton.tsx'
import { chooseLanguageAtDoor, useLanguage } from '../language/language.ts'

/** The languages a person is offered; the one that only tests the layout where it is already on. */
export function useOfferedLanguages(): readonly Language[] {
  const current = useLanguage((state) => state.language)
  return languageTags.filter((tag) => tag !== 'ar-XB' || current === 'ar-XB')
}

/** Chooses the language, each under its own name: who cannot read this page finds theirs. */
export function LanguageChoice() {
  const { t } = useTranslation()
  const current = useLanguage((state) => state.language)
  const offered = useOfferedLanguages()
  return (
    <MenuButton
      label={languages[current].name}
      icon={Languages}
      kind="quiet"
      align="end"
      entries={[
        { title: t('door.language') },
        ...offered.map((tag) => ({
          label: languages[tag].name,
          chosen: tag === current,
          onChoose: () => void chooseLanguageAtDoor(tag),
        })),
      ]}
    />
  )
}
