import { Copy, Trash2 } from 'lucide-react'
import { useEffect, useMemo, useState } from 'react'
import { useForm } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import type { Role } from '../../../../app/contract/staff.ts'
import { Banner } from '../../../kit/Banner.tsx'
import { Button } from '../../../kit/Button.tsx'
import { Form } from '../../../kit/form/Form.tsx'
import { FormBar } from '../../../kit/form/FormBar.tsx'
import { TextField } from '../../../kit/form/TextField.tsx'
import { toast } from '../../../kit/toasts.ts'
import { useAccount } from '../../../shell/account.ts'
import { codeOf, sentenceOf } from '../../../shell/errors.ts'
import { keys } from '../../../shell/keys.ts'
import { useNotation } from '../../../shell/language/notation.ts'
import { office } from '../../../shell/office/office.ts'
import { useWindow } from '../../../shell/windows/index.ts'
import { roleName } from '../roleName.ts'
import { beyond } from './beyond.ts'
import { RightsMatrix } from './RightsMatrix.tsx'
import { valuesOf, type RoleDraft, type RoleValues } from './roleValues.ts'

interface Props {
  /** A role there is, or one that is not saved yet. */
  readonly role: Role | RoleDraft
  readonly mayEdit: boolean
  readonly shown: boolean
  readonly onDirty: (dirty: boolean) => void
  readonly onSaved: (role: Role) => void
  readonly onCancel: () => void
  readonly onCopy: (draft: RoleDraft) => void
  readonly onDelete: (role: Role) => void
}

const isSaved = (role: Role | RoleDraft): role is Role => 'id' in role

/** One role: its name, and what it may. */
export function RoleForm(props: Props) {
  const { role, mayEdit, shown, onDirty, onSaved, onCancel, onCopy, onDelete } = props
  const { t } = useTranslation()
  const { registerCommand } = useWindow()
  const notation = useNotation()
  const { grant } = useAccount()
  const [problem, setProblem] = useState<string>()
  const values = useMemo(() => valuesOf(role), [role])
  const form = useForm<RoleValues>({
    mode: 'onTouched',
    defaultValues: values,
    // Somebody else's change comes in; what is half done here stays.
    values,
    resetOptions: { keepDirtyValues: true },
  })
  const saved = isSaved(role) ? role : undefined
  const ready = saved !== undefined && saved.key !== null
  const readOnly = !mayEdit || saved?.key === 'owner' || beyond(grant, role.grant)

  const save = async ({ name, ...grant }: RoleValues) => {
    setProblem(undefined)
    try {
      const done = await office.staff.saveRole({ ...(saved ? { id: saved.id } : {}), name, grant })
      form.reset(valuesOf(done))
      toast({ tone: 'good', text: t('staff.role.saved', { name: roleName(t, done) }) })
      onSaved(done)
    } catch (error) {
      if (codeOf(error) === 'NAME_TAKEN')
        form.setError('name', { type: 'office', message: sentenceOf(error) }, { shouldFocus: true })
      else setProblem(sentenceOf(error))
    }
  }
  useEffect(() => {
    if (!shown || readOnly) return
    return registerCommand('save', () => void form.handleSubmit(save)())
    // eslint-disable-next-line react/exhaustive-deps
  }, [shown, readOnly, registerCommand, form, role])

  const people = saved?.people ?? 0
  const peopleShown = { count: people, shown: notation.number(people) }
  return (
    <Form
      form={form}
      onSave={save}
      onDirty={onDirty}
      problem={problem}
      bar={
        readOnly ? undefined : (
          <FormBar
            saveKeys={keys.save}
            onCancel={() => {
              setProblem(undefined)
              form.reset(values)
              onCancel()
            }}
          />
        )
      }
    >
      <div className="role-head">
        {saved === undefined || saved.key === null ? (
          <TextField
            required
            autoFocus={saved === undefined}
            label={t('staff.role.name')}
            hint={saved && t('staff.role.own')}
            maxLength={100}
            disabled={readOnly}
            {...form.register('name', {
              validate: (value) => value.trim() !== '' || t('staff.role.nameNeeded'),
            })}
          />
        ) : (
          <div className="role-title">
            <h2>{roleName(t, saved)}</h2>
            <span className="kit-hint">{t('staff.role.ready')}</span>
          </div>
        )}
        {mayEdit && saved && (
          <div className="role-actions">
            <Button
              icon={Copy}
              disabled={beyond(grant, saved.grant)}
              onClick={() =>
                onCopy({
                  name: t('staff.role.copyOf', { name: roleName(t, saved) }),
                  grant: saved.grant,
                })
              }
            >
              {t('staff.role.copy')}
            </Button>
            {!ready && (
              <Button
                icon={Trash2}
                disabled={people > 0}
                title={people > 0 ? t('staff.role.deleteUsed', peopleShown) : undefined}
                onClick={() => onDelete(saved)}
              >
                {t('staff.role.delete')}
              </Button>
            )}
          </div>
        )}
      </div>
      {saved?.key === 'owner' && <Banner tone="info">{t('staff.role.owner')}</Banner>}
      {!mayEdit && <Banner tone="info">{t('staff.readOnly')}</Banner>}
      {mayEdit && saved?.key !== 'owner' && readOnly && (
        <Banner tone="info">{t('staff.person.beyond')}</Banner>
      )}
      <RightsMatrix control={form.control} readOnly={readOnly} />
    </Form>
  )
}
