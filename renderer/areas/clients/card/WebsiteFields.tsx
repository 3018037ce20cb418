import { ExternalLink } from 'lucide-react'
import { useFieldArray, useFormContext, useWatch } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { TextField } from '../../../kit/form/TextField.tsx'
import { CardList } from './CardList.tsx'
import { freshWebsite, type CardValues } from './cardValues.ts'
import { useReadOnly } from './readOnly.ts'

/** Websites; only what is plainly an address of the web can be opened from here. */
export function WebsiteFields() {
  const { t } = useTranslation()
  const readOnly = useReadOnly()
  const { register, control } = useFormContext<CardValues>()
  const { fields, append, remove } = useFieldArray({ control, name: 'websites' })
  const typed = useWatch({ control, name: 'websites' })
  return (
    <CardList
      place="half"
      label={t('clients.fields.websites')}
      rows={fields}
      addLabel={t('clients.add.website')}
      onAdd={() => append(freshWebsite, { shouldFocus: false })}
      onRemove={remove}
      renderRow={(index) => (
        <TextField
          bare
          type="url"
          dir="ltr"
          label={t('clients.fields.website')}
          readOnly={readOnly}
          {...register(`websites.${index}.address`)}
          after={<OpenLink typed={typed[index]?.address ?? ''} />}
        />
      )}
    />
  )
}

/** Opens what is plainly an address of the web, in a page of its own. */
export function OpenLink({ typed }: { typed: string }) {
  const { t } = useTranslation()
  const link = webAddress(typed)
  if (link === undefined) return null
  return (
    <a
      className="client-link"
      href={link}
      target="_blank"
      rel="noopener noreferrer"
      aria-label={t('clients.card.visit', { address: link })}
      title={t('clients.card.visit', { address: link })}
    >
      <ExternalLink size={14} className="kit-flip" aria-hidden="true" />
    </a>
  )
}

/** The address to open: only http and https, as others run programs or scripts. */
function webAddress(typed: string): string | undefined {
  const text = typed.trim()
  if (!/^https?:\/\/\S+\.\S+$/i.test(text)) return undefined
  try {
    return new URL(text).href
  } catch {
    return undefined
  }
}
