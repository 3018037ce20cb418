import { useQuery } from '@tanstack/react-query'
import { ClipboardList } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '../../kit/EmptyState.tsx'
import { ErrorState } from '../../kit/ErrorState.tsx'
import { sentenceOf } from '../../shell/errors.ts'
import { ask } from '../../shell/office/office.ts'
import { TransferLine } from './TransferLine.tsx'
import './terminals.css'

/** What terminals counted, as it came: the newest first. */
export function CountsWindow() {
  const { t } = useTranslation()
  const { data, error, refetch } = useQuery(ask.terminals.transfers.queryOptions())
  if (error) return <ErrorState title={sentenceOf(error)} onRetry={() => void refetch()} />
  if (!data) return null
  return (
    <section className="terminals" aria-label={t('terminals.title')}>
      <p className="kit-hint">{t('terminals.help')}</p>
      {data.length === 0 ? (
        <EmptyState
          icon={ClipboardList}
          title={t('terminals.empty.title')}
          text={t('terminals.empty.text')}
        />
      ) : (
        <ul>
          {data.map((transfer) => (
            <TransferLine key={transfer.id} transfer={transfer} />
          ))}
        </ul>
      )}
    </section>
  )
}
