import { Plus } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { RateTableRow } from '../../../../app/contract/callRates.ts'
import { Button } from '../../../kit/Button.tsx'
import { SideList } from '../../../kit/SideList.tsx'
import { useNotation } from '../../../shell/language/notation.ts'

interface Props {
  readonly tables: readonly RateTableRow[]
  readonly chosen: number
  readonly onChoose: (id: number) => void
  readonly onNew: () => void
}

/** The tables by name. */
export function TableList({ tables, chosen, onChoose, onNew }: Props) {
  const { t } = useTranslation()
  const { date, number } = useNotation()
  const from = ({ validFrom }: RateTableRow) => t('rates.from', { day: date(validFrom) })
  return (
    <SideList
      label={t('rates.tables')}
      choiceLabel={t('rates.tables')}
      entries={tables.map((table) => ({
        id: table.id,
        name: table.name,
        short: from(table),
        details: [
          t(`rates.directions.${table.direction}`),
          from(table),
          t('rates.count', { count: table.rates, shown: number(table.rates) }),
        ],
      }))}
      chosen={chosen}
      onChoose={onChoose}
    >
      <Button icon={Plus} onClick={onNew}>
        {t('rates.newTable')}
      </Button>
    </SideList>
  )
}
