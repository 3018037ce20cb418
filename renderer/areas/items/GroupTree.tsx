import { Pencil, Plus, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ItemGroup } from '../../../app/contract/items.ts'
import { ask as askPerson } from '../../kit/ask.ts'
import { IconButton } from '../../kit/IconButton.tsx'
import { Button } from '../../kit/Button.tsx'
import { toast } from '../../kit/toasts.ts'
import { sentenceOf } from '../../shell/errors.ts'
import { office } from '../../shell/office/office.ts'
import { GroupDialog } from './GroupDialog.tsx'
import type { ShownGroup } from './groupTree.ts'

interface Props {
  readonly lines: readonly ShownGroup[]
  /** Undefined: all goods. */
  readonly chosen: number | undefined
  readonly onChoose: (id: number | undefined) => void
  readonly mayEdit: boolean
}

/** The tree of groups beside the table: one is chosen, and changed where it stands. */
export function GroupTree({ lines, chosen, onChoose, mayEdit }: Props) {
  const { t } = useTranslation()
  const [dialog, setDialog] = useState<{ group?: ItemGroup }>()
  const open = lines.find(({ group }) => group.id === chosen)
  const remove = async ({ group, name }: ShownGroup) => {
    const sure = await askPerson({
      title: t('items.groups.removeTitle', { name }),
      text: t('items.groups.removeText'),
      yes: t('items.groups.remove'),
      danger: true,
    })
    if (!sure) return
    try {
      await office.items.removeGroup({ id: group.id })
      onChoose(group.parentId ?? undefined)
    } catch (error) {
      toast({ tone: 'bad', text: sentenceOf(error) })
    }
  }
  return (
    <nav className="items-groups" aria-label={t('items.groups.title')}>
      <ul>
        <GroupLine
          name={t('items.groups.all')}
          depth={0}
          current={!open}
          onChoose={() => onChoose(undefined)}
        />
        {lines.map(({ group, name, depth }) => (
          <GroupLine
            key={group.id}
            name={name}
            depth={depth + 1}
            current={group.id === chosen}
            onChoose={() => onChoose(group.id)}
          />
        ))}
      </ul>
      {mayEdit && (
        <div className="items-groups-tools">
          <Button size="small" kind="quiet" icon={Plus} onClick={() => setDialog({})}>
            {t('items.groups.new')}
          </Button>
          {open && (
            <>
              <IconButton
                icon={Pencil}
                label={t('items.groups.edit', { name: open.name })}
                onClick={() => setDialog({ group: open.group })}
              />
              <IconButton
                icon={Trash2}
                label={t('items.groups.removeOne', { name: open.name })}
                onClick={() => void remove(open)}
              />
            </>
          )}
        </div>
      )}
      {dialog && (
        <GroupDialog
          group={dialog.group}
          under={chosen}
          lines={lines}
          onClosed={() => setDialog(undefined)}
        />
      )}
    </nav>
  )
}

interface LineProps {
  readonly name: string
  readonly depth: number
  readonly current: boolean
  readonly onChoose: () => void
}

const GroupLine = ({ name, depth, current, onChoose }: LineProps) => (
  <li>
    <button
      type="button"
      className="items-group"
      style={{ paddingInlineStart: 8 + depth * 14 }}
      aria-current={current ? 'true' : undefined}
      onClick={onChoose}
    >
      <bdi>{name}</bdi>
    </button>
  </li>
)
