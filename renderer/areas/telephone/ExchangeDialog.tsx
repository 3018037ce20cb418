import { useForm, useWatch } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import type { TelephoneExchange } from '../../../app/contract/telephone.ts'
import { CheckField } from '../../kit/form/CheckField.tsx'
import { FieldGrid } from '../../kit/form/FieldGrid.tsx'
import { SelectField } from '../../kit/form/SelectField.tsx'
import { TextField } from '../../kit/form/TextField.tsx'
import { toast } from '../../kit/toasts.ts'
import { FormDialog } from '../../shell/FormDialog.tsx'
import { office } from '../../shell/office/office.ts'
import { AmiFields } from './AmiFields.tsx'
import { ConnectionTest } from './ConnectionTest.tsx'
import { ExtensionsField } from './ExtensionsField.tsx'
import { draftOf, testOf, valuesOf, type ExchangeValues } from './exchangeValues.ts'
import { HttpFields, type ReadyMapping } from './HttpFields.tsx'
import { RecordingsFields } from './RecordingsFields.tsx'
import { SmdrFields, type ReadyFormat } from './SmdrFields.tsx'

interface Props {
  /** Undefined for a new one. */
  readonly exchange: TelephoneExchange | undefined
  readonly people: readonly { id: number; name: string }[]
  readonly formats: readonly ReadyFormat[]
  readonly mappings: readonly ReadyMapping[]
  readonly onClosed: () => void
}

/** The practice exchange is set up by the program itself. */
const offered = ['ami', 'smdr', 'http'] as const

/** An exchange of the office, new or as it is. */
export function ExchangeDialog({ exchange, people, formats, mappings, onClosed }: Props) {
  const { t } = useTranslation()
  const form = useForm<ExchangeValues>({ mode: 'onTouched', defaultValues: valuesOf(exchange) })
  const kind = useWatch({ control: form.control, name: 'kind' })
  const hasPassword = exchange?.hasPassword ?? false

  const save = async (values: ExchangeValues): Promise<boolean> => {
    await office.telephone.save(draftOf(values, exchange?.id))
    toast({ tone: 'good', text: t('telephone.saved', { name: values.name.trim() }) })
    return true
  }
  const kinds = exchange && !offered.some((one) => one === exchange.kind) ? [exchange.kind] : offered
  return (
    <FormDialog
      form={form}
      title={exchange ? t('telephone.editTitle', { name: exchange.name }) : t('telephone.newTitle')}
      onSave={save}
      onClosed={onClosed}
    >
      <FieldGrid>
        <TextField
          required
          label={t('telephone.name')}
          maxLength={100}
          {...form.register('name', {
            validate: (text) => text.trim() !== '' || t('clients.problems.required'),
          })}
        />
        <TextField label={t('telephone.branch')} maxLength={100} {...form.register('branch')} />
        <SelectField
          wide
          label={t('telephone.kind')}
          hint={t(`telephone.kinds.${kind}.help`)}
          options={kinds.map((id) => ({ id, label: t(`telephone.kinds.${id}.name`) }))}
          {...form.register('kind')}
        />
      </FieldGrid>
      {kind === 'ami' && <AmiFields form={form} hasPassword={hasPassword} />}
      {kind === 'smdr' && <SmdrFields form={form} hasPassword={hasPassword} formats={formats} />}
      {kind === 'http' && (
        <HttpFields
          form={form}
          id={exchange?.id}
          hasPassword={hasPassword}
          hasOrderKey={exchange?.hasOrderKey ?? false}
          mappings={mappings}
        />
      )}
      {(kind === 'ami' || kind === 'http') && (
        <RecordingsFields form={form} hasPassword={exchange?.hasRecordingsPassword ?? false} />
      )}
      <ConnectionTest kind={kind} asked={() => testOf(form.getValues(), exchange?.id)} />
      <ExtensionsField form={form} people={people} />
      <FieldGrid>
        <CheckField
          wide
          label={t('telephone.enabled')}
          hint={t('telephone.enabledHint')}
          {...form.register('enabled')}
        />
      </FieldGrid>
    </FormDialog>
  )
}
