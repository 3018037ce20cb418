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
  readonly name: string
  readonly error?: string | undefined
}

/** Which roles a person has. Each says what it allows; those that allow more than one's own cannot be given. */
export function RoleTicks({ roles, value, onChange, onBlur, ref, name, error }: Props) {
  const { t } = useTranslation()
  const { grant } = useAccount()
  const id = useId()
  return (
    <fieldset className="staff-ticks" aria-describedby={`${id}-hint`}>
      <legend className="kit-label">{t('staff.person.roles')}</legend>
      <div className="staff-ticks-list">
        {roles.map((role, place) => {
          const has = value.includes(role.id)
          const tooMuch = beyond(grant, role.grant)
          return (
            <CheckField
              key={role.id}
              {...(place === 0 ? { ref, name } : {})}
              label={roleName(t, role)}
              error={undefined}
              hint={tooMuch && !has ? t('staff.person.beyond') : summaryOf(t, role)}
              checked={has}
              disabled={tooMuch && !has}
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
        {t('staff.person.rolesHint')}
      </span>
    </fieldset>
  )
}
