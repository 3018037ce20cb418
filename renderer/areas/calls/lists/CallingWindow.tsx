import { useQuery } from '@tanstack/react-query'
import { CircleCheckBig, Clock, Pause } from 'lucide-react'
import { useCallback, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CallTurn } from '../../../../app/contract/callLists.ts'
import { Button } from '../../../kit/Button.tsx'
import { EmptyState } from '../../../kit/EmptyState.tsx'
import { ErrorState } from '../../../kit/ErrorState.tsx'
import { Progress } from '../../../kit/Progress.tsx'
import { Spinner } from '../../../kit/Spinner.tsx'
import { sentenceOf } from '../../../shell/errors.ts'
import { useNotation } from '../../../shell/language/notation.ts'
import { ask, office } from '../../../shell/office/office.ts'
import { useWindow } from '../../../shell/windows/index.ts'
import { Turn } from './Turn.tsx'
import './lists.css'

type Given = { turn: CallTurn | null; nextAt: number | null }

/** Calling the people of one list, one after another, by keyboard from end to end. */
export function CallingWindow() {
  const { t } = useTranslation()
  const notation = useNotation()
  const { params, setTitle, open } = useWindow()
  const id = Number(params.id)
  const list = useQuery(ask.callLists.one.queryOptions({ input: { id } }))
  const [given, setGiven] = useState<Given>()
  const [problem, setProblem] = useState<unknown>()
  const name = list.data?.name
  useEffect(() => setTitle(name === undefined ? null : t('callLists.calling', { name })), [setTitle, name, t])

  const fetchNext = useCallback(async () => {
    try {
      setGiven(await office.callLists.next({ id }))
      setProblem(undefined)
    } catch (error) {
      setProblem(error)
    }
  }, [id])
  useEffect(() => {
    void fetchNext()
  }, [fetchNext])
  // Somebody may be added, or a pause be over, while one waits.
  const waits = given !== undefined && given.turn === null
  const { dataUpdatedAt } = list
  useEffect(() => {
    if (!waits) return undefined
    const timer = setTimeout(() => void fetchNext(), 30_000)
    return () => clearTimeout(timer)
  }, [waits, given, fetchNext])
  useEffect(() => {
    if (waits) void fetchNext()
    // Only when the list itself has changed.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [dataUpdatedAt])

  const failed = problem ?? list.error
  if (failed) return <ErrorState title={sentenceOf(failed)} onRetry={() => void fetchNext()} />
  if (!given || !list.data)
    return (
      <div className="call-turn-waiting">
        <Spinner />
      </div>
    )
  const { turn, nextAt } = given
  const toLists = <Button onClick={() => open('/calls/lists')}>{t('callLists.back')}</Button>
  return (
    <div className="calling">
      <Progress label={list.data.name} done={list.data.done} total={list.data.total} />
      {turn ? (
        <Turn
          key={`${turn.id} ${turn.attempts}`}
          turn={turn}
          script={list.data.script}
          onNext={() => void fetchNext()}
          onGivenBack={() => setGiven({ turn: null, nextAt: null })}
        />
      ) : list.data.state !== 'open' ? (
        <EmptyState icon={Pause} title={t('callLists.notOpen')} text={t('callLists.notOpenText')}>
          {toLists}
        </EmptyState>
      ) : nextAt !== null ? (
        <EmptyState
          icon={Clock}
          title={t('callLists.waiting')}
          text={t('callLists.waitingText', { when: notation.dayAndTime(nextAt) })}
        >
          {toLists}
        </EmptyState>
      ) : (
        <EmptyState icon={CircleCheckBig} title={t('callLists.allDone')} text={t('callLists.allDoneText')}>
          {toLists}
        </EmptyState>
      )}
    </div>
  )
}
