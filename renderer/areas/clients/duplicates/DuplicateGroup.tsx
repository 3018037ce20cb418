import { Combine } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../../kit/Button.tsx'
import { PhoneNumber } from '../../../shell/calls/PhoneNumber.tsx'
import { useNotation } from '../../../shell/language/notation.ts'
import { useWindow } from '../../../shell/windows/index.ts'
import { mergeAddress, namesOf, reasonsOf, Sureness, type OpenGroup } from './groups.tsx'

interface Props {
  readonly group: OpenGroup
  readonly onApart: () => void
}

/** Some clients who may be one: who they are, why one thinks so, and what to do about it. */
export function DuplicateGroup({ group, onApart }: Props) {
  const { t } = useTranslation()
  const win = useWindow()
  const { when } = useNotation()
  const names = namesOf(group)
  return (
    <section className="duplicates-group" aria-label={names}>
      <div className="duplicates-why">
        <Sureness group={group} />
        {reasonsOf(t, group).map((reason) => (
          <bdi key={reason} className="client-small client-soft">
            {reason}
          </bdi>
        ))}
      </div>
      <ul>
        {group.rows.map((row) => (
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
          onClick={() => win.open(mergeAddress(group))}
        >
          {t('duplicates.merge')}
        </Button>
      </div>
    </section>
  )
}
