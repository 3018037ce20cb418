import { CircleAlert } from 'lucide-react'
import { useId, type Ref } from 'react'
import { useTranslation } from 'react-i18next'
import type { Role } from '../../../../app/contract/staff.ts'
import { CheckField } from '../../../kit/form/CheckField.tsx'
import { useAccount } from '../../../shell/account.ts'
import { roleName } from '../roleName.ts'
import { beyond } from '../roles/beyond.ts'
import { summaryOf } from '../roles/summary.ts'

interface Props {
  readonly roles: readonly Role[]
  readonly value: readonly number[]
  readonly onChange: (ids: number[]) => void
  readonly onBlur: () => void
  readonly ref: Ref<HTMLInputElement>
  readonly error: string | undefined
}

/** Which roles a person has, and what they come to. Roles that allow more than one's own cannot be given. */
export function RoleTicks({ roles, value, onChange, onBlur, ref, error }: Props) {
  const { t } = useTranslation()
  const { grant } = useAccount()
  const id = useId()
  const given = roles.filter((role) => value.includes(role.id))
  return (
    <fieldset className="staff-ticks" aria-describedby={`${id}-hint`}>
      <legend className="kit-label">{t('staff.person.roles')}</legend>
      <div className="staff-ticks-list">
        {roles.map((role, place) => {
          const has = value.includes(role.id)
          const locked = !has && beyond(grant, role.grant)
          return (
            <CheckField
              key={role.id}
              ref={place === 0 ? ref : undefined}
              label={roleName(t, role)}
              title={locked ? t('staff.person.beyond') : undefined}
              checked={has}
              disabled={locked}
              onBlur={onBlur}
              onChange={() => onChange(has ? value.filter((one) => one !== role.id) : [...value, role.id])}
            />
          )
        })}
      </div>
      {error && (
        <span className="kit-error" role="alert">
          <CircleAlert size={13} aria-hidden="true" />
          {error}
        </span>
      )}
      <span className="kit-hint" id={`${id}-hint`}>
        {given.length === 0
          ? t('staff.person.rolesHint')
          : t('staff.person.allowed', {
              rights: summaryOf(
                t,
                given.map((role) => role.grant),
              ),
            })}
      </span>
    </fieldset>
  )
}
