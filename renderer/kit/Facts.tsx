import type { ReactNode } from 'react'
import { toneAttribute } from './tone.ts'
import type { Tone } from './tone.ts'

export type Fact = { name: string; value: ReactNode; tone?: Tone | undefined }

/** Names and values in two columns: the side of a card, the totals of a receipt. */
export function Facts({ facts }: { facts: readonly Fact[] }) {
  return (
    <dl className="kit-facts">
      {facts.map(({ name, value, tone }) => (
        <div key={name} style={{ display: 'contents' }}>
          <dt>{name}</dt>
          <dd className={tone ? 'kit-tone' : ''} {...toneAttribute(tone)}>
            {typeof value === 'string' ? <bdi>{value}</bdi> : value}
          </dd>
        </div>
      ))}
    </dl>
  )
}
