import { skipToken, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { writtenKinds, type Draft, type WrittenKind } from '../../../app/contract/documents.ts'
import { Button } from '../../kit/Button.tsx'
import { ErrorState } from '../../kit/ErrorState.tsx'
import { today } from '../../kit/grid/filters/filter.ts'
import { Spinner } from '../../kit/Spinner.tsx'
import { codeOf, sentenceOf } from '../../shell/errors.ts'
import { ask } from '../../shell/office/office.ts'
import { useWindow } from '../../shell/windows/index.ts'
import { DraftForm } from './DraftForm.tsx'
import './stock.css'

/** A document that is being written: a new one of the kind in the address, or a draft by its number. */
export function DraftWindow() {
  const { t } = useTranslation()
  const win = useWindow()
  // The address becomes the draft's own once it is kept; what is typed stays.
  const [begun] = useState(win.params.id)
  const kind = writtenKinds.find((one) => one === begun)
  const id = Number(begun)
  const possible = kind !== undefined || (Number.isSafeInteger(id) && id > 0)
  const draft = useQuery({
    ...ask.documents.draft.queryOptions({ input: possible && kind === undefined ? { id } : skipToken }),
    // What others save meanwhile is noticed when this one is kept.
    staleTime: 0,
    refetchOnMount: 'always',
  })
  const { data: balances } = useQuery(ask.stock.balances.queryOptions({ input: { limit: 1 } }))
  const [first, setFirst] = useState<Draft>()
  if (!first && draft.data && !draft.isFetching) setFirst(draft.data)
  if (!possible || codeOf(draft.error) === 'NOT_FOUND')
    return (
      <ErrorState title={t('stock.notFound')}>
        <Button onClick={() => void win.close()}>{t('kit.close')}</Button>
      </ErrorState>
    )
  if (draft.error) return <ErrorState title={sentenceOf(draft.error)} onRetry={() => void draft.refetch()} />
  if (first) return <DraftForm begun={first} />
  if (kind && balances) return <DraftForm begun={fresh(kind, balances.currency)} />
  return (
    <div className="costs-waiting">
      <Spinner />
    </div>
  )
}

const fresh = (kind: WrittenKind, currency: string) => ({
  content: {
    kind,
    day: today(),
    warehouseId: null,
    intoId: null,
    supplierId: null,
    currency,
    rate: null,
    note: '',
    lines: [],
  },
  items: [],
  supplier: null,
})
