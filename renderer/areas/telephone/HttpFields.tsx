import { useQuery } from '@tanstack/react-query'
import { useDeferredValue, useState } from 'react'
import { Controller, useWatch, type UseFormReturn } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { httpSettings, notificationFields } from '../../../app/exchanges.ts'
import { CheckField } from '../../kit/form/CheckField.tsx'
import { FieldGrid } from '../../kit/form/FieldGrid.tsx'
import { NumberField } from '../../kit/form/NumberField.tsx'
import { PasswordField } from '../../kit/form/PasswordField.tsx'
import { SelectField } from '../../kit/form/SelectField.tsx'
import { TextArea } from '../../kit/form/TextArea.tsx'
import { TextField } from '../../kit/form/TextField.tsx'
import { sentenceOf } from '../../shell/errors.ts'
import { useNotation } from '../../shell/language/notation.ts'
import { ask } from '../../shell/office/office.ts'
import { addressOf } from './ExchangeLine.tsx'
import { mappingSettings, type ExchangeValues } from './exchangeValues.ts'

export interface ReadyMapping {
  readonly id: string
  readonly name: string
  readonly dials: boolean
}

interface Props {
  readonly form: UseFormReturn<ExchangeValues>
  /** Undefined until it is saved: then it has an address. */
  readonly id: number | undefined
  readonly hasPassword: boolean
  readonly hasOrderKey: boolean
  readonly mappings: readonly ReadyMapping[]
}

/** An exchange at a provider: where it sends its notifications, how they are proved and what stands where in them. */
export function HttpFields({ form, id, hasPassword, hasOrderKey, mappings }: Props) {
  const { t } = useTranslation()
  const { mapping, ownPlaces, proof } = useWatch({ control: form.control, name: 'http' })
  const dials = mappings.find((one) => one.id === mapping)?.dials ?? false
  return (
    <>
      <FieldGrid>
        <SelectField
          wide
          label={t('telephone.http.mapping')}
          options={mappings.map((one) => ({ id: one.id, label: one.name }))}
          {...form.register('http.mapping')}
        />
        <TextField
          wide
          readOnly
          dir="ltr"
          label={t('telephone.http.address')}
          hint={t('telephone.http.addressHint')}
          value={id === undefined ? t('telephone.http.afterSaving') : addressOf(id)}
        />
        <PasswordField
          wide
          label={t('telephone.http.secret')}
          hint={hasPassword ? t('telephone.passwordKept') : t('telephone.http.secretHint')}
          autoComplete="new-password"
          maxLength={300}
          {...form.register('password')}
        />
        {dials && (
          <>
            <TextField
              dir="ltr"
              label={t('telephone.http.key')}
              maxLength={300}
              {...form.register('http.key')}
            />
            <PasswordField
              label={t('telephone.http.orderKey')}
              hint={hasOrderKey ? t('telephone.passwordKept') : undefined}
              autoComplete="new-password"
              maxLength={300}
              {...form.register('orderKey')}
            />
          </>
        )}
        <Controller
          control={form.control}
          name="http.silentMinutes"
          rules={{
            validate: (value) =>
              httpSettings.shape.silentMinutes.safeParse(value).success || t('telephone.http.silentWrong'),
          }}
          render={({ field: { onChange, ...field } }) => (
            <NumberField
              {...field}
              wide
              min={5}
              max={1440}
              label={t('telephone.http.silentMinutes')}
              hint={t('telephone.http.silentHint')}
              onChange={(minutes) => onChange(minutes ?? Number.NaN)}
            />
          )}
        />
        <CheckField
          wide
          label={t('telephone.http.own')}
          hint={t('telephone.http.ownHint')}
          {...form.register('http.ownPlaces')}
        />
        {ownPlaces && (
          <>
            {notificationFields.map((field) => (
              <TextField
                key={field}
                dir="ltr"
                label={t(`telephone.http.places.${field}`)}
                maxLength={100}
                {...form.register(`http.places.${field}`)}
              />
            ))}
            <SelectField
              label={t('telephone.http.proof')}
              options={(['ready', 'header', 'field'] as const).map((one) => ({
                id: one,
                label: t(`telephone.http.proofs.${one}`),
              }))}
              {...form.register('http.proof')}
            />
            {proof !== 'ready' && (
              <TextField
                required
                dir="ltr"
                label={t('telephone.http.proofName')}
                maxLength={100}
                {...form.register('http.proofName', {
                  validate: (text) => text.trim() !== '' || t('clients.problems.required'),
                })}
              />
            )}
          </>
        )}
      </FieldGrid>
      <TryNotification form={form} />
    </>
  )
}

/** A pasted notification, and what it means as the form stands. */
function TryNotification({ form }: { form: UseFormReturn<ExchangeValues> }) {
  const { t } = useTranslation()
  const notation = useNotation()
  const [text, setText] = useState('')
  const settings = mappingSettings(useWatch({ control: form.control, name: 'http' }))
  const asked = useDeferredValue(JSON.stringify({ settings, text }))
  const input = JSON.parse(asked) as { settings: typeof settings; text: string }
  const { data, error } = useQuery({
    ...ask.telephone.tryNotification.queryOptions({ input }),
    enabled: input.text.trim() !== '' && input.settings.own?.proof?.name !== '',
    gcTime: 0,
  })
  const shown = error || text.trim() === '' ? undefined : data
  return (
    <div className="telephone-try">
      <TextArea
        dir="ltr"
        rows={3}
        spellCheck={false}
        label={t('telephone.try.notification')}
        hint={t('telephone.try.notificationHint')}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      {error && <p className="kit-error">{sentenceOf(error)}</p>}
      {shown !== undefined && (
        <ul aria-live="polite">
          {shown === null && <li data-kind="strange">{t('telephone.try.unreadable')}</li>}
          {shown?.length === 0 && <li data-kind="no_call">{t('telephone.try.no_call')}</li>}
          {shown?.map(({ id, kind, direction, from, to, extension, moment, talkSeconds }) => (
            <li key={id} data-kind="call">
              {[
                t(`telephone.try.kinds.${kind}`),
                direction ? t(`telephone.directions.${direction}`) : '',
                from && t('telephone.try.from', { number: from }),
                to && t('telephone.try.to', { number: to }),
                extension && t('telephone.try.extension', { extension }),
                moment === null ? '' : notation.dayAndTime(moment),
                talkSeconds === null
                  ? ''
                  : t('telephone.try.talked', { seconds: notation.number(talkSeconds) }),
              ]
                .filter(Boolean)
                .join(' · ')}
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
