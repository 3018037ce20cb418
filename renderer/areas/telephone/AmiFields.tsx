import { Controller, type UseFormReturn } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { CheckField } from '../../kit/form/CheckField.tsx'
import { FieldGrid } from '../../kit/form/FieldGrid.tsx'
import { NumberField } from '../../kit/form/NumberField.tsx'
import { PasswordField } from '../../kit/form/PasswordField.tsx'
import { TextArea } from '../../kit/form/TextArea.tsx'
import { TextField } from '../../kit/form/TextField.tsx'
import type { ExchangeValues } from './exchangeValues.ts'

interface Props {
  readonly form: UseFormReturn<ExchangeValues>
  /** One is kept already. */
  readonly hasPassword: boolean
}

/** Where an Asterisk is, who we are there, and how its telephones and lines are called. */
export function AmiFields({ form, hasPassword }: Props) {
  const { t } = useTranslation()
  const needed = (text: string) => text.trim() !== '' || t('clients.problems.required')
  return (
    <>
      <FieldGrid>
        <TextField
          required
          dir="ltr"
          label={t('telephone.host')}
          maxLength={200}
          {...form.register('ami.host', { validate: needed })}
        />
        <PortField form={form} name="ami.port" />
        <TextField
          required
          dir="ltr"
          label={t('telephone.ami.user')}
          maxLength={100}
          {...form.register('ami.user', { validate: needed })}
        />
        <PasswordField
          label={t('telephone.password')}
          hint={hasPassword ? t('telephone.passwordKept') : undefined}
          autoComplete="new-password"
          maxLength={300}
          {...form.register('password')}
        />
        <CheckField
          wide
          label={t('telephone.ami.md5')}
          hint={t('telephone.ami.md5Hint')}
          {...form.register('ami.md5')}
        />
      </FieldGrid>
      <details className="telephone-more">
        <summary>{t('telephone.ami.more')}</summary>
        <FieldGrid>
          <TextField
            dir="ltr"
            label={t('telephone.ami.context')}
            hint={t('telephone.ami.contextHint')}
            maxLength={100}
            {...form.register('ami.context', { validate: needed })}
          />
          <Controller
            control={form.control}
            name="ami.ringSeconds"
            render={({ field }) => (
              <NumberField {...field} min={5} max={120} label={t('telephone.ami.ringSeconds')} />
            )}
          />
          <TextField
            dir="ltr"
            label={t('telephone.ami.phoneChannel')}
            maxLength={100}
            {...form.register('ami.phoneChannel', {
              validate: (text) =>
                text.includes('{extension}') || t('telephone.has', { piece: '{extension}' }),
            })}
          />
          <TextField
            dir="ltr"
            label={t('telephone.ami.lineChannel')}
            maxLength={100}
            {...form.register('ami.lineChannel', {
              validate: (text) => text.includes('{number}') || t('telephone.has', { piece: '{number}' }),
            })}
          />
          <TextField
            wide
            dir="ltr"
            label={t('telephone.ami.trunks')}
            hint={t('telephone.ami.trunksHint')}
            maxLength={2000}
            {...form.register('ami.trunks')}
          />
          <TextArea
            wide
            dir="ltr"
            rows={2}
            label={t('telephone.ami.phones')}
            hint={t('telephone.ami.phonesHint')}
            {...form.register('ami.phones')}
          />
        </FieldGrid>
      </details>
    </>
  )
}

/** The port of an address. */
export function PortField({
  form,
  name,
}: {
  form: UseFormReturn<ExchangeValues>
  name: 'ami.port' | 'smdr.port'
}) {
  const { t } = useTranslation()
  return (
    <Controller
      control={form.control}
      name={name}
      rules={{ validate: (port) => (port >= 1 && port <= 65_535) || t('telephone.badPort') }}
      render={({ field: { onChange, ...field } }) => (
        <NumberField
          {...field}
          label={t('telephone.port')}
          min={1}
          max={65_535}
          onChange={(port) => onChange(port ?? Number.NaN)}
        />
      )}
    />
  )
}
