import { Plus } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { Role } from '../../../../app/contract/staff.ts'
import { Button } from '../../../kit/Button.tsx'
import { SideList } from '../../../kit/SideList.tsx'
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

/** The roles to choose from. */
export function RoleList({ roles, chosen, onChoose, onNew }: Props) {
  const { t } = useTranslation()
  const notation = useNotation()
  const people = (count: number) => t('staff.role.people', { count, shown: notation.number(count) })
  return (
    <SideList
      label={t('staff.role.list')}
      choiceLabel={t('staff.role.choose')}
      entries={roles.map((role) => ({
        id: role.id,
        name: roleName(t, role),
        details: [role.people > 0 ? people(role.people) : t('staff.role.nobody')],
      }))}
      chosen={chosen}
      none={t('staff.role.new')}
      onChoose={onChoose}
    >
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
    </SideList>
  )
}
