import { useWatch, type UseFormReturn } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { recordingsPlace } from '../../../app/recordings.ts'
import { FieldGrid } from '../../kit/form/FieldGrid.tsx'
import { PasswordField } from '../../kit/form/PasswordField.tsx'
import { SelectField } from '../../kit/form/SelectField.tsx'
import { TextField } from '../../kit/form/TextField.tsx'
import { recordingsOf, type ExchangeValues } from './exchangeValues.ts'

interface Props {
  readonly form: UseFormReturn<ExchangeValues>
  /** One is kept already. */
  readonly hasPassword: boolean
}

const kinds = ['none', 'folder', 'web'] as const
/** Stands for the name of a recording. */
const piece = '{name}'

/** Where the exchange keeps the calls that it recorded. */
export function RecordingsFields({ form, hasPassword }: Props) {
  const { t } = useTranslation()
  const kind = useWatch({ control: form.control, name: 'recordings.kind' })
  const needed = (text: string) => text.trim() !== '' || t('clients.problems.required')
  const usable = (_address: string, { recordings }: ExchangeValues) =>
    recordingsPlace.safeParse(recordingsOf(recordings)).success ||
    t('telephone.recordings.badAddress', { piece })
  return (
    <FieldGrid>
      <SelectField
        wide
        label={t('telephone.recordings.label')}
        hint={t('telephone.recordings.hint')}
        options={kinds.map((id) => ({ id, label: t(`telephone.recordings.kinds.${id}`) }))}
        {...form.register('recordings.kind')}
      />
      {kind === 'folder' && (
        <TextField
          required
          wide
          dir="ltr"
          label={t('telephone.recordings.path')}
          hint={t('telephone.recordings.pathHint')}
          maxLength={500}
          {...form.register('recordings.path', { validate: needed })}
        />
      )}
      {kind === 'web' && (
        <>
          <TextField
            required
            wide
            dir="ltr"
            label={t('telephone.recordings.address')}
            hint={t('telephone.recordings.addressHint', { piece })}
            maxLength={500}
            {...form.register('recordings.address', { validate: usable })}
          />
          <TextField
            dir="ltr"
            label={t('telephone.recordings.user')}
            maxLength={200}
            {...form.register('recordings.user')}
          />
          <PasswordField
            label={t('telephone.recordings.password')}
            hint={hasPassword ? t('telephone.passwordKept') : undefined}
            autoComplete="new-password"
            maxLength={300}
            {...form.register('recordingsPassword')}
          />
        </>
      )}
      {kind !== 'none' && (
        <TextField
          wide
          dir="ltr"
          label={t('telephone.recordings.cut')}
          hint={t('telephone.recordings.cutHint')}
          maxLength={500}
          {...form.register('recordings.cut')}
        />
      )}
    </FieldGrid>
  )
}
