import type { TFunction } from 'i18next'
import type { ExchangeState } from '../../../app/contract/telephone.ts'
import type { Tone } from '../../kit/tone.ts'
import type { Notation } from '../../shell/language/notation.ts'

/** How an exchange stands, in a tone and a few words. */
export function standing(
  { state, problem, retryAt }: ExchangeState,
  t: TFunction,
  notation: Notation,
): { tone: Tone; text: string } {
  if (state === 'connected')
    return problem === null
      ? { tone: 'good', text: t('telephone.state.connected') }
      : { tone: 'warn', text: t('telephone.state.connected') }
  if (state === 'off')
    return problem === null
      ? { tone: 'neutral', text: t('telephone.state.off') }
      : { tone: 'bad', text: t('telephone.state.broken') }
  if (state === 'connecting') return { tone: 'info', text: t('telephone.state.connecting') }
  return {
    tone: 'bad',
    text:
      retryAt === null
        ? t('telephone.state.waiting')
        : t('telephone.state.waitingUntil', { time: notation.time(retryAt) }),
  }
}
