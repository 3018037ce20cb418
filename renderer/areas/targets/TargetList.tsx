import { Plus } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { Target } from '../../../app/contract/targets.ts'
import { Button } from '../../kit/Button.tsx'
import { SelectField } from '../../kit/form/SelectField.tsx'
import { keys } from '../../shell/keys.ts'
import { useNotation } from '../../shell/language/notation.ts'

interface Props {
  readonly targets: readonly Target[]
  /** By id; null where the reader cannot ask for it, nothing while it is being counted. */
  readonly counts: ReadonlyMap<number, number | null>
  /** Undefined while one is being made. */
  readonly chosen: number | undefined
  readonly onChoose: (id: number) => void
  readonly onNew: () => void
}

/** The target groups with how many each has now: a list beside the form, one line above it where the window is narrow. */
export function TargetList({ targets, counts, chosen, onChoose, onNew }: Props) {
  const { t } = useTranslation()
  const { number } = useNotation()
  const clients = (id: number) => {
    const count = counts.get(id)
    if (count === undefined) return '…'
    return count === null ? t('targets.unknown') : t('targets.count', { count, shown: number(count) })
  }
  return (
    <nav className="targets-list" aria-label={t('targets.list')}>
      <Button icon={Plus} keys={keys.new} onClick={onNew} kind={chosen === undefined ? 'quiet' : 'secondary'}>
        {t('targets.new')}
      </Button>
      <div className="targets-choice">
        <SelectField
          bare
          label={t('targets.title')}
          value={chosen ?? ''}
          none={chosen === undefined ? t('targets.new') : undefined}
          onChange={(event) => event.currentTarget.value && onChoose(Number(event.currentTarget.value))}
          options={targets.map(({ id, name }) => ({ id: String(id), label: `${name} – ${clients(id)}` }))}
        />
      </div>
      <ul>
        {targets.map(({ id, name, shared, own, maker }) => (
          <li key={id}>
            <button
              type="button"
              className="targets-entry"
              aria-current={id === chosen ? 'true' : undefined}
              onClick={() => onChoose(id)}
            >
              <bdi>{name}</bdi>
              <small>
                <span className="kit-numbers">{clients(id)}</span>
                <span>
                  {own ? t(shared ? 'targets.everybody' : 'targets.mine') : t('targets.by', { name: maker })}
                </span>
              </small>
            </button>
          </li>
        ))}
      </ul>
    </nav>
  )
}
