import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { longestMessage, ratingMessage, type RatingRules } from '../../../../app/contract/ratings.ts'
import { languages, languageTags, type Language } from '../../../../app/languages.ts'
import { SelectField } from '../../../kit/form/SelectField.tsx'
import { TextArea } from '../../../kit/form/TextArea.tsx'
import { useAccount } from '../../../shell/account.ts'
import { ask } from '../../../shell/office/office.ts'

type Messages = RatingRules['messages']

/** Those in which clients are written to: the one that is none is for looking at the layout. */
const written = languageTags.filter((tag) => tag !== 'ar-XB')

/** The first language whose message would not do. */
export const wrongMessageIn = (messages: Messages): Language | undefined =>
  written.find((tag) => !ratingMessage.safeParse(messages[tag] ?? '').success)

interface Props {
  readonly value: Messages
  readonly onChange: (messages: Messages) => void
  readonly error: string | undefined
}

/** The message that asks for a rating, one language at a time. */
export function MessageFields({ value, onChange, error }: Props) {
  const { t } = useTranslation()
  const { office } = useAccount()
  const plain = useQuery(ask.ratings.plainMessages.queryOptions())
  const [tag, setTag] = useState<Language>(written.find((one) => one === office.language) ?? 'en')
  return (
    <>
      <SelectField
        label={t('ratings.messageLanguage')}
        options={written.map((id) => ({ id, label: languages[id].name }))}
        value={tag}
        onChange={(event) => setTag(written.find((one) => one === event.currentTarget.value) ?? 'en')}
      />
      <TextArea
        rows={3}
        lang={tag}
        dir="auto"
        label={t('ratings.messageText', { language: languages[tag].name })}
        hint={t('ratings.messageHint')}
        error={error}
        maxLength={longestMessage}
        placeholder={plain.data?.[tag]}
        value={value[tag] ?? ''}
        onChange={(event) => onChange({ ...value, [tag]: event.currentTarget.value })}
      />
    </>
  )
}
