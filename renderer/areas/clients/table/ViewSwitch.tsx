import { ChartColumn, IdCard, ScrollText, Table2 } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Segments } from '../../../kit/Segments.tsx'
import { keys } from '../../../shell/keys.ts'
import { clientViews, type ClientView } from './keptView.ts'

const icons = { table: Table2, cards: IdCard, text: ScrollText, charts: ChartColumn }

/** Table, cards, text or charts: the same clients, the same filter, the same selection. */
export function ViewSwitch({ view, onView }: { view: ClientView; onView: (view: ClientView) => void }) {
  const { t } = useTranslation()
  return (
    <Segments
      label={t('views.label')}
      keys={keys.view}
      chosen={view}
      onChoose={onView}
      segments={clientViews.map((id) => ({ id, label: t(`views.${id}`), icon: icons[id] }))}
    />
  )
}
