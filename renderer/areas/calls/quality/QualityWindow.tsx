import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Tabs } from '../../../kit/Tabs.tsx'
import { useMay } from '../../../shell/account.ts'
import { ChecklistsTab } from './ChecklistsTab.tsx'
import { EmployeesTab } from './EmployeesTab.tsx'
import { NormsTab } from './NormsTab.tsx'
import { ScoresTab } from './ScoresTab.tsx'
import '../costs/costs.css'
import './quality.css'

/** How well calls are held: of everybody for whoever scores them, of one's own for everybody else. */
export function QualityWindow() {
  const { t } = useTranslation()
  const mayScore = useMay()('calls.score')
  const [tab, setTab] = useState('employees')
  const shown = (id: string) => tab === id
  return (
    <Tabs
      label={t('quality.title')}
      tab={tab}
      onTab={setTab}
      tabs={[
        {
          id: 'employees',
          label: t(mayScore ? 'quality.employees' : 'quality.mine'),
          content: <EmployeesTab shown={shown('employees')} />,
        },
        { id: 'calls', label: t('quality.calls'), content: <ScoresTab /> },
        ...(mayScore
          ? [
              { id: 'norms', label: t('quality.norms'), content: <NormsTab shown={shown('norms')} /> },
              {
                id: 'checklists',
                label: t('quality.checklists'),
                content: <ChecklistsTab shown={shown('checklists')} />,
              },
            ]
          : []),
      ]}
    />
  )
}
