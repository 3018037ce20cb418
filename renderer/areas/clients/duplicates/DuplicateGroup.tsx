import { Combine } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { ClientRow } from '../../../../app/contract/clients.ts'
import { surenessOf, type DuplicateGroup as Group } from '../../../../app/contract/duplicates.ts'
import { Button } from '../../../kit/Button.tsx'
import { Chip } from '../../../kit/Chip.tsx'
import { PhoneNumber } from '../../../shell/calls/PhoneNumber.tsx'
import { useNotation } from '../../../shell/language/notation.ts'
import { useWindow } from '../../../shell/windows/index.ts'

const tones = { sure: 'good', likely: 'info', maybe: 'neutral' } as const

interface Props {
  readonly group: Group
  /** Those of the group that are still in use. */
  readonly rows: readonly ClientRow[]
  readonly onApart: () => void
}

/** Some clients who may be one: who they are, why one thinks so, and what to do about it. */
export function DuplicateGroup({ group, rows, onApart }: Props) {
  const { t } = useTranslation()
  const win = useWindow()
  const { when } = useNotation()
  const sureness = surenessOf(group.score)
  const ids = new Set(rows.map(({ id }) => id))
  const names = rows.map(({ name }) => name).join(', ')
  const reasons = group.reasons.filter((reason) => reason.ids.filter((id) => ids.has(id)).length > 1)
  return (
    <li className="duplicates-group">
      <div className="duplicates-why">
        <Chip tone={tones[sureness]}>{t(`duplicates.score.${sureness}`)}</Chip>
        {reasons.map(({ why, value }) => (
          <bdi key={`${why}${value}`} className="client-small client-soft">
            {t(`duplicates.why.${why}`, { value })}
          </bdi>
        ))}
      </div>
      <ul>
        {rows.map((row) => (
          <li key={row.id}>
            <button
              type="button"
              className="duplicates-name"
              dir="auto"
              onClick={() => win.open(`/clients/${row.id}`)}
            >
              {row.name}
            </button>
            <span className="client-soft kit-numbers">
              {row.phone !== undefined && <PhoneNumber number={row.phone} />}
            </span>
            <span className="client-soft">
              <bdi>{row.email ?? ''}</bdi>
            </span>
            <span className="client-soft" dir="auto">
              {row.city ?? ''}
            </span>
            <time className="client-soft client-small kit-numbers">{when(row.changedAt)}</time>
          </li>
        ))}
      </ul>
      <div className="duplicates-actions">
        <Button size="small" aria-label={t('duplicates.notSameOf', { names })} onClick={onApart}>
          {t('duplicates.notSame')}
        </Button>
        <Button
          size="small"
          icon={Combine}
          aria-label={t('duplicates.mergeOf', { names })}
          onClick={() => win.open(`/clients/merge?ids=${[...ids].join(',')}`)}
        >
          {t('duplicates.merge')}
        </Button>
      </div>
    </li>
  )
}
