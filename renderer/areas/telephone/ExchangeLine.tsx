import { Archive, Pencil } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { ExchangeState, TelephoneExchange } from '../../../app/contract/telephone.ts'
import { Dot } from '../../kit/Badge.tsx'
import { Banner } from '../../kit/Banner.tsx'
import { Button } from '../../kit/Button.tsx'
import { Facts, type Fact } from '../../kit/Facts.tsx'
import { useNotation } from '../../shell/language/notation.ts'
import { standing } from './standing.ts'

interface Props {
  readonly state: ExchangeState
  /** Absent where the reader may not set it up. */
  readonly exchange: TelephoneExchange | undefined
  readonly people: readonly { id: number; name: string }[]
  readonly onEdit: (() => void) | undefined
  readonly onRemove: (() => void) | undefined
}

/** One exchange: how it stands, what is wrong and what to do, whose telephones there are, and when nobody listened. */
export function ExchangeLine({ state, exchange, people, onEdit, onRemove }: Props) {
  const { t } = useTranslation()
  const notation = useNotation()
  const { tone, text } = standing(state, t, notation)
  const nameOf = (userId: number) => people.find(({ id }) => id === userId)?.name ?? ''
  const facts: Fact[] = [
    ...(state.state !== 'connected' && state.heardUntil !== null
      ? [{ name: t('telephone.heardUntil'), value: notation.dayAndTime(state.heardUntil) }]
      : []),
    ...(exchange?.branch ? [{ name: t('telephone.branch'), value: exchange.branch }] : []),
    ...(exchange?.kind === 'http'
      ? [{ name: t('telephone.http.address'), value: addressOf(exchange.id) }]
      : []),
    ...(exchange && exchange.extensions.length > 0
      ? [
          {
            name: t('telephone.extensions.label'),
            value: exchange.extensions
              .map(({ extension, userId }) => `${extension} ${nameOf(userId)}`)
              .join(', '),
          },
        ]
      : []),
  ]
  return (
    <li className="telephone-line">
      <div className="telephone-head">
        <Dot tone={tone} />
        <h3>
          <bdi>{state.name}</bdi>
        </h3>
        <span className="telephone-kind">{t(`telephone.kinds.${state.kind}.name`)}</span>
        <span className="telephone-state">{text}</span>
        {onEdit && (
          <span className="telephone-buttons">
            <Button size="small" icon={Pencil} onClick={onEdit}>
              {t('telephone.edit')}
            </Button>
            <Button size="small" kind="quiet" icon={Archive} onClick={onRemove}>
              {t('telephone.remove.button')}
            </Button>
          </span>
        )}
      </div>
      {state.problem && (
        <Banner tone={state.state === 'connected' ? 'warn' : 'bad'}>
          {t(`telephone.problems.${state.problem}`)}
        </Banner>
      )}
      {facts.length > 0 && <Facts facts={facts} />}
      {exchange && exchange.gaps.length > 0 && (
        <details className="telephone-gaps">
          <summary>
            {t('telephone.gaps.label', {
              count: exchange.gaps.length,
              shown: notation.number(exchange.gaps.length),
            })}
          </summary>
          <p className="kit-hint">{t('telephone.gaps.help')}</p>
          <ul>
            {exchange.gaps.map(({ from, to, filled }) => (
              <li key={from}>
                {t(filled ? 'telephone.gaps.filled' : 'telephone.gaps.open', {
                  from: notation.dayAndTime(from),
                  to: notation.dayAndTime(to),
                })}
              </li>
            ))}
          </ul>
        </details>
      )}
    </li>
  )
}

/** Where a provider sends its notifications. */
export const addressOf = (id: number): string => `${window.location.origin}/exchange/${id}`
