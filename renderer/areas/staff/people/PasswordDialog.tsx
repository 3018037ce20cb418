import { useForm } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { leastPassword } from '../../../../app/contract/door.ts'
import type { Employee } from '../../../../app/contract/staff.ts'
import { PasswordField } from '../../../kit/form/PasswordField.tsx'
import { toast } from '../../../kit/toasts.ts'
import { useAccount } from '../../../shell/account.ts'
import { codeOf, sentenceOf } from '../../../shell/errors.ts'
import { office } from '../../../shell/office/office.ts'
import { FormDialog } from '../../../shell/FormDialog.tsx'

/** A new password for somebody who has forgotten theirs, or who shall no longer get in with it. */
export function PasswordDialog({ person, onClosed }: { person: Employee; onClosed: () => void }) {
  const { t } = useTranslation()
  const account = useAccount()
  const form = useForm({ mode: 'onTouched', defaultValues: { password: '' } })
  const { id, name } = person

  const save = async ({ password }: { password: string }): Promise<boolean> => {
    try {
      await office.staff.setPassword({ id, password })
    } catch (error) {
      if (codeOf(error) === 'WEAK_PASSWORD')
        form.setError('password', { type: 'office', message: sentenceOf(error) }, { shouldFocus: true })
      else throw error
      return false
    }
    toast({ tone: 'good', text: t('staff.newPassword.done', { name }) })
    return true
  }

  return (
    <FormDialog
      form={form}
      title={t('staff.newPassword.title', { name })}
      text={id === account.id ? t('staff.newPassword.textOwn') : t('staff.newPassword.text', { name })}
      saveLabel={t('staff.newPassword.set')}
      onSave={save}
      onClosed={onClosed}
    >
      <PasswordField
        required
        label={t('staff.newPassword.password')}
        hint={t('staff.person.passwordHint', { least: leastPassword })}
        autoComplete="new-password"
        maxLength={200}
        {...form.register('password', {
          validate: (value) =>
            [...value].length >= leastPassword || t('staff.person.passwordShort', { least: leastPassword }),
        })}
      />
    </FormDialog>
  )
}
