import { useFieldArray, useFormContext, useWatch } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { InsideSelect } from '../../../kit/form/InsideSelect.tsx'
import { TextField } from '../../../kit/form/TextField.tsx'
import { CardList } from './CardList.tsx'
import { freshMessenger, freshPage, type CardValues } from './cardValues.ts'
import { useReadOnly } from './readOnly.ts'
import { OpenLink } from './WebsiteFields.tsx'

/** Names of their own, the same in every language. */
const networks = {
  messengers: ['Telegram', 'WhatsApp', 'Viber', 'Messenger', 'Signal', 'LINE', 'WeChat', 'Zalo', 'Skype'],
  socialPages: ['Facebook', 'Instagram', 'TikTok', 'YouTube', 'LinkedIn', 'VK', 'X', 'Threads'],
} as const

/** Messengers, or pages in social networks: which one, and who the client is there. */
export function LinkFields({ list }: { list: 'messengers' | 'socialPages' }) {
  const { t } = useTranslation()
  const readOnly = useReadOnly()
  const { register, control } = useFormContext<CardValues>()
  const { fields, append, remove } = useFieldArray({ control, name: list })
  const typed = useWatch({ control, name: list })
  const known: readonly string[] = networks[list]
  return (
    <CardList
      place="half"
      label={t(`clients.fields.${list}`)}
      rows={fields}
      addLabel={t(`fields.add.${list}`)}
      onAdd={() => append(list === 'messengers' ? freshMessenger : freshPage, { shouldFocus: false })}
      onRemove={remove}
      renderRow={(index) => {
        const { network = '', address = '' } = typed[index] ?? {}
        return (
          <TextField
            bare
            dir="ltr"
            readOnly={readOnly}
            label={t(`fields.${list}`)}
            {...register(`${list}.${index}.address`)}
            after={
              <>
                <OpenLink typed={address} />
                {readOnly ? (
                  <span className="kit-affix">{network}</span>
                ) : (
                  <InsideSelect
                    label={t('fields.network')}
                    options={(known.includes(network) ? known : [...known, network]).map((id) => ({
                      id,
                      label: id,
                    }))}
                    {...register(`${list}.${index}.network`)}
                  />
                )}
              </>
            }
          />
        )
      }}
    />
  )
}
