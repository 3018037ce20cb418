import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Tabs } from '../../../kit/Tabs.tsx'
import { CostReportTab } from './CostReportTab.tsx'
import { LimitsTab } from './LimitsTab.tsx'
import './costs.css'

/** What calls have cost, and up to how much they may. */
export function CostsWindow() {
  const { t } = useTranslation()
  const [tab, setTab] = useState('report')
  return (
    <Tabs
      label={t('costs.title')}
      tab={tab}
      onTab={setTab}
      tabs={[
        { id: 'report', label: t('costs.report'), content: <CostReportTab shown={tab === 'report'} /> },
        { id: 'limits', label: t('costs.limits'), content: <LimitsTab shown={tab === 'limits'} /> },
      ]}
    />
  )
}
