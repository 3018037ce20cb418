import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { DateField } from '../../../kit/form/DateField.tsx'
import { PeopleDialog } from './PeopleDialog.tsx'

/** YYYY-MM-DD each, empty where nobody knows. */
interface Days {
  readonly since: string
  readonly until: string
}

interface Props extends Days {
  readonly name: string
  readonly onDays: (days: Days) => void
  readonly onClose: () => void
}

/** Between which days a contact person works there. */
export function DaysDialog({ name, since, until, onDays, onClose }: Props) {
  const { t } = useTranslation()
  const [days, setDays] = useState<Days>({ since, until })
  const wrong = days.since !== '' && days.until !== '' && days.until < days.since
  return (
    <PeopleDialog
      title={t('people.daysOf', { name })}
      confirm={t('people.takeDays')}
      disabled={wrong}
      onConfirm={() => onDays(days)}
      onClose={onClose}
    >
      <DateField
        label={t('people.sinceDay')}
        value={days.since}
        onChange={(event) => setDays({ ...days, since: event.currentTarget.value })}
      />
      <DateField
        label={t('people.untilDay')}
        value={days.until}
        error={wrong ? t('people.daysWrong') : undefined}
        onChange={(event) => setDays({ ...days, until: event.currentTarget.value })}
      />
    </PeopleDialog>
  )
}
