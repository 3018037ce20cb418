import { skipToken, useQuery } from '@tanstack/react-query'
import { Undo2 } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { DocumentCard } from '../../../app/contract/documents.ts'
import { ask as question } from '../../kit/ask.ts'
import { Button } from '../../kit/Button.tsx'
import { ErrorState } from '../../kit/ErrorState.tsx'
import { Facts } from '../../kit/Facts.tsx'
import { Spinner } from '../../kit/Spinner.tsx'
import { toast } from '../../kit/toasts.ts'
import { useMay } from '../../shell/account.ts'
import { codeOf, sentenceOf } from '../../shell/errors.ts'
import { useNotation } from '../../shell/language/notation.ts'
import { ask, office } from '../../shell/office/office.ts'
import { useWindow } from '../../shell/windows/index.ts'
import { amountText, quantityText } from './amounts.ts'
import { accountName } from './accountName.ts'
import { kindText } from './documentColumns.ts'
import { Problems } from './Problems.tsx'
import type { DocumentProblem } from '../../../app/contract/documents.ts'
import './stock.css'

/** A document as it was posted; it can be taken back, never changed. */
export function DocumentWindow() {
  const { t } = useTranslation()
  const win = useWindow()
  const id = Number(win.params.id)
  const possible = Number.isSafeInteger(id) && id > 0
  const card = useQuery(ask.documents.card.queryOptions({ input: possible ? { id } : skipToken }))
  if (!possible || codeOf(card.error) === 'NOT_FOUND')
    return (
      <ErrorState title={t('stock.notFound')}>
        <Button onClick={() => void win.close()}>{t('kit.close')}</Button>
      </ErrorState>
    )
  if (card.data) return <Posted card={card.data} />
  if (card.error) return <ErrorState title={sentenceOf(card.error)} onRetry={() => void card.refetch()} />
  return (
    <div className="costs-waiting">
      <Spinner />
    </div>
  )
}

function Posted({ card }: { card: DocumentCard }) {
  const { t } = useTranslation()
  const win = useWindow()
  const notation = useNotation()
  const mayWrite = useMay()('stock.edit')
  const [problems, setProblems] = useState<readonly DocumentProblem[]>([])
  const title = t('stock.numbered', { kind: kindText(t, card), number: card.id })
  const { setTitle } = win
  useEffect(() => setTitle(title), [setTitle, title])
  const undo = async () => {
    const yes = await question({
      title: t('stock.undo.title', { name: title }),
      text: t('stock.undo.text'),
      yes: t('stock.undo.yes'),
      danger: true,
    })
    if (!yes) return
    try {
      const result = await office.documents.undo({ id: card.id })
      if ('problems' in result) setProblems(result.problems)
      else toast({ tone: 'good', text: t('stock.undo.done', { name: title }) })
    } catch (error) {
      toast({ tone: 'bad', text: sentenceOf(error), seconds: 0 })
    }
  }
  const facts = [
    { name: t('stock.columns.day'), value: notation.date(card.day) },
    { name: t('stock.columns.warehouse'), value: card.warehouse },
    { name: t('stock.into'), value: card.into },
    { name: t('stock.columns.counterparty'), value: card.counterparty?.name },
    { name: t('stock.columns.total'), value: amountText(notation, card.total, card.currency) },
    { name: t('stock.columns.note'), value: card.note },
    { name: t('stock.columns.by'), value: card.by },
  ].filter(({ value }) => value)
  return (
    <div className="stock-document" tabIndex={0} role="region" aria-label={title}>
      <header>
        <h2>{title}</h2>
        {mayWrite && card.undoes === null && card.undoneBy === null && (
          <Button icon={Undo2} onClick={() => void undo()}>
            {t('stock.undo.yes')}
          </Button>
        )}
      </header>
      <Problems problems={problems} />
      <Facts facts={facts} />
      <table className="stock-lines">
        <thead>
          <tr>
            <th>{t('stock.columns.item')}</th>
            <th className="stock-number">{t('stock.columns.quantity')}</th>
            <th className="stock-number">{t('stock.columns.price')}</th>
            <th className="stock-number">{t('stock.columns.total')}</th>
          </tr>
        </thead>
        <tbody>
          {card.lines.map((line, at) => (
            // Lines of a posted document never move.
            // oxlint-disable-next-line react/no-array-index-key
            <tr key={at}>
              <td>
                <bdi>{line.item}</bdi>
              </td>
              <td className="stock-number">{quantityText(notation, line.quantity)}</td>
              <td className="stock-number">{amountText(notation, line.price, card.currency)}</td>
              <td className="stock-number">{amountText(notation, line.total, card.currency)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {card.entries.length > 0 && (
        <details>
          <summary>{t('stock.inBooks')}</summary>
          <table className="stock-lines">
            <thead>
              <tr>
                <th>{t('stock.columns.account')}</th>
                <th>{t('stock.columns.counterparty')}</th>
                <th className="stock-number">{t('stock.columns.debit')}</th>
                <th className="stock-number">{t('stock.columns.credit')}</th>
              </tr>
            </thead>
            <tbody>
              {card.entries.map(({ account, counterparty, currency, amount }) => (
                <tr key={`${account} ${counterparty?.id ?? ''} ${currency}`}>
                  <td>{accountName(t, account)}</td>
                  <td>
                    <bdi>{counterparty?.name}</bdi>
                  </td>
                  <td className="stock-number">{amount > 0 && amountText(notation, amount, currency)}</td>
                  <td className="stock-number">{amount < 0 && amountText(notation, -amount, currency)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </details>
      )}
    </div>
  )
}
