import { useMemo } from 'react'
import { useFormContext, useWatch } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { clientKinds } from '../../../../app/contract/clients.ts'
import type { ListName } from '../../../../app/contract/lists.ts'
import type { HideableField } from '../../../../app/rights.ts'
import { FieldGrid } from '../../../kit/form/FieldGrid.tsx'
import type { SelectOption } from '../../../kit/form/Options.tsx'
import { TextArea } from '../../../kit/form/TextArea.tsx'
import { TextField } from '../../../kit/form/TextField.tsx'
import { useSees } from '../../../shell/account.ts'
import { languageChoices } from '../cardWords.ts'
import { useEntries, useManagers } from '../lists.ts'
import './fields.css'
import { AddressFields } from './AddressFields.tsx'
import { BirthdayField } from './BirthdayField.tsx'
import { CardSelect } from './CardSelect.tsx'
import type { CardValues } from './cardValues.ts'
import { ContactFields } from './ContactFields.tsx'
import { CustomFields } from './CustomFields.tsx'
import { Foldables, type Foldable } from './Foldable.tsx'
import { LinkFields } from './LinkFields.tsx'
import { GroupField, RelationField } from './MarkFields.tsx'
import { NameFields } from './NameFields.tsx'
import { OtherNoteFields } from './NoteFields.tsx'
import { EmailFields, PhoneFields } from './ReachFields.tsx'
import { useReadOnly } from './readOnly.ts'
import { CreditLimitField, DiscountField } from './TermFields.tsx'
import { WebsiteFields } from './WebsiteFields.tsx'

/** Every field of a card that the reader's role shows, in the order in which one asks a caller. */
export function CardFields() {
  const { t } = useTranslation()
  const sees = useSees()
  const readOnly = useReadOnly()
  const { register, control } = useFormContext<CardValues>()
  const [kind, contacts, language, managerId, statusId, categoryId, sourceId] = useWatch({
    control,
    name: ['kind', 'contacts', 'language', 'managerId', 'statusId', 'categoryId', 'sourceId'],
  })
  const managers = useManagers()
  const statusChoices = useOptions('status', statusId)
  const categories = useOptions('category', categoryId)
  const sources = useOptions('source', sourceId)
  const foldables = useFoldables()
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
        <RelationField />
        {sees('client.category') && (
          <CardSelect
            name="categoryId"
            label={t('clients.fields.category')}
            none={t('fields.none')}
            options={categories}
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
        {sees('client.source') && (
          <CardSelect
            name="sourceId"
            label={t('clients.fields.source')}
            none={t('fields.none')}
            options={sources}
          />
        )}
        {sees('client.groups') && <GroupField />}
        <TextField label={t('clients.fields.code')} readOnly={readOnly} {...register('code')} />
        <WebsiteFields />
        <CustomFields />
        {sees('client.notes') && (
          <TextArea wide label={t('clients.fields.notes')} readOnly={readOnly} {...register('notes')} />
        )}
        <Foldables fields={foldables} />
      </FieldGrid>
    </>
  )
}

/** What a list offers, and what the card has of it already. */
function useOptions(list: ListName, present: string): readonly SelectOption[] {
  const entries = useEntries(list)
  return useMemo(
    () =>
      entries
        .filter(({ id, retired }) => !retired || String(id) === present)
        .map(({ id, name }) => ({ id: String(id), label: name })),
    [entries, present],
  )
}

/** Fields that few cards need, as far as the reader's role shows them. */
function useFoldables(): Foldable[] {
  const { t } = useTranslation()
  const sees = useSees()
  const readOnly = useReadOnly()
  const { register, control } = useFormContext<CardValues>()
  const [birthday, messengers, socialPages, priceListId, discount, bonusCard, creditLimit, otherNotes] =
    useWatch({
      control,
      name: [
        'birthday',
        'messengers',
        'socialPages',
        'priceListId',
        'discount',
        'bonusCard',
        'creditLimit',
        'otherNotes',
      ],
    })
  const priceLists = useOptions('price', priceListId)
  const all: (Foldable & { right: HideableField })[] = [
    {
      id: 'birthday',
      right: 'client.birthday',
      label: t('clients.fields.birthday'),
      filled: birthday !== '',
      field: <BirthdayField />,
    },
    {
      id: 'messengers',
      right: 'client.messengers',
      label: t('clients.fields.messengers'),
      filled: messengers.length > 0,
      field: <LinkFields list="messengers" />,
    },
    {
      id: 'socialPages',
      right: 'client.socialPages',
      label: t('clients.fields.socialPages'),
      filled: socialPages.length > 0,
      field: <LinkFields list="socialPages" />,
    },
    {
      id: 'priceList',
      right: 'client.priceList',
      label: t('clients.fields.priceList'),
      filled: priceListId !== '',
      field: (
        <CardSelect
          name="priceListId"
          label={t('clients.fields.priceList')}
          none={t('fields.none')}
          options={priceLists}
        />
      ),
    },
    {
      id: 'discount',
      right: 'client.discount',
      label: t('clients.fields.discount'),
      filled: discount !== null,
      field: <DiscountField />,
    },
    {
      id: 'bonusCard',
      right: 'client.bonusCard',
      label: t('clients.fields.bonusCard'),
      filled: bonusCard !== '',
      field: (
        <TextField
          label={t('clients.fields.bonusCard')}
          dir="ltr"
          readOnly={readOnly}
          {...register('bonusCard')}
        />
      ),
    },
    {
      id: 'creditLimit',
      right: 'client.creditLimit',
      label: t('clients.fields.creditLimit'),
      filled: creditLimit !== null,
      field: <CreditLimitField />,
    },
    {
      id: 'otherNotes',
      right: 'client.notes',
      label: t('clients.fields.otherNotes'),
      filled: otherNotes.length > 0,
      field: <OtherNoteFields />,
    },
  ]
  return all.filter(({ right }) => sees(right))
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
