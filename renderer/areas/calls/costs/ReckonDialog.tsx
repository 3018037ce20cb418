import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { RecostStep } from '../../../../app/contract/callCosts.ts'
import type { Days } from '../../../../app/periods.ts'
import { Banner } from '../../../kit/Banner.tsx'
import { Button } from '../../../kit/Button.tsx'
import { Dialog } from '../../../kit/Dialog.tsx'
import { Progress } from '../../../kit/Progress.tsx'
import { toast } from '../../../kit/toasts.ts'
import { sentenceOf } from '../../../shell/errors.ts'
import { useNotation } from '../../../shell/language/notation.ts'
import { office } from '../../../shell/office/office.ts'

/** Reckons the calls of the report's days anew: asks, shows how far it is, can be stopped and taken back. */
export function ReckonDialog({ days, onClosed }: { days: Days; onClosed: () => void }) {
  const { t } = useTranslation()
  const { number, date } = useNotation()
  const [open, setOpen] = useState(true)
  const [step, setStep] = useState<RecostStep>()
  const [problem, setProblem] = useState<string>()
  const stop = useRef<AbortController>(undefined)
  useEffect(() => () => stop.current?.abort(), [])

  const undo = (run: number) =>
    void office.callCosts
      .undoReckoning({ run })
      .then(({ changed }) =>
        toast({ tone: 'good', text: t('costs.anew.undone', { shown: number(changed) }) }),
      )
      .catch((error: unknown) => toast({ tone: 'bad', text: sentenceOf(error), seconds: 0 }))
  const begin = async () => {
    stop.current = new AbortController()
    setProblem(undefined)
    try {
      const steps = await office.callCosts.reckonAnew(days, { signal: stop.current.signal })
      for await (const told of steps) {
        setStep(told)
        if (!told.ended) continue
        const { run, changed } = told.ended
        toast({
          tone: 'good',
          text: t('costs.anew.done', { changed: number(changed), total: number(told.total) }),
          ...(run === null ? {} : { action: { label: t('rates.undo'), onChoose: () => undo(run) } }),
        })
        setOpen(false)
      }
    } catch (error) {
      if (!stop.current.signal.aborted) setProblem(sentenceOf(error))
    }
  }
  const close = () => {
    if (step && !step.ended) {
      stop.current?.abort()
      toast({ tone: 'warn', text: t('costs.anew.stopped', { done: number(step.done) }) })
    }
    setOpen(false)
  }
  return (
    <Dialog
      open={open}
      onClose={close}
      onClosed={onClosed}
      title={t('costs.anew.title')}
      text={t('costs.anew.text', { from: date(days.from), to: date(days.to) })}
      footer={
        <>
          <Button onClick={close}>{t(step ? 'costs.anew.stop' : 'rates.file.cancel')}</Button>
          <Button kind="primary" busy={step !== undefined} onClick={() => void begin()}>
            {t('costs.anew.begin')}
          </Button>
        </>
      }
    >
      {problem !== undefined && <Banner tone="bad">{problem}</Banner>}
      {step && <Progress label={t('costs.anew.title')} done={step.done} total={step.total} />}
    </Dialog>
  )
}
