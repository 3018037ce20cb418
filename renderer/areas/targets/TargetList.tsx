import { Plus } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { Target } from '../../../app/contract/targets.ts'
import { Button } from '../../kit/Button.tsx'
import { SideList } from '../../kit/SideList.tsx'
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

/** The target groups with how many each has now. */
export function TargetList({ targets, counts, chosen, onChoose, onNew }: Props) {
  const { t } = useTranslation()
  const { number } = useNotation()
  const clients = (id: number) => {
    const count = counts.get(id)
    if (count === undefined) return '…'
    return count === null ? t('targets.unknown') : t('targets.count', { count, shown: number(count) })
  }
  return (
    <SideList
      label={t('targets.list')}
      choiceLabel={t('targets.title')}
      entries={targets.map(({ id, name, shared, own, maker }) => ({
        id,
        name,
        short: clients(id),
        details: [
          clients(id),
          own ? t(shared ? 'targets.everybody' : 'targets.mine') : t('targets.by', { name: maker }),
        ],
      }))}
      chosen={chosen}
      none={t('targets.new')}
      onChoose={onChoose}
    >
      <Button icon={Plus} keys={keys.new} onClick={onNew} kind={chosen === undefined ? 'quiet' : 'secondary'}>
        {t('targets.new')}
      </Button>
    </SideList>
  )
}
