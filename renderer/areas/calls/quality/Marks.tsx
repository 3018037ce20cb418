import { Bookmark, X } from 'lucide-react'
import { useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { longestMoment, type CallMark } from '../../../../app/contract/callQuality.ts'
import { readMoment } from '../../../../app/quality.ts'
import { Button } from '../../../kit/Button.tsx'
import { IconButton } from '../../../kit/IconButton.tsx'
import { TextField } from '../../../kit/form/TextField.tsx'
import { toast } from '../../../kit/toasts.ts'
import { sentenceOf } from '../../../shell/errors.ts'
import { office } from '../../../shell/office/office.ts'
import { clock } from '../lengths.ts'

interface Props {
  readonly call: number
  readonly marks: readonly CallMark[]
  readonly mayMark: boolean
}

const refused = (error: unknown) => toast({ tone: 'bad', text: sentenceOf(error), seconds: 0 })

/** Moments of a call that somebody has put a word to. */
export function Marks({ call, marks, mayMark }: Props) {
  const { t } = useTranslation()
  const remove = async ({ id, second }: CallMark) => {
    const set = (removed: boolean) => office.callQuality.removeMark({ id, removed })
    try {
      await set(true)
      toast({
        tone: 'good',
        text: t('quality.markRemoved', { time: clock(second) }),
        action: { label: t('rates.undo'), onChoose: () => void set(false).catch(refused) },
      })
    } catch (error) {
      refused(error)
    }
  }
  return (
    <>
      {marks.length > 0 && (
        <ol className="quality-marks" aria-label={t('quality.marks')}>
          {marks.map((mark) => (
            <li key={mark.id}>
              <span className="kit-numbers">{clock(mark.second)}</span>
              <span>
                <bdi>{mark.words}</bdi> <span className="call-soft">{mark.by}</span>
              </span>
              {mayMark && (
                <IconButton
                  icon={X}
                  size="small"
                  tip={false}
                  label={t('quality.removeMark', { time: clock(mark.second) })}
                  onClick={() => void remove(mark)}
                />
              )}
            </li>
          ))}
        </ol>
      )}
      {mayMark && <NewMark call={call} />}
    </>
  )
}

/** When and what, Enter keeps it. */
function NewMark({ call }: { call: number }) {
  const { t } = useTranslation()
  const [when, setWhen] = useState('')
  const [words, setWords] = useState('')
  const [problem, setProblem] = useState<string>()
  const second = readMoment(when)
  const add = async (event: FormEvent) => {
    event.preventDefault()
    if (second === undefined || second > longestMoment) {
      setProblem(t('quality.wrongMoment'))
      return
    }
    try {
      await office.callQuality.mark({ call, second, words })
      setWhen('')
      setWords('')
    } catch (error) {
      refused(error)
    }
  }
  return (
    <form className="quality-mark" onSubmit={(event) => void add(event)}>
      <TextField
        label={t('quality.moment')}
        dir="ltr"
        placeholder="1:05"
        maxLength={8}
        value={when}
        error={problem}
        onChange={(event) => {
          setWhen(event.currentTarget.value)
          setProblem(undefined)
        }}
      />
      <TextField
        label={t('quality.markWords')}
        maxLength={500}
        value={words}
        onChange={(event) => setWords(event.currentTarget.value)}
      />
      <Button type="submit" icon={Bookmark} disabled={when.trim() === '' || words.trim() === ''}>
        {t('quality.mark')}
      </Button>
    </form>
  )
}
