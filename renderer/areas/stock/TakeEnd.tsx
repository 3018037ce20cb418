import { CheckCheck } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { DocumentProblem } from '../../../app/contract/documents.ts'
import type { StockTake } from '../../../app/contract/stockTakes.ts'
import { ask as question, choose } from '../../kit/ask.ts'
import { Button } from '../../kit/Button.tsx'
import { toast } from '../../kit/toasts.ts'
import { sentenceOf } from '../../shell/errors.ts'
import { office } from '../../shell/office/office.ts'
import { useWindow } from '../../shell/windows/index.ts'
import { Problems } from './Problems.tsx'

/** How a stock-take ends: its differences are posted, or it is given up. */
export function TakeEnd({ take }: { take: StockTake }) {
  const { t } = useTranslation()
  const win = useWindow()
  const [problems, setProblems] = useState<readonly DocumentProblem[]>([])
  const failed = (error: unknown) => void toast({ tone: 'bad', text: sentenceOf(error), seconds: 0 })
  const post = async () => {
    const uncounted = await choose({
      title: t('stock.take.postTitle'),
      text: t('stock.take.postText'),
      choices: [
        { id: 'missing', label: t('stock.take.missing') },
        { id: 'keep', label: t('stock.take.keep') },
      ],
    })
    if (uncounted === undefined) return
    const result = await office.stockTakes.post({ id: take.id, uncounted })
    if ('problems' in result) setProblems(result.problems)
    else toast({ tone: 'good', text: t('stock.take.posted') })
  }
  const giveUp = async () => {
    const yes = await question({
      title: t('stock.take.giveUpTitle'),
      text: t('stock.take.giveUpText'),
      yes: t('stock.take.giveUp'),
      danger: true,
    })
    if (yes) await office.stockTakes.giveUp({ id: take.id })
  }
  const { documentId } = take
  return (
    <>
      <Problems problems={problems} />
      <footer className="stock-foot">
        {take.state === 'going-on' ? (
          <>
            <Button onClick={() => void giveUp().catch(failed)}>{t('stock.take.giveUp')}</Button>
            <Button kind="primary" icon={CheckCheck} onClick={() => void post().catch(failed)}>
              {t('stock.take.post')}
            </Button>
          </>
        ) : (
          <>
            <span>{t(`stock.states.${take.state}`)}</span>
            {documentId !== null && (
              <Button onClick={() => void win.open(`/stock/documents/${documentId}`)}>
                {t('stock.take.document')}
              </Button>
            )}
          </>
        )}
      </footer>
    </>
  )
}
