import { Controller, useForm } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { leastPassword } from '../../../../app/contract/door.ts'
import type { Employee, Role } from '../../../../app/contract/staff.ts'
import { PasswordField } from '../../../kit/form/PasswordField.tsx'
import { TextField } from '../../../kit/form/TextField.tsx'
import { toast } from '../../../kit/toasts.ts'
import { codeOf, sentenceOf } from '../../../shell/errors.ts'
import { office } from '../../../shell/office/office.ts'
import { FormDialog } from '../../../shell/FormDialog.tsx'
import { RoleTicks } from './RoleTicks.tsx'

interface Values {
  name: string
  password: string
  roleIds: number[]
}

/** A new person, or the name and roles of one who is here. */
export function PersonDialog(props: { person?: Employee; roles: readonly Role[]; onClosed: () => void }) {
  const { person, roles, onClosed } = props
  const { t } = useTranslation()
  const form = useForm<Values>({
    mode: 'onTouched',
    defaultValues: { name: person?.name ?? '', password: '', roleIds: person?.roleIds ?? [] },
  })

  const save = async ({ name, password, roleIds }: Values): Promise<boolean> => {
    try {
      if (person) await office.staff.saveEmployee({ id: person.id, name, roleIds })
      else await office.staff.createEmployee({ name, password, roleIds })
    } catch (error) {
      const field = { NAME_TAKEN: 'name', WEAK_PASSWORD: 'password', LAST_OWNER: 'roleIds' } as const
      const at = field[codeOf(error) as keyof typeof field]
      if (at) form.setError(at, { type: 'office', message: sentenceOf(error) }, { shouldFocus: true })
      else throw error
      return false
    }
    toast({
      tone: 'good',
      text: person ? t('staff.person.saved', { name }) : t('staff.person.added', { name }),
    })
    return true
  }

  return (
    <FormDialog
      form={form}
      title={person ? t('staff.person.edit', { name: person.name }) : t('staff.person.new')}
      {...(person ? {} : { saveLabel: t('staff.person.create') })}
      onSave={save}
      onClosed={onClosed}
    >
      <TextField
        required
        label={t('staff.person.name')}
        hint={t('staff.person.nameHint')}
        maxLength={100}
        {...form.register('name', {
          validate: (value) => value.trim() !== '' || t('staff.person.nameNeeded'),
        })}
      />
      {!person && (
        <PasswordField
          required
          label={t('staff.person.password')}
          hint={t('staff.person.passwordHint', { least: leastPassword })}
          autoComplete="new-password"
          maxLength={200}
          {...form.register('password', {
            validate: (value) =>
              [...value].length >= leastPassword || t('staff.person.passwordShort', { least: leastPassword }),
          })}
        />
      )}
      <Controller
        control={form.control}
        name="roleIds"
        rules={{ validate: (ids) => ids.length > 0 || t('staff.person.rolesNeeded') }}
        render={({ field: { value, onChange, onBlur, ref }, fieldState }) => (
          <RoleTicks
            roles={roles}
            value={value}
            onChange={onChange}
            onBlur={onBlur}
            ref={ref}
            error={fieldState.error?.message}
          />
        )}
      />
    </FormDialog>
  )
}
