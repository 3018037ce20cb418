import type { UseFormRegisterReturn } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { languages, languageTags } from '../../../app/languages.ts'
import { TextField } from '../../kit/form/TextField.tsx'

/** Languages in which an entry or a field can have a name of its own. */
export const namedLanguages = languageTags.filter((tag) => tag !== 'ar-XB')

/** Names by language without those that are empty. */
export const givenNames = (names: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(names).flatMap(([language, name]) =>
      name.trim() === '' ? [] : [[language, name.trim()]],
    ),
  )

/** For each language of the program a name, folded away while there is none: most offices need one only. */
export function NamesFields(props: {
  readonly open: boolean
  readonly register: (language: string) => UseFormRegisterReturn
}) {
  const { t } = useTranslation()
  return (
    <details className="lists-names" open={props.open}>
      <summary>{t('lists.names.inLanguages')}</summary>
      <p className="kit-hint">{t('lists.names.inLanguagesHelp')}</p>
      {namedLanguages.map((tag) => (
        <TextField
          key={tag}
          label={languages[tag].name}
          lang={tag}
          maxLength={200}
          {...props.register(tag)}
        />
      ))}
    </details>
  )
}
