import { Plus } from 'lucide-react'
import { useEffect, useEffectEvent, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Banner } from '../../kit/Banner.tsx'
import { Button } from '../../kit/Button.tsx'
import { EmptyState } from '../../kit/EmptyState.tsx'
import { keys } from '../../shell/keys.ts'
import { useWindow } from '../../shell/windows/index.ts'

interface Props {
  readonly title: string
  /** What the list is for, in a sentence. */
  readonly help: string
  readonly newLabel: string
  readonly onNew: () => void
  readonly mayEdit: boolean
  readonly shown: boolean
  readonly empty: boolean
  readonly emptyTitle: string
  readonly ordered: boolean
  readonly children: ReactNode
  /** Lines that are not offered any more. */
  readonly retired: ReactNode
  readonly retiredCount: number
}

/** One list beside the names of all: what it is for, its lines, and those that are out of use folded away. */
export function Pane(props: Props) {
  const { title, help, newLabel, onNew, mayEdit, shown, empty, emptyTitle, ordered, children } = props
  const { t } = useTranslation()
  const { registerCommand } = useWindow()
  const makeNew = useEffectEvent(() => onNew())
  useEffect(
    () => (shown && mayEdit ? registerCommand('new', () => makeNew()) : undefined),
    [shown, mayEdit, registerCommand],
  )
  return (
    <section className="lists-pane" aria-label={title}>
      <header>
        <div>
          <h2>{title}</h2>
          <p className="kit-hint">{help}</p>
        </div>
        {mayEdit && (
          <Button icon={Plus} keys={keys.new} onClick={onNew}>
            {newLabel}
          </Button>
        )}
      </header>
      {!mayEdit && <Banner tone="info">{t('lists.readOnly')}</Banner>}
      {empty ? <EmptyState title={emptyTitle} text={help} /> : children}
      {ordered && mayEdit && !empty && <p className="kit-hint">{t('lists.orderHelp')}</p>}
      {props.retiredCount > 0 && (
        <details className="lists-retired">
          <summary>{t('lists.retired', { count: props.retiredCount })}</summary>
          {props.retired}
        </details>
      )}
    </section>
  )
}
