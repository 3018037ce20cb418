import { Plus } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { RateTableRow } from '../../../../app/contract/callRates.ts'
import { Button } from '../../../kit/Button.tsx'
import { SelectField } from '../../../kit/form/SelectField.tsx'
import { useNotation } from '../../../shell/language/notation.ts'

interface Props {
  readonly tables: readonly RateTableRow[]
  readonly chosen: number
  readonly onChoose: (id: number) => void
  readonly onNew: () => void
}

/** The tables by name: a list beside the rates, one line above them where the window is narrow. */
export function TableList({ tables, chosen, onChoose, onNew }: Props) {
  const { t } = useTranslation()
  const { date, number } = useNotation()
  const from = ({ validFrom }: RateTableRow) => t('rates.from', { day: date(validFrom) })
  return (
    <nav className="rates-list" aria-label={t('rates.tables')}>
      <Button icon={Plus} onClick={onNew}>
        {t('rates.newTable')}
      </Button>
      <div className="rates-choice">
        <SelectField
          bare
          label={t('rates.tables')}
          value={chosen}
          onChange={(event) => onChoose(Number(event.currentTarget.value))}
          options={tables.map((table) => ({ id: String(table.id), label: `${table.name} – ${from(table)}` }))}
        />
      </div>
      <ul>
        {tables.map((table) => (
          <li key={table.id}>
            <button
              type="button"
              className="rates-entry"
              aria-current={table.id === chosen ? 'true' : undefined}
              onClick={() => onChoose(table.id)}
            >
              <bdi>{table.name}</bdi>
              <small>
                <span>{t(`rates.directions.${table.direction}`)}</span>
                <span>{from(table)}</span>
                <span className="kit-numbers">
                  {t('rates.count', { count: table.rates, shown: number(table.rates) })}
                </span>
              </small>
            </button>
          </li>
        ))}
      </ul>
    </nav>
  )
}
