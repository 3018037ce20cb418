import { useQuery } from '@tanstack/react-query'
import { Controller, useWatch, type UseFormReturn } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { CheckField } from '../../kit/form/CheckField.tsx'
import { FieldGrid } from '../../kit/form/FieldGrid.tsx'
import { NumberField } from '../../kit/form/NumberField.tsx'
import { PasswordField } from '../../kit/form/PasswordField.tsx'
import { SelectField } from '../../kit/form/SelectField.tsx'
import { TextArea } from '../../kit/form/TextArea.tsx'
import { TextField } from '../../kit/form/TextField.tsx'
import { ask } from '../../shell/office/office.ts'
import { PortField } from './AmiFields.tsx'
import type { ExchangeValues } from './exchangeValues.ts'
import { TryLines } from './TryLines.tsx'

export interface ReadyFormat {
  readonly id: string
  readonly name: string
  readonly patterns: readonly string[]
  readonly dateOrder: 'MDY' | 'DMY' | 'YMD'
  readonly moment: 'start' | 'end'
  readonly port: number
  readonly asksPassword: boolean
}

interface Props {
  readonly form: UseFormReturn<ExchangeValues>
  readonly hasPassword: boolean
  readonly formats: readonly ReadyFormat[]
}

/** How a small exchange prints its calls, and over which line. */
export function SmdrFields({ form, hasPassword, formats }: Props) {
  const { t } = useTranslation()
  const { format, ownLines, source } = useWatch({ control: form.control, name: 'smdr' })
  const ready = formats.find(({ id }) => id === format)
  const serial = source === 'serial'
  const lines = useQuery({ ...ask.telephone.serialLines.queryOptions(), enabled: serial })
  const take = (id: string) => {
    const chosen = formats.find((one) => one.id === id)
    form.setValue('smdr.format', id, { shouldDirty: true })
    if (chosen) form.setValue('smdr.port', chosen.port)
  }
  const begin = (own: boolean) => {
    form.setValue('smdr.ownLines', own, { shouldDirty: true })
    // One begins with what there is.
    if (!own || !ready || form.getValues('smdr.patterns') !== '') return
    form.setValue('smdr.patterns', ready.patterns.join('\n'))
    form.setValue('smdr.dateOrder', ready.dateOrder)
    form.setValue('smdr.moment', ready.moment)
  }
  const needed = (text: string) => text.trim() !== '' || t('clients.problems.required')
  return (
    <>
      <FieldGrid>
        <SelectField
          wide
          label={t('telephone.smdr.format')}
          value={format}
          onChange={(event) => take(event.currentTarget.value)}
          options={formats.map(({ id, name }) => ({ id, label: name }))}
        />
        <SelectField
          wide
          label={t('telephone.smdr.source')}
          options={(['tcp', 'listen', 'serial'] as const).map((id) => ({
            id,
            label: t(`telephone.smdr.sources.${id}`),
          }))}
          {...form.register('smdr.source')}
        />
        {serial ? (
          <>
            <TextField
              required
              wide
              dir="ltr"
              label={t('telephone.smdr.path')}
              hint={
                lines.data &&
                (lines.data.length === 0
                  ? t('telephone.smdr.noLines')
                  : t('telephone.smdr.lines', { lines: lines.data.map(({ path }) => path).join(', ') }))
              }
              list="telephone-serial-lines"
              {...form.register('smdr.path', { validate: needed })}
            />
            <datalist id="telephone-serial-lines">
              {lines.data?.map(({ path, maker }) => (
                <option key={path} value={path} label={maker} />
              ))}
            </datalist>
            <Controller
              control={form.control}
              name="smdr.baud"
              render={({ field }) => <NumberField {...field} min={50} label={t('telephone.smdr.baud')} />}
            />
            <SelectField
              label={t('telephone.smdr.bits')}
              options={['8', '7'].map((id) => ({ id, label: id }))}
              {...form.register('smdr.bits')}
            />
            <SelectField
              label={t('telephone.smdr.parity')}
              options={(['none', 'even', 'odd'] as const).map((id) => ({
                id,
                label: t(`telephone.smdr.parities.${id}`),
              }))}
              {...form.register('smdr.parity')}
            />
          </>
        ) : (
          <>
            <TextField
              required
              dir="ltr"
              label={t('telephone.host')}
              hint={source === 'listen' ? t('telephone.smdr.listenHint') : undefined}
              maxLength={200}
              {...form.register('smdr.host', { validate: needed })}
            />
            <PortField form={form} name="smdr.port" />
          </>
        )}
        {ready?.asksPassword && (
          <PasswordField
            label={t('telephone.password')}
            hint={hasPassword ? t('telephone.passwordKept') : undefined}
            autoComplete="new-password"
            maxLength={300}
            {...form.register('password')}
          />
        )}
        <CheckField
          wide
          label={t('telephone.smdr.own')}
          hint={t('telephone.smdr.ownHint')}
          checked={ownLines}
          onChange={(event) => begin(event.currentTarget.checked)}
        />
        {ownLines && (
          <>
            <TextArea
              wide
              dir="ltr"
              rows={3}
              spellCheck={false}
              label={t('telephone.smdr.patterns')}
              hint={t('telephone.smdr.patternsHint')}
              {...form.register('smdr.patterns', { validate: needed })}
            />
            <SelectField
              label={t('telephone.smdr.dateOrder')}
              options={(['DMY', 'MDY', 'YMD'] as const).map((id) => ({
                id,
                label: t(`telephone.smdr.dateOrders.${id}`),
              }))}
              {...form.register('smdr.dateOrder')}
            />
            <SelectField
              label={t('telephone.smdr.moment')}
              options={(['start', 'end'] as const).map((id) => ({
                id,
                label: t(`telephone.smdr.moments.${id}`),
              }))}
              {...form.register('smdr.moment')}
            />
          </>
        )}
      </FieldGrid>
      <TryLines form={form} />
    </>
  )
}
