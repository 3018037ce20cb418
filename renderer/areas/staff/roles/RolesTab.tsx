import { useQuery } from '@tanstack/react-query'
import { useCallback, useEffect, useEffectEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Role } from '../../../../app/contract/staff.ts'
import { ask as askPerson } from '../../../kit/ask.ts'
import { ErrorState } from '../../../kit/ErrorState.tsx'
import { toast } from '../../../kit/toasts.ts'
import { useMay } from '../../../shell/account.ts'
import { sentenceOf } from '../../../shell/errors.ts'
import { ask, office } from '../../../shell/office/office.ts'
import { useWindow } from '../../../shell/windows/index.ts'
import { roleName } from '../roleName.ts'
import { RoleForm } from './RoleForm.tsx'
import { RoleList } from './RoleList.tsx'
import { emptyDraft, type RoleDraft } from './roleValues.ts'

/** What is open beside the list: a role there is, or a new one with the number of its form. */
type Chosen = { id: number } | { draft: RoleDraft; number: number }

/** The roles, and what each may do. */
export function RolesTab({ shown }: { shown: boolean }) {
  const { t } = useTranslation()
  const { registerCommand, setDirty } = useWindow()
  const mayEdit = useMay()('staff.edit')
  const roles = useQuery(ask.staff.roles.queryOptions())
  const [chosen, setChosen] = useState<Chosen>()
  const [changed, setChanged] = useState(false)
  const onDirty = useCallback(
    (dirty: boolean) => {
      setChanged(dirty)
      setDirty(dirty)
    },
    [setDirty],
  )

  const go = async (to: Chosen) => {
    const agreed =
      !changed ||
      (await askPerson({
        title: t('shell.unsaved.title'),
        text: t('shell.unsaved.text'),
        yes: t('shell.unsaved.discard'),
        no: t('shell.unsaved.stay'),
        danger: true,
      }))
    if (agreed) setChosen(to)
  }
  const make = (draft: RoleDraft) => void go({ draft, number: Date.now() })
  const makeEmpty = useEffectEvent(() => make(emptyDraft))
  useEffect(() => {
    if (!shown || !mayEdit) return
    return registerCommand('new', () => makeEmpty())
  }, [shown, mayEdit, registerCommand])

  const remove = async (role: Role) => {
    const name = roleName(t, role)
    const agreed = await askPerson({
      title: t('staff.role.deleteTitle', { name }),
      text: t('staff.role.deleteText'),
      yes: t('staff.role.deleteYes'),
      danger: true,
    })
    if (!agreed) return
    try {
      await office.staff.deleteRole({ id: role.id })
      onDirty(false)
      setChosen(undefined)
      toast({ tone: 'good', text: t('staff.role.deleted', { name }) })
    } catch (error) {
      toast({ tone: 'bad', text: sentenceOf(error), seconds: 0 })
    }
  }

  if (roles.isError)
    return <ErrorState title={sentenceOf(roles.error)} onRetry={() => void roles.refetch()} />
  if (!roles.data) return null
  const draft = chosen && 'draft' in chosen ? chosen : undefined
  const id = chosen && 'id' in chosen ? chosen.id : undefined
  const role = draft ? undefined : (roles.data.find((one) => one.id === id) ?? roles.data[0])
  const open = draft?.draft ?? role
  return (
    <div className="roles kit-side">
      <RoleList
        roles={roles.data}
        chosen={role?.id}
        onChoose={(to) => void go({ id: to })}
        onNew={mayEdit ? () => make(emptyDraft) : undefined}
      />
      {open && (
        <RoleForm
          key={draft ? `new ${draft.number}` : role?.id}
          role={open}
          mayEdit={mayEdit}
          shown={shown}
          onDirty={onDirty}
          onSaved={(saved) => setChosen({ id: saved.id })}
          onCancel={() => draft && setChosen(undefined)}
          onCopy={make}
          onDelete={(gone) => void remove(gone)}
        />
      )}
    </div>
  )
}
