import { useState } from 'react'
import { useForm, useWatch } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { leastPassword } from '../../../app/contract/door.ts'
import { Button } from '../../kit/Button.tsx'
import { Form } from '../../kit/form/Form.tsx'
import { PasswordField } from '../../kit/form/PasswordField.tsx'
import { toast } from '../../kit/toasts.ts'
import { codeOf, sentenceOf } from '../../shell/errors.ts'
import { office } from '../../shell/office/office.ts'

const empty = { old: '', new: '', repeat: '' }

/** A new password of one's own: the present one shows that it is really them. */
export function PasswordSection({ onDirty }: { onDirty: (dirty: boolean) => void }) {
  const { t } = useTranslation()
  const [problem, setProblem] = useState<string>()
  const form = useForm({ mode: 'onTouched', defaultValues: empty })
  const wanted = useWatch({ control: form.control, name: 'new' })

  const save = async (values: typeof empty) => {
    setProblem(undefined)
    try {
      await office.session.changePassword({ old: values.old, new: values.new })
      form.reset(empty)
      toast({ tone: 'good', text: t('settings.password.done') })
    } catch (error) {
      const field = { WRONG_PASSWORD: 'old', WEAK_PASSWORD: 'new' } as const
      const at = field[codeOf(error) as keyof typeof field]
      if (at) form.setError(at, { type: 'office', message: sentenceOf(error) }, { shouldFocus: true })
      else setProblem(sentenceOf(error))
    }
  }
  return (
    <Form form={form} onSave={save} onDirty={onDirty} problem={problem}>
      <div className="settings-narrow">
        <PasswordField
          label={t('settings.password.old')}
          maxLength={200}
          {...form.register('old', { required: t('settings.password.needed') })}
        />
        <PasswordField
          label={t('settings.password.new')}
          hint={t('settings.password.newHint', { least: leastPassword })}
          autoComplete="new-password"
          maxLength={200}
          {...form.register('new', {
            validate: (value) =>
              [...value].length >= leastPassword || t('settings.password.tooShort', { least: leastPassword }),
          })}
        />
        <PasswordField
          label={t('settings.password.repeat')}
          autoComplete="new-password"
          maxLength={200}
          {...form.register('repeat', {
            validate: (value) => value === wanted || t('settings.password.different'),
          })}
        />
        <div>
          <Button type="submit" kind="primary" busy={form.formState.isSubmitting}>
            {t('settings.password.change')}
          </Button>
        </div>
        <p className="settings-hint">{t('settings.password.others')}</p>
      </div>
    </Form>
  )
}
