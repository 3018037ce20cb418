import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Days } from '../../../../app/periods.ts'
import { DateField } from '../../../kit/form/DateField.tsx'
import { SelectField } from '../../../kit/form/SelectField.tsx'
import { daysNow, reportPeriods, type ReportPeriod } from './periodDays.ts'

/** Of which days a report is: a span that moves with the calendar, or days of one's own. */
export function PeriodBar({ days, onDays }: { days: Days; onDays: (days: Days) => void }) {
  const { t } = useTranslation()
  const [period, setPeriod] = useState<ReportPeriod>('this-month')
  const own = (changed: Partial<Days>) => {
    const next = { ...days, ...changed }
    if (next.from !== '' && next.to !== '')
      onDays(next.from <= next.to ? next : { from: next.to, to: next.from })
  }
  return (
    <>
      <SelectField
        label={t('costs.period')}
        value={period}
        onChange={(event) => {
          const next = event.currentTarget.value as ReportPeriod
          setPeriod(next)
          if (next !== 'own') onDays(daysNow(next))
        }}
        options={[...reportPeriods, 'own' as const].map((id) => ({ id, label: t(`costs.periods.${id}`) }))}
      />
      {period === 'own' && (
        <>
          <DateField
            label={t('costs.from')}
            value={days.from}
            onChange={(event) => own({ from: event.currentTarget.value })}
          />
          <DateField
            label={t('costs.to')}
            value={days.to}
            onChange={(event) => own({ to: event.currentTarget.value })}
          />
        </>
      )}
    </>
  )
}
