import { LogIn } from 'lucide-react'
import { useState } from 'react'
import { useForm } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import type { DoorState } from '../../../app/contract/door.ts'
import type { Account } from '../../../app/contract/session.ts'
import { Banner } from '../../kit/Banner.tsx'
import { Button } from '../../kit/Button.tsx'
import { Form } from '../../kit/form/Form.tsx'
import { PasswordField } from '../../kit/form/PasswordField.tsx'
import { TextField } from '../../kit/form/TextField.tsx'
import { sentenceOf } from '../errors.ts'
import { office } from '../office/office.ts'
import { DoorPage } from './DoorPage.tsx'
import { keptName } from './keptName.ts'

/** `ended`: the session has ended, and the person is told so. */
export function SignIn(props: { door: DoorState; onEnter: (person: Account) => void; ended?: boolean }) {
  const { door, onEnter, ended } = props
  const { t } = useTranslation()
  const [problem, setProblem] = useState<string>()
  const form = useForm({ defaultValues: { name: keptName(), password: '' } })
  const { name } = form.formState.defaultValues ?? {}

  const signIn = async (values: { name: string; password: string }) => {
    setProblem(undefined)
    try {
      onEnter(await office.door.signIn(values))
    } catch (error) {
      setProblem(sentenceOf(error))
      form.resetField('password')
      form.setFocus('password')
    }
  }
  const required = { required: t('door.first.needed') }

  return (
    <DoorPage version={door.version}>
      <section className="door-card">
        <h1>{door.company ? t('door.signIn.to', { company: door.company }) : t('door.signIn.title')}</h1>
        {ended && <Banner tone="warn">{t('door.signIn.ended')}</Banner>}
        {door.demo && (
          <Banner
            tone="info"
            actions={
              <Button
                size="small"
                onClick={() => {
                  form.setValue('name', door.demo?.name ?? '')
                  form.setValue('password', door.demo?.password ?? '')
                  form.setFocus('password')
                }}
              >
                {t('door.signIn.fill')}
              </Button>
            }
          >
            {t('door.signIn.demo', door.demo)}
          </Banner>
        )}
        <Form form={form} onSave={signIn} problem={problem}>
          <TextField
            label={t('door.signIn.name')}
            autoComplete="username"
            autoFocus={!name}
            {...form.register('name', required)}
          />
          <PasswordField
            label={t('door.signIn.password')}
            autoFocus={Boolean(name)}
            {...form.register('password', required)}
          />
          <Button
            type="submit"
            kind="primary"
            size="large"
            wide
            icon={LogIn}
            busy={form.formState.isSubmitting}
          >
            {t('door.signIn.button')}
          </Button>
        </Form>
      </section>
    </DoorPage>
  )
}
