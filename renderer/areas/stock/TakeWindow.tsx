import { skipToken, useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../kit/Button.tsx'
import { ErrorState } from '../../kit/ErrorState.tsx'
import { Spinner } from '../../kit/Spinner.tsx'
import { sentenceOf } from '../../shell/errors.ts'
import { ask } from '../../shell/office/office.ts'
import { useWindow } from '../../shell/windows/index.ts'
import { CountBar } from './CountBar.tsx'
import { CountedLines } from './CountedLines.tsx'
import { TakeEnd } from './TakeEnd.tsx'
import '../calls/costs/costs.css'
import './stock.css'

/** One stock-take: counting, by as many people as there are; what differs; and its end. */
export function TakeWindow() {
  const { t } = useTranslation()
  const win = useWindow()
  const id = Number(win.params.id)
  const possible = Number.isSafeInteger(id) && id > 0
  const { data, error, refetch } = useQuery({
    ...ask.stockTakes.list.queryOptions(possible ? {} : { input: skipToken }),
  })
  const take = data?.find((one) => one.id === id)
  const { setTitle } = win
  const title = take ? t('stock.take.of', { warehouse: take.warehouse }) : null
  useEffect(() => setTitle(title), [setTitle, title])
  if (error && !data) return <ErrorState title={sentenceOf(error)} onRetry={() => void refetch()} />
  if (!possible || (data && !take))
    return (
      <ErrorState title={t('stock.take.notFound')}>
        <Button onClick={() => void win.close()}>{t('kit.close')}</Button>
      </ErrorState>
    )
  if (!take)
    return (
      <div className="costs-waiting">
        <Spinner />
      </div>
    )
  return (
    <div className="costs">
      {take.state === 'going-on' && <CountBar take={take} />}
      <CountedLines take={take} />
      <TakeEnd take={take} />
    </div>
  )
}
