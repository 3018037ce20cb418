import { skipToken, useQuery } from '@tanstack/react-query'
import { ClipboardCheck, X } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CallScore } from '../../../../app/contract/callQuality.ts'
import type { Call } from '../../../../app/contract/calls.ts'
import { Button } from '../../../kit/Button.tsx'
import { Chip } from '../../../kit/Chip.tsx'
import { toast } from '../../../kit/toasts.ts'
import { useMay } from '../../../shell/account.ts'
import { sentenceOf } from '../../../shell/errors.ts'
import { useNotation } from '../../../shell/language/notation.ts'
import { ask, office } from '../../../shell/office/office.ts'
import { Marks } from './Marks.tsx'
import { resultText, toneOfResult } from './results.ts'
import { ScoreDialog } from './ScoreDialog.tsx'
import './quality.css'

/** On the card of a call: how it was scored, and what was marked in it. Nothing where the reader has no part in it. */
export function CallQuality({ call }: { call: Call }) {
  const { t } = useTranslation()
  const mayScore = useMay()('calls.score')
  const quality = useQuery(ask.callQuality.ofCall.queryOptions({ input: { call: call.id } }))
  const checklists = useQuery(
    ask.callQuality.checklists.queryOptions({ input: mayScore ? undefined : skipToken }),
  )
  const [scoring, setScoring] = useState(false)
  if (!quality.data || call.outcome !== 'answered') return null
  const { score, marks } = quality.data
  const inUse = checklists.data?.some(({ retired }) => !retired) ?? false
  if (!mayScore && score === null && marks.length === 0) return null
  return (
    <section className="call-quality" aria-label={t('quality.ofCall')}>
      <h3>{t('quality.ofCall')}</h3>
      {score && <Score call={call.id} score={score} mayScore={mayScore} />}
      {mayScore && (score || inUse) && (
        <Button icon={ClipboardCheck} size="small" onClick={() => setScoring(true)}>
          {t(score ? 'quality.scoreAgain' : 'quality.score')}
        </Button>
      )}
      {mayScore && !score && checklists.data && !inUse && (
        <p className="call-soft">{t('quality.noChecklistsText')}</p>
      )}
      <Marks call={call.id} marks={marks} mayMark={mayScore} />
      {scoring && checklists.data && (
        <ScoreDialog
          call={call.id}
          score={score}
          checklists={checklists.data}
          onClosed={() => setScoring(false)}
        />
      )}
    </section>
  )
}

function Score({ call, score, mayScore }: { call: number; score: CallScore; mayScore: boolean }) {
  const { t } = useTranslation()
  const notation = useNotation()
  const remove = async () => {
    const set = (removed: boolean) => office.callQuality.removeScore({ call, removed })
    const refused = (error: unknown) => toast({ tone: 'bad', text: sentenceOf(error), seconds: 0 })
    try {
      await set(true)
      toast({
        tone: 'good',
        text: t('quality.scoreRemoved'),
        action: { label: t('rates.undo'), onChoose: () => void set(false).catch(refused) },
      })
    } catch (error) {
      refused(error)
    }
  }
  return (
    <>
      <div className="call-whose">
        <Chip tone={toneOfResult(score.result)}>{resultText(notation, score.result)}</Chip>
        <bdi>{score.checklist}</bdi>
        <span className="call-soft">
          {t('quality.scoredBy', { name: score.by, when: notation.dayAndTime(score.at) })}
        </span>
        {mayScore && (
          <Button icon={X} size="small" kind="quiet" onClick={() => void remove()}>
            {t('quality.removeScore')}
          </Button>
        )}
      </div>
      <dl className="quality-answers">
        {score.questions.map(({ text, points }, index) => {
          const given = score.answers[index] ?? null
          return (
            <div key={`${index} ${text}`}>
              <dt>
                <bdi>{text}</bdi>
              </dt>
              <dd className="kit-numbers">
                {given === null
                  ? t('quality.notAsked')
                  : t('quality.ofPoints', { given: notation.number(given), points: notation.number(points) })}
              </dd>
            </div>
          )
        })}
      </dl>
      {score.words !== '' && <p className="quality-words">{score.words}</p>}
    </>
  )
}
