import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Archive, ArchiveRestore, Pencil, Plus } from 'lucide-react'
import { useCallback, useEffect, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Checklist } from '../../../../app/contract/callQuality.ts'
import { Button } from '../../../kit/Button.tsx'
import { Chip } from '../../../kit/Chip.tsx'
import { EmptyState } from '../../../kit/EmptyState.tsx'
import { Grid } from '../../../kit/grid/Grid.tsx'
import type { Column } from '../../../kit/grid/types.ts'
import { toast } from '../../../kit/toasts.ts'
import { Toolbar } from '../../../kit/Toolbar.tsx'
import { sentenceOf } from '../../../shell/errors.ts'
import { useLocalTable } from '../../../shell/grids/useLocalTable.ts'
import { keys } from '../../../shell/keys.ts'
import { useNotation } from '../../../shell/language/notation.ts'
import { ask, office } from '../../../shell/office/office.ts'
import { useWindow } from '../../../shell/windows/index.ts'
import { ChecklistDialog } from './ChecklistDialog.tsx'

const refused = (error: unknown) => toast({ tone: 'bad', text: sentenceOf(error), seconds: 0 })

/** What calls are judged by. */
export function ChecklistsTab({ shown }: { shown: boolean }) {
  const { t } = useTranslation()
  const { registerCommand } = useWindow()
  const notation = useNotation()
  const queries = useQueryClient()
  const [dialog, setDialog] = useState<{ checklist: Checklist | undefined }>()
  const { dataUpdatedAt } = useQuery(ask.callQuality.checklists.queryOptions())
  const all = useCallback(() => queries.ensureQueryData(ask.callQuality.checklists.queryOptions()), [queries])
  const columns = useMemo(
    (): Column<Checklist>[] => [
      {
        id: 'name',
        title: t('quality.columns.checklist'),
        width: 220,
        grow: 1,
        fixed: true,
        value: ({ name }) => name,
      },
      {
        id: 'count',
        title: t('quality.columns.questions'),
        width: 100,
        align: 'end',
        value: ({ questions }) => notation.number(questions.length),
      },
      {
        id: 'questions',
        title: t('quality.columns.asked'),
        width: 320,
        grow: 2,
        value: ({ questions }) => questions.map(({ text }) => text).join(' · '),
      },
      {
        id: 'state',
        title: t('quality.columns.state'),
        width: 120,
        value: ({ retired }) => t(retired ? 'quality.retired' : 'quality.inUse'),
        render: ({ retired }) => (
          <Chip tone={retired ? 'neutral' : 'good'}>{t(retired ? 'quality.retired' : 'quality.inUse')}</Chip>
        ),
      },
    ],
    [t, notation],
  )
  const table = useLocalTable('checklists', all, columns)
  useEffect(
    () => (shown ? registerCommand('new', () => setDialog({ checklist: undefined })) : undefined),
    [shown, registerCommand],
  )
  const retire = async ({ id, name }: Checklist, retired: boolean) => {
    try {
      await office.callQuality.retireChecklist({ id, retired })
      toast({
        tone: 'good',
        text: t(retired ? 'quality.wasRetired' : 'quality.wasBrought', { name }),
        action: {
          label: t('rates.undo'),
          onChoose: () => void office.callQuality.retireChecklist({ id, retired: !retired }).catch(refused),
        },
      })
    } catch (error) {
      refused(error)
    }
  }
  return (
    <div className="costs">
      <Toolbar label={t('quality.checklists')}>
        <Button
          kind="primary"
          icon={Plus}
          keys={keys.new}
          onClick={() => setDialog({ checklist: undefined })}
        >
          {t('quality.newChecklist')}
        </Button>
      </Toolbar>
      <Grid
        label={t('quality.checklists')}
        {...table}
        version={dataUpdatedAt}
        rowId={({ id }) => id}
        onOpen={(checklist) => setDialog({ checklist })}
        menu={(checklist) => [
          { label: t('rates.edit'), icon: Pencil, onChoose: () => setDialog({ checklist }) },
          checklist.retired
            ? {
                label: t('quality.bringBack'),
                icon: ArchiveRestore,
                onChoose: () => void retire(checklist, false),
              }
            : { label: t('quality.retire'), icon: Archive, onChoose: () => void retire(checklist, true) },
        ]}
        describeError={(error) => ({ title: sentenceOf(error) })}
        empty={<EmptyState title={t('quality.noChecklists')} text={t('quality.noChecklistsText')} />}
      />
      {dialog && <ChecklistDialog checklist={dialog.checklist} onClosed={() => setDialog(undefined)} />}
    </div>
  )
}
