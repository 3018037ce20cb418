import { useQuery } from '@tanstack/react-query'
import { Plus, ReceiptText } from 'lucide-react'
import { useEffect, useEffectEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { RateTableRow } from '../../../../app/contract/callRates.ts'
import { Button } from '../../../kit/Button.tsx'
import { EmptyState } from '../../../kit/EmptyState.tsx'
import { ErrorState } from '../../../kit/ErrorState.tsx'
import { sentenceOf } from '../../../shell/errors.ts'
import { keys } from '../../../shell/keys.ts'
import { ask } from '../../../shell/office/office.ts'
import { useWindow } from '../../../shell/windows/index.ts'
import { RatesPane } from './RatesPane.tsx'
import { TableDialog } from './TableDialog.tsx'
import { TableList } from './TableList.tsx'
import './rates.css'

/** What calls cost: tables of prices beside the rates of the one that is open, and a field to try them. */
export function RatesWindow() {
  const { t } = useTranslation()
  const { registerCommand } = useWindow()
  const tables = useQuery(ask.callRates.tables.queryOptions())
  const [chosen, setChosen] = useState<number>()
  const [dialog, setDialog] = useState<{ table: RateTableRow | undefined }>()
  const hasTables = (tables.data?.length ?? 0) > 0
  const makeByKey = useEffectEvent(() => setDialog({ table: undefined }))
  // Where there is a table the key makes a rate.
  useEffect(
    () => (hasTables ? undefined : registerCommand('new', () => makeByKey())),
    [hasTables, registerCommand],
  )

  if (tables.isError)
    return <ErrorState title={sentenceOf(tables.error)} onRetry={() => void tables.refetch()} />
  if (!tables.data) return null
  const table = tables.data.find(({ id }) => id === chosen) ?? tables.data[0]
  return (
    <>
      {table ? (
        <div className="kit-side">
          <TableList
            tables={tables.data}
            chosen={table.id}
            onChoose={setChosen}
            onNew={() => setDialog({ table: undefined })}
          />
          <RatesPane key={table.id} table={table} onEdit={() => setDialog({ table })} />
        </div>
      ) : (
        <EmptyState icon={ReceiptText} title={t('rates.empty')} text={t('rates.emptyText')}>
          <Button kind="primary" icon={Plus} keys={keys.new} onClick={() => setDialog({ table: undefined })}>
            {t('rates.newTable')}
          </Button>
        </EmptyState>
      )}
      {dialog && (
        <TableDialog
          table={dialog.table}
          onSaved={({ id }) => setChosen(id)}
          onClosed={() => setDialog(undefined)}
        />
      )}
    </>
  )
}
