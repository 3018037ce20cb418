import { X } from 'lucide-react'
import type { CSSProperties } from 'react'
import { IconButton } from './IconButton.tsx'
import { toneAttribute } from './tone.ts'
import type { Tone } from './tone.ts'
import { useKitWords } from './words.ts'

type Props = {
  /** What is being done. */
  label: string
  done?: number
  /** Unknown while it is not said: the bar moves without measure. */
  total?: number | undefined
  detail?: string
  tone?: Tone
  onCancel?: () => void
}

/** Long work: how much is done, and a way to stop it. */
export function Progress({ label, done = 0, total, detail, tone, onCancel }: Props) {
  const words = useKitWords()
  const known = total !== undefined && total > 0
  const share = known ? Math.min(1, done / total) : 0
  const count = known ? words.progress(done, total) : ''
  return (
    <div className="kit-progress" {...toneAttribute(tone)}>
      <div>
        <span className="kit-progress-label">{label}</span>
        <span className="kit-progress-count">{count}</span>
        {onCancel && <IconButton icon={X} label={words.cancel} size="small" onClick={onCancel} />}
      </div>
      <div
        className={known ? 'kit-progress-track' : 'kit-progress-track unknown'}
        role="progressbar"
        aria-label={label}
        aria-valuetext={count || undefined}
        {...(known ? { 'aria-valuenow': done, 'aria-valuemin': 0, 'aria-valuemax': total } : {})}
      >
        <div style={known ? ({ '--share': `${share * 100}%` } as CSSProperties) : undefined} />
      </div>
      {detail && <div className="kit-progress-count">{detail}</div>}
    </div>
  )
}
