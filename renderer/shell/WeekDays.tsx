import { CircleAlert } from 'lucide-react'
import type { Ref } from 'react'
import { useTranslation } from 'react-i18next'
import { CheckField } from '../kit/form/CheckField.tsx'
import './weekDays.css'

interface Props {
  /** Sunday is 0. */
  readonly value: readonly number[]
  readonly onChange: (days: number[]) => void
  readonly onBlur?: () => void
  readonly ref?: Ref<HTMLInputElement>
  readonly error: string | undefined
}

/** Weeks begin on Monday. */
const inOrder = [1, 2, 3, 4, 5, 6, 0]

/** Days of the week to tick. */
export function WeekDays({ value, onChange, onBlur, ref, error }: Props) {
  const { t } = useTranslation()
  const names = t('backups.plan.weekdays').split('|')
  return (
    <fieldset className="week-days">
      <legend className="kit-label">{t('backups.plan.days')}</legend>
      {inOrder.map((day, place) => (
        <CheckField
          key={day}
          ref={place === 0 ? ref : undefined}
          label={names[day] ?? ''}
          checked={value.includes(day)}
          onBlur={onBlur}
          onChange={() =>
            onChange(value.includes(day) ? value.filter((one) => one !== day) : [...value, day])
          }
        />
      ))}
      {error && (
        <span className="kit-error" role="alert">
          <CircleAlert size={13} aria-hidden="true" />
          {error}
        </span>
      )}
    </fieldset>
  )
}
