import { skipToken, useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { usualRelation } from '../../../app/lists.ts'
import { Button } from '../../kit/Button.tsx'
import { ErrorState } from '../../kit/ErrorState.tsx'
import { Spinner } from '../../kit/Spinner.tsx'
import { useAccount } from '../../shell/account.ts'
import { codeOf, sentenceOf } from '../../shell/errors.ts'
import { useLanguage } from '../../shell/language/language.ts'
import { ask } from '../../shell/office/office.ts'
import { useWindow } from '../../shell/windows/index.ts'
import { CardView } from './card/CardView.tsx'
import { freshCard } from './card/cardValues.ts'
import './clients.css'

/** One client: a new one at /clients/new, a known one at /clients/<id>. */
export function ClientWindow() {
  const { params, query } = useWindow()
  const language = useLanguage((state) => state.language)
  const { office, grant } = useAccount()
  const { data: lists } = useQuery(ask.lists.all.queryOptions())
  if (params.id === undefined) {
    if (!lists) return null
    // As the office counts a new card that says nothing about it.
    const usual = lists.entries.find(({ key }) => key === usualRelation)?.id
    const relation = grant.onlyRelations[0] ?? usual
    return (
      <CardView
        fresh={freshCard(
          query.name ?? '',
          language,
          office.country,
          relation === undefined ? [] : [relation],
          query.phone,
        )}
      />
    )
  }
  return <KnownClient key={params.id} id={Number(params.id)} />
}

function KnownClient({ id }: { id: number }) {
  const { t } = useTranslation()
  const win = useWindow()
  const possible = Number.isSafeInteger(id) && id > 0
  const card = useQuery(ask.clients.card.queryOptions({ input: possible ? { id } : skipToken }))
  const missing = !possible || codeOf(card.error) === 'NOT_FOUND'
  if (missing && !card.data)
    return (
      <ErrorState title={t('clients.card.notFound')} text={t('clients.card.notFoundHelp')}>
        <Button onClick={() => void win.close()}>{t('kit.close')}</Button>
      </ErrorState>
    )
  if (card.data) return <CardView card={card.data} />
  if (card.error) return <ErrorState title={sentenceOf(card.error)} onRetry={() => void card.refetch()} />
  return (
    <div className="client-waiting">
      <Spinner />
    </div>
  )
}
