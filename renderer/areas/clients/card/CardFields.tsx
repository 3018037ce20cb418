import { useMemo } from 'react'
import { useFormContext, useWatch } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { clientKinds } from '../../../../app/contract/clients.ts'
import { FieldGrid } from '../../../kit/form/FieldGrid.tsx'
import { TextArea } from '../../../kit/form/TextArea.tsx'
import { TextField } from '../../../kit/form/TextField.tsx'
import { useSees } from '../../../shell/account.ts'
import { languageChoices } from '../cardWords.ts'
import { useManagers, useStatuses } from '../lists.ts'
import './fields.css'
import { AddressFields } from './AddressFields.tsx'
import { CardSelect } from './CardSelect.tsx'
import type { CardValues } from './cardValues.ts'
import { ContactFields } from './ContactFields.tsx'
import { NameFields } from './NameFields.tsx'
import { EmailFields, PhoneFields } from './ReachFields.tsx'
import { useReadOnly } from './readOnly.ts'
import { WebsiteFields } from './WebsiteFields.tsx'

/** Every field of a card that the reader's role shows, in the order in which one asks a caller. */
export function CardFields() {
  const { t } = useTranslation()
  const sees = useSees()
  const readOnly = useReadOnly()
  const { register, control } = useFormContext<CardValues>()
  const [kind, contacts, language, managerId] = useWatch({
    control,
    name: ['kind', 'contacts', 'language', 'managerId'],
  })
  const statuses = useStatuses()
  const managers = useManagers()
  const statusChoices = useMemo(
    () => statuses.map(({ id, name }) => ({ id: String(id), label: name })),
    [statuses],
  )
  const managerChoices = managers
    .filter(({ id, active }) => active || String(id) === managerId)
    .map(({ id, name }) => ({ id: String(id), label: name }))
  return (
    <>
      <FieldGrid>
        <KindField />
        {sees('client.status') && (
          <CardSelect
            name="statusId"
            label={t('clients.fields.status')}
            none={t('clients.none.status')}
            options={statusChoices}
          />
        )}
        <NameFields />
        {sees('client.phones') && <PhoneFields />}
        {sees('client.emails') && <EmailFields />}
      </FieldGrid>
      {sees('client.addresses') && <AddressFields />}
      {sees('client.contacts') && (kind === 'organisation' || contacts.length > 0) && <ContactFields />}
      <FieldGrid>
        {sees('client.manager') && (
          <CardSelect
            name="managerId"
            label={t('clients.fields.manager')}
            none={t('clients.none.manager')}
            options={managerChoices}
          />
        )}
        <CardSelect
          name="language"
          label={t('clients.fields.language')}
          none={t('clients.none.language')}
          options={languageChoices(language)}
        />
        <TextField label={t('clients.fields.code')} readOnly={readOnly} {...register('code')} />
        <WebsiteFields />
        {sees('client.notes') && (
          <TextArea wide label={t('clients.fields.notes')} readOnly={readOnly} {...register('notes')} />
        )}
      </FieldGrid>
    </>
  )
}

/** Person or organisation: two words side by side, chosen with the arrow keys. */
function KindField() {
  const { t } = useTranslation()
  const readOnly = useReadOnly()
  const { register } = useFormContext<CardValues>()
  return (
    <div className="kit-field" role="radiogroup" aria-label={t('clients.fields.kind')}>
      <span className="kit-label" aria-hidden="true">
        {t('clients.fields.kind')}
      </span>
      <div className="client-kinds">
        {clientKinds.map((kind) => (
          <label key={kind}>
            <input type="radio" value={kind} disabled={readOnly} {...register('kind')} />
            <span>{t(`clients.kinds.${kind}`)}</span>
          </label>
        ))}
      </div>
    </div>
  )
}
