import { useController, useFormContext } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { ChevronDown, CircleAlert } from 'lucide-react'
import { useId } from 'react'
import type { CardValues } from './cardValues.ts'
import { useReadOnly } from './readOnly.ts'

/** Day, month and, where somebody knows it, the year. Kept as YYYY-MM-DD or --MM-DD, unfinished while one types. */
export function BirthdayField() {
  const { t } = useTranslation()
  const readOnly = useReadOnly()
  const id = useId()
  const { control } = useFormContext<CardValues>()
  const {
    field: { value, onChange, onBlur, ref },
    fieldState,
  } = useController({ control, name: 'birthday' })
  const [, year = '', month = '', day = ''] = /^(\d*|-)-(\d*)-(\d*)$/.exec(value) ?? []
  const put = (parts: { year?: string; month?: string; day?: string }) => {
    const now = { year: year === '-' ? '' : year, month, day, ...parts }
    const empty = now.year === '' && now.month === '' && now.day === ''
    const two = (text: string) => (text === '' ? '' : text.padStart(2, '0'))
    onChange(empty ? '' : `${now.year === '' ? '-' : now.year}-${two(now.month)}-${two(now.day)}`)
  }
  const digits = (text: string) => text.replace(/\D/g, '')
  const months = t('shell.months').split('|')
  const said = fieldState.error?.message
  return (
    <div className="kit-field" role="group" aria-label={t('clients.fields.birthday')}>
      <span className="kit-label" aria-hidden="true">
        {t('clients.fields.birthday')}
      </span>
      <div className="client-birthday">
        <div className="kit-input">
          <input
            type="text"
            inputMode="numeric"
            autoComplete="off"
            name="birthday"
            ref={ref}
            aria-label={t('fields.day')}
            placeholder={t('fields.day')}
            aria-invalid={said ? true : undefined}
            aria-describedby={said ? id : undefined}
            readOnly={readOnly}
            value={day.replace(/^0(?=\d)/, '')}
            onChange={(event) => put({ day: digits(event.currentTarget.value).slice(-2) })}
            onBlur={onBlur}
          />
        </div>
        <div className="kit-input select">
          <select
            aria-label={t('fields.month')}
            disabled={readOnly}
            value={month === '' ? '' : String(Number(month))}
            onChange={(event) => put({ month: event.currentTarget.value })}
          >
            <option value="">{t('fields.month')}</option>
            {months.map((name, at) => (
              <option key={name} value={String(at + 1)}>
                {name}
              </option>
            ))}
          </select>
          <ChevronDown size={14} aria-hidden="true" />
        </div>
        <div className="kit-input">
          <input
            type="text"
            inputMode="numeric"
            autoComplete="off"
            aria-label={t('fields.year')}
            placeholder={t('fields.year')}
            readOnly={readOnly}
            value={year === '-' ? '' : year}
            onChange={(event) => put({ year: digits(event.currentTarget.value).slice(0, 4) })}
            onBlur={onBlur}
          />
        </div>
      </div>
      {said && (
        <span className="kit-error" id={id}>
          <CircleAlert size={13} aria-hidden="true" />
          {said}
        </span>
      )}
    </div>
  )
}
