import { Plus } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { Role } from '../../../../app/contract/staff.ts'
import { Button } from '../../../kit/Button.tsx'
import { SelectField } from '../../../kit/form/SelectField.tsx'
import { keys } from '../../../shell/keys.ts'
import { useNotation } from '../../../shell/language/notation.ts'
import { roleName } from '../roleName.ts'

interface Props {
  readonly roles: readonly Role[]
  /** Undefined while one is being made. */
  readonly chosen: number | undefined
  readonly onChoose: (id: number) => void
  /** Absent where the person may not. */
  readonly onNew: (() => void) | undefined
}

/** The roles to choose from: a list beside the form, one line above it where the window is narrow. */
export function RoleList({ roles, chosen, onChoose, onNew }: Props) {
  const { t } = useTranslation()
  const notation = useNotation()
  const people = (count: number) => t('staff.role.people', { count, shown: notation.number(count) })
  return (
    <nav className="role-list" aria-label={t('staff.role.list')}>
      {onNew && (
        <Button
          icon={Plus}
          keys={keys.new}
          onClick={onNew}
          kind={chosen === undefined ? 'quiet' : 'secondary'}
        >
          {t('staff.role.new')}
        </Button>
      )}
      <div className="role-choice">
        <SelectField
          bare
          label={t('staff.role.choose')}
          value={chosen ?? ''}
          none={chosen === undefined ? t('staff.role.new') : undefined}
          onChange={(event) => event.currentTarget.value && onChoose(Number(event.currentTarget.value))}
          options={roles.map((role) => ({ id: String(role.id), label: roleName(t, role) }))}
        />
      </div>
      <ul>
        {roles.map((role) => (
          <li key={role.id}>
            <button
              type="button"
              className="role-entry"
              aria-current={role.id === chosen ? 'true' : undefined}
              onClick={() => onChoose(role.id)}
            >
              <bdi>{roleName(t, role)}</bdi>
              <small>{role.people > 0 ? people(role.people) : t('staff.role.nobody')}</small>
            </button>
          </li>
        ))}
      </ul>
    </nav>
  )
}
