import { Phone, SquareArrowOutUpRight, Undo2 } from 'lucide-react'
import { useEffect, useEffectEvent, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { useTranslation } from 'react-i18next'
import { callResults, type CallResult } from '../../../../app/calling.ts'
import type { CallTurn } from '../../../../app/contract/callLists.ts'
import { clockTime, typedMinute } from '../../../../app/permittedHours.ts'
import { formatPhone } from '../../../../app/phone.ts'
import { PhoneNumber } from '../../../shell/calls/PhoneNumber.tsx'
import { TextWithNumbers } from '../../../shell/calls/TextWithNumbers.tsx'
import { Button } from '../../../kit/Button.tsx'
import { TextArea } from '../../../kit/form/TextArea.tsx'
import { TextField } from '../../../kit/form/TextField.tsx'
import { KeyHint } from '../../../kit/KeyHint.tsx'
import { toast } from '../../../kit/toasts.ts'
import { callNumber, useMayDial } from '../../../shell/calls/telephone.ts'
import { sentenceOf } from '../../../shell/errors.ts'
import { useNotation } from '../../../shell/language/notation.ts'
import { office } from '../../../shell/office/office.ts'
import { useWindow } from '../../../shell/windows/index.ts'
import { inAnHour, momentOf } from './moments.ts'

interface Props {
  readonly turn: CallTurn
  readonly script: string
  /** There is a result; the next one, please. */
  readonly onNext: () => void
  readonly onGivenBack: () => void
}

/** Whom to call now. Enter dials, a digit says what came of it, Enter goes on. */
export function Turn({ turn, script, onNext, onGivenBack }: Props) {
  const { t } = useTranslation()
  const notation = useNotation()
  const { open, isActive } = useWindow()
  const [given] = useState(() => Date.now())
  const [result, setResult] = useState<CallResult>()
  const [note, setNote] = useState('')
  const [callAt, setCallAt] = useState('')
  const [problem, setProblem] = useState<string>()
  const [busy, setBusy] = useState(false)
  const dialButton = useRef<HTMLButtonElement>(null)
  const saveButton = useRef<HTMLButtonElement>(null)
  const whenField = useRef<HTMLInputElement>(null)
  const firstResult = useRef<HTMLButtonElement>(null)
  useEffect(() => dialButton.current?.focus(), [])

  const mayDial = useMayDial()
  // Where no exchange dials for us, somebody has just done it by hand.
  const dial = () => {
    if (mayDial && turn.number !== undefined) void callNumber(turn.number)
    firstResult.current?.focus()
  }
  const choose = (chosen: CallResult) => {
    // At once, so that whoever goes on quickly to the note does not lose the focus there.
    flushSync(() => {
      setResult(chosen)
      setProblem(undefined)
      if (chosen === 'call_back' && callAt === '') setCallAt(inAnHour(Date.now()))
    })
    // Where one goes on from here: the moment, or the end of it.
    ;(chosen === 'call_back' ? whenField : saveButton).current?.focus()
  }
  const save = async () => {
    if (busy) return
    if (!result) {
      setProblem(t('callLists.chooseResult'))
      firstResult.current?.focus()
      return
    }
    const callBackAt = result === 'call_back' ? momentOf(callAt) : undefined
    if (result === 'call_back' && callBackAt === undefined) {
      setProblem(t('callLists.chooseMoment'))
      whenField.current?.focus()
      return
    }
    setBusy(true)
    try {
      const { attempt } = await office.callLists.result({
        entry: turn.id,
        result,
        note,
        ...(callBackAt === undefined ? {} : { callBackAt }),
      })
      toast({
        tone: 'good',
        text: t('callLists.resultSaved', {
          who: turn.client?.name ?? turn.number ?? '',
          result: t(`callLists.results.${result}`),
        }),
        action: { label: t('callLists.undo'), onChoose: () => void takeBack(attempt) },
      })
      onNext()
    } catch (error) {
      setProblem(sentenceOf(error))
      setBusy(false)
    }
  }
  const takeBack = (attempt: number) =>
    office.callLists
      .undoResult({ attempt })
      .catch((error: unknown) => toast({ tone: 'bad', text: sentenceOf(error), seconds: 0 }))
  const giveBack = async () => {
    try {
      await office.callLists.giveBack({ entry: turn.id })
      toast({ text: t('callLists.skipped') })
      onGivenBack()
    } catch (error) {
      setProblem(sentenceOf(error))
    }
  }
  const onDigit = useEffectEvent((event: KeyboardEvent) => {
    const chosen = callResults[Number(event.key) - 1]
    const typing = event.target instanceof Element && event.target.closest('input, textarea, select')
    if (!chosen || typing || !isActive() || event.ctrlKey || event.altKey || event.metaKey) return
    event.preventDefault()
    choose(chosen)
  })
  useEffect(() => {
    const heed = (event: KeyboardEvent) => onDigit(event)
    window.addEventListener('keydown', heed)
    return () => window.removeEventListener('keydown', heed)
  }, [])

  const there = turn.zone === null ? undefined : clockTime(given, turn.zone)
  const number = turn.number === undefined ? undefined : formatPhone(turn.number)
  return (
    <form
      className="call-turn"
      aria-label={turn.client?.name ?? number}
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
        event.preventDefault()
        void save()
      }}
    >
      <header>
        <div>
          <h2>
            <bdi>{turn.client?.name ?? number}</bdi>
          </h2>
          {number !== undefined && (
            <p className="call-turn-number" aria-label={t('callLists.dialByHand')}>
              <PhoneNumber number={number} />
            </p>
          )}
          <p className="call-turn-facts">
            {turn.attempts === 0
              ? t('callLists.first')
              : t('callLists.attempt', {
                  count: turn.attempts + 1,
                  shown: notation.number(turn.attempts + 1),
                })}
            {there &&
              ` · ${t('callLists.clock', {
                time: typedMinute(there.minute),
              })}`}
            {turn.agreedFor !== null &&
              ` · ${t('callLists.agreed', { when: notation.when(turn.agreedFor) })}`}
          </p>
        </div>
        <div className="call-turn-actions">
          <Button ref={dialButton} kind="good" size="large" icon={Phone} onClick={dial}>
            {t(mayDial ? 'callLists.dial' : 'callLists.dialled')}
          </Button>
          {turn.client && (
            <Button icon={SquareArrowOutUpRight} onClick={() => open(`/clients/${turn.client!.id}`)}>
              {t('callLists.openCard')}
            </Button>
          )}
          <Button icon={Undo2} onClick={() => void giveBack()}>
            {t('callLists.skip')}
          </Button>
        </div>
      </header>
      {script !== '' && (
        <p className="call-turn-script">
          <TextWithNumbers text={script} />
        </p>
      )}
      {turn.history.length > 0 && (
        <section aria-label={t('callLists.before')}>
          <h3>{t('callLists.before')}</h3>
          <ul className="call-turn-history">
            {turn.history.map((attempt) => (
              <li key={attempt.id}>
                <span>
                  {notation.dayAndTime(attempt.at)} · {attempt.by} ·{' '}
                  {t(`callLists.results.${attempt.result}`)}
                </span>
                {attempt.note !== '' && (
                  <bdi>
                    <TextWithNumbers text={attempt.note} />
                  </bdi>
                )}
              </li>
            ))}
          </ul>
        </section>
      )}
      <fieldset className="call-turn-results">
        <legend>{t('callLists.whatCame')}</legend>
        {callResults.map((one, place) => (
          <button
            key={one}
            ref={place === 0 ? firstResult : undefined}
            type="button"
            aria-pressed={one === result}
            aria-keyshortcuts={String(place + 1)}
            onClick={() => choose(one)}
          >
            {t(`callLists.results.${one}`)}
            <KeyHint keys={String(place + 1)} />
          </button>
        ))}
      </fieldset>
      {result === 'call_back' && (
        <TextField
          ref={whenField}
          type="datetime-local"
          label={t('callLists.callAt')}
          value={callAt}
          onChange={(event) => setCallAt(event.currentTarget.value)}
        />
      )}
      <TextArea
        label={t('callLists.note')}
        rows={2}
        maxLength={2000}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
      {problem && (
        <p className="kit-error" role="alert">
          {problem}
        </p>
      )}
      <footer>
        <Button ref={saveButton} type="submit" kind="primary" busy={busy}>
          {t('callLists.saveResult')}
        </Button>
      </footer>
    </form>
  )
}
