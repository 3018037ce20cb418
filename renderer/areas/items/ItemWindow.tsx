import { skipToken, useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Button } from '../../kit/Button.tsx'
import { ErrorState } from '../../kit/ErrorState.tsx'
import { codeOf, sentenceOf } from '../../shell/errors.ts'
import { useLanguage } from '../../shell/language/language.ts'
import { ask } from '../../shell/office/office.ts'
import { useWindow } from '../../shell/windows/index.ts'
import { ItemForm } from './ItemForm.tsx'
import { freshItem, valuesOfItem } from './itemValues.ts'
import './items.css'

/** One item: a new one at /items/new, with ?code= what was scanned; a known one at /items/<id>. */
export function ItemWindow() {
  const { t } = useTranslation()
  const win = useWindow()
  const language = useLanguage((state) => state.language)
  const id = Number(win.params.id)
  const isNew = win.params.id === undefined
  const possible = Number.isSafeInteger(id) && id > 0
  const card = useQuery(ask.items.card.queryOptions({ input: possible ? { id } : skipToken }))
  if (isNew) return <ItemForm values={freshItem(language, win.query.code)} />
  if (card.data)
    return <ItemForm key={card.data.revision} card={card.data} values={valuesOfItem(card.data)} />
  if (!possible || codeOf(card.error) === 'NOT_FOUND')
    return (
      <ErrorState title={t('items.notFound')} text={t('items.notFoundText')}>
        <Button onClick={() => void win.close()}>{t('kit.close')}</Button>
      </ErrorState>
    )
  return card.error ? <ErrorState title={sentenceOf(card.error)} onRetry={() => void card.refetch()} /> : null
}
