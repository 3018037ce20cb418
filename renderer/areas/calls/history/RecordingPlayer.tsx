import { Pause, Play, RotateCcw, RotateCw } from 'lucide-react'
import { useEffect, useRef, useState, type KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { Banner } from '../../../kit/Banner.tsx'
import { Button } from '../../../kit/Button.tsx'
import { IconButton } from '../../../kit/IconButton.tsx'
import { Segments } from '../../../kit/Segments.tsx'
import { sentenceOf } from '../../../shell/errors.ts'
import { useNotation } from '../../../shell/language/notation.ts'
import { fetchRecording } from '../../../shell/office/bringing.ts'
import { clockOf } from '../lengths.ts'

/** Seconds that one press goes back or on. */
const STEP = 5
const speeds = ['1', '1.25', '1.5', '2'] as const

/** Plays the recording of a call. It is fetched when somebody presses “Listen”: every listening stands in the log. */
export function RecordingPlayer({ call }: { call: number }) {
  const { t } = useTranslation()
  const notation = useNotation()
  const audio = useRef<HTMLAudioElement>(null)
  const leaving = useRef<AbortController>(undefined)
  const [source, setSource] = useState<string>()
  const [fetching, setFetching] = useState(false)
  const [problem, setProblem] = useState<string>()
  const [playing, setPlaying] = useState(false)
  const [at, setAt] = useState(0)
  const [length, setLength] = useState(0)
  const [speed, setSpeed] = useState<(typeof speeds)[number]>('1')

  useEffect(() => {
    const left = new AbortController()
    leaving.current = left
    return () => left.abort()
  }, [])
  useEffect(() => () => (source === undefined ? undefined : URL.revokeObjectURL(source)), [source])
  const fetchIt = async () => {
    const signal = leaving.current?.signal
    setProblem(undefined)
    setFetching(true)
    try {
      const sound = await fetchRecording(call, signal)
      if (!signal?.aborted) setSource(URL.createObjectURL(sound))
    } catch (error) {
      if (!signal?.aborted) setProblem(sentenceOf(error))
    }
    setFetching(false)
  }
  const press = () => {
    const { current } = audio
    if (!current) void fetchIt()
    else if (current.paused) current.play().catch(() => undefined)
    else current.pause()
  }
  const goTo = (seconds: number) => {
    if (!audio.current) return
    audio.current.currentTime = Math.min(Math.max(0, seconds), length)
    setAt(audio.current.currentTime)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowLeft' ? -STEP : event.key === 'ArrowRight' ? STEP : 0
    if (step !== 0) goTo(at + step)
    else if (event.key === ' ') press()
    else return
    event.preventDefault()
  }
  const clock = { at: clockOf(at * 1000), length: clockOf(length * 1000) }
  const there = source !== undefined
  return (
    <section aria-label={t('callHistory.player.title')}>
      <h3>{t('callHistory.player.title')}</h3>
      {source !== undefined && (
        // What was said on the telephone has no captions.
        // eslint-disable-next-line jsx-a11y/media-has-caption
        <audio
          ref={audio}
          src={source}
          autoPlay
          onPlay={() => setPlaying(true)}
          onPause={() => setPlaying(false)}
          onLoadedMetadata={({ currentTarget }) => {
            if (Number.isFinite(currentTarget.duration)) setLength(currentTarget.duration)
          }}
          onTimeUpdate={({ currentTarget }) => setAt(currentTarget.currentTime)}
          onError={() => setProblem(t('callHistory.player.cannotPlay'))}
        />
      )}
      <div className="call-player">
        <Button icon={playing ? Pause : Play} busy={fetching} onClick={press}>
          {t(
            there
              ? playing
                ? 'callHistory.player.pause'
                : 'callHistory.player.play'
              : 'callHistory.player.listen',
          )}
        </Button>
        {there && (
          <>
            <IconButton
              icon={RotateCcw}
              label={t('callHistory.player.back')}
              onClick={() => goTo(at - STEP)}
            />
            <IconButton
              icon={RotateCw}
              label={t('callHistory.player.forward')}
              onClick={() => goTo(at + STEP)}
            />
            <input
              type="range"
              min={0}
              max={length}
              step="any"
              value={Math.min(at, length)}
              aria-label={t('callHistory.player.position')}
              aria-valuetext={t('callHistory.player.at', clock)}
              onChange={(event) => goTo(Number(event.currentTarget.value))}
              onKeyDown={onKeyDown}
            />
            <bdi className="kit-numbers">
              {clock.at} / {clock.length}
            </bdi>
            <Segments
              label={t('callHistory.player.speed')}
              segments={speeds.map((id) => ({
                id,
                label: t('callHistory.player.times', { shown: notation.number(Number(id)) }),
              }))}
              chosen={speed}
              onChoose={(chosen) => {
                setSpeed(chosen)
                if (audio.current) audio.current.playbackRate = Number(chosen)
              }}
            />
          </>
        )}
      </div>
      {problem !== undefined && <Banner tone="bad">{problem}</Banner>}
    </section>
  )
}
