import { useTranslation } from 'react-i18next'
import type { InferContractRouterOutputs } from '@orpc/contract'
import type { Contract } from '../../../app/contract/index.ts'
import { Banner } from '../../kit/Banner.tsx'
import { useNotation } from '../../shell/language/notation.ts'
import { writtenSize } from './size.ts'

export type Planned = InferContractRouterOutputs<Contract>['backups']['plan']

const tones = { none: 'info', fine: 'good', away: 'warn', full: 'bad', failed: 'bad' } as const

/** Whether a disk that breaks would take the backups along: how the other place stands. */
export function CopyState({ planned: { plan, place } }: { planned: Planned }) {
  const { t } = useTranslation()
  const notation = useNotation()
  const { state, copiedAt, free } = place
  const words = {
    path: plan.copyTo ?? '',
    when: copiedAt === null ? '–' : notation.dayAndTime(copiedAt),
    free: free === null ? '–' : writtenSize(t, notation, free),
  }
  return (
    <div className="backups-copies">
      <Banner tone={tones[state]}>{t(`backups.copies.${state}`, words)}</Banner>
    </div>
  )
}
