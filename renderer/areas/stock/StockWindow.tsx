import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Tabs } from '../../kit/Tabs.tsx'
import { useMay } from '../../shell/account.ts'
import { BalancesTab } from './BalancesTab.tsx'
import { BooksTab } from './BooksTab.tsx'
import { DocumentsTab } from './DocumentsTab.tsx'
import { TakesTab } from './TakesTab.tsx'
import { WarehousesTab } from './WarehousesTab.tsx'
import '../calls/costs/costs.css'
import './stock.css'

/** What lies where, by which documents it came, what was counted, and what all of it is in the books. */
export function StockWindow() {
  const { t } = useTranslation()
  const may = useMay()
  const [tab, setTab] = useState('balances')
  return (
    <Tabs
      label={t('stock.title')}
      tab={tab}
      onTab={setTab}
      tabs={[
        { id: 'balances', label: t('stock.tabs.balances'), content: <BalancesTab /> },
        {
          id: 'documents',
          label: t('stock.tabs.documents'),
          content: <DocumentsTab shown={tab === 'documents'} />,
        },
        ...(may('stock.count')
          ? [{ id: 'takes', label: t('stock.tabs.takes'), content: <TakesTab shown={tab === 'takes'} /> }]
          : []),
        ...(may('journal.see') ? [{ id: 'books', label: t('stock.tabs.books'), content: <BooksTab /> }] : []),
        {
          id: 'warehouses',
          label: t('stock.tabs.warehouses'),
          content: <WarehousesTab shown={tab === 'warehouses'} />,
        },
      ]}
    />
  )
}
