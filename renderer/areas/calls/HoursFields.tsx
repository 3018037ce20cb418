import { useTranslation } from 'react-i18next'
import { permittedHours, typedMinute, type PermittedHours } from '../../../app/permittedHours.ts'
import { TextField } from '../../kit/form/TextField.tsx'
import { WeekDays } from '../../shell/WeekDays.tsx'
import './hours.css'

/** Hours as they are typed: `09:00`. */
export interface TypedHours {
  readonly from: string
  readonly to: string
  readonly days: readonly number[]
}

export const typedHours = ({ from, to, days }: PermittedHours): TypedHours => ({
  from: typedMinute(from),
  // A field for the time of day knows no 24:00.
  to: typedMinute(Math.min(to, 1439)),
  days,
})

function minuteOf(text: string): number {
  const [hour = NaN, minute = NaN] = text.split(':').map(Number)
  return hour * 60 + minute
}

/** Undefined where they are none. */
export const hoursOf = ({ from, to, days }: TypedHours): PermittedHours | undefined =>
  permittedHours.safeParse({ from: minuteOf(from), to: minuteOf(to), days }).data

/** The hours in which people may be called. */
export function HoursFields({
  value,
  onChange,
}: {
  value: TypedHours
  onChange: (hours: TypedHours) => void
}) {
  const { t } = useTranslation()
  return (
    <div className="call-hours">
      <TextField
        type="time"
        required
        label={t('callLists.from')}
        value={value.from}
        onChange={(event) => onChange({ ...value, from: event.currentTarget.value })}
      />
      <TextField
        type="time"
        required
        label={t('callLists.to')}
        value={value.to}
        onChange={(event) => onChange({ ...value, to: event.currentTarget.value })}
      />
      <p className="kit-hint">{t('callLists.hoursHint')}</p>
      <WeekDays
        value={value.days}
        onChange={(days) => onChange({ ...value, days })}
        error={hoursOf(value) ? undefined : t('callLists.wrongHours')}
      />
    </div>
  )
}
