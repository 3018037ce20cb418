import { useQuery, useQueryClient } from '@tanstack/react-query'
import { DatabaseBackup, RotateCcw, ShieldCheck } from 'lucide-react'
import { useCallback, useEffect, useEffectEvent, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Backup } from '../../../app/contract/backups.ts'
import { Button } from '../../kit/Button.tsx'
import { EmptyState } from '../../kit/EmptyState.tsx'
import { Grid } from '../../kit/grid/Grid.tsx'
import { Progress } from '../../kit/Progress.tsx'
import { toast } from '../../kit/toasts.ts'
import { useMay } from '../../shell/account.ts'
import { sentenceOf } from '../../shell/errors.ts'
import { useLocalTable } from '../../shell/grids/useLocalTable.ts'
import { ViewsMenu } from '../../shell/grids/ViewsMenu.tsx'
import { useNotation } from '../../shell/language/notation.ts'
import { ask, office } from '../../shell/office/office.ts'
import { useWindow } from '../../shell/windows/index.ts'
import { backupColumns } from './backupColumns.tsx'
import { CopyState } from './CopyState.tsx'
import { PlanDialog } from './PlanDialog.tsx'
import { BackupState } from './BackupState.tsx'
import { RestoreDialog } from './RestoreDialog.tsx'
import { writtenSize } from './size.ts'
import './backups.css'

/** How safe the office is, at a glance; and the way back. */
export function BackupsWindow() {
  const { t } = useTranslation()
  const { registerCommand } = useWindow()
  const notation = useNotation()
  const queries = useQueryClient()
  const mayRestore = useMay()('backups.restore')
  const backups = useQuery(ask.backups.list.queryOptions())
  const [making, setMaking] = useState(false)
  const planned = useQuery(ask.backups.plan.queryOptions())
  const [planning, setPlanning] = useState(false)
  const [restoring, setRestoring] = useState<Backup>()

  const all = useCallback(() => queries.ensureQueryData(ask.backups.list.queryOptions()), [queries])
  const columns = useMemo(
    () => backupColumns({ t, notation, onRestore: mayRestore ? setRestoring : undefined }),
    [t, notation, mayRestore],
  )
  const { views, ...table } = useLocalTable('backups', all, columns)
  const make = async () => {
    if (making) return
    setMaking(true)
    try {
      const { size } = await office.backups.make()
      toast({ tone: 'good', text: t('backups.made', { size: writtenSize(t, notation, size) }) })
    } catch (error) {
      toast({ tone: 'bad', text: sentenceOf(error), seconds: 0 })
    } finally {
      setMaking(false)
    }
  }
  const { refetch } = backups
  const verify = async (backup: Backup) => {
    try {
      await office.backups.verify({ name: backup.name })
      toast({ tone: 'good', text: t('backups.verifiedAgain', { when: notation.dayAndTime(backup.at) }) })
    } catch (error) {
      toast({ tone: 'bad', text: sentenceOf(error), seconds: 0 })
    } finally {
      void refetch()
    }
  }
  const onNew = useEffectEvent(() => void make())
  useEffect(() => {
    const ends = [registerCommand('new', () => onNew()), registerCommand('refresh', () => void refetch())]
    return () => ends.forEach((end) => end())
  }, [registerCommand, refetch])

  return (
    <div className="backups">
      <BackupState
        backups={backups.data}
        plan={planned.data}
        making={making}
        onMake={() => void make()}
        views={<ViewsMenu {...views} />}
        onPlan={mayRestore ? () => setPlanning(true) : undefined}
      />
      {planned.data && <CopyState planned={planned.data} />}
      {making && (
        <div className="backups-progress">
          <Progress label={t('backups.making')} />
        </div>
      )}
      <Grid
        label={t('backups.list')}
        {...table}
        version={backups.dataUpdatedAt}
        rowId={({ name }) => name}
        onOpen={(backup) => mayRestore && setRestoring(backup)}
        menu={(backup) => [
          { label: t('backups.verify'), icon: ShieldCheck, onChoose: () => void verify(backup) },
          ...(mayRestore
            ? [
                {
                  label: t('backups.restore.button'),
                  icon: RotateCcw,
                  danger: true,
                  onChoose: () => setRestoring(backup),
                },
              ]
            : []),
        ]}
        describeError={(error) => ({ title: sentenceOf(error) })}
        empty={
          <EmptyState icon={DatabaseBackup} title={t('backups.empty.title')} text={t('backups.empty.text')}>
            <Button busy={making} onClick={() => void make()}>
              {t('backups.make')}
            </Button>
          </EmptyState>
        }
      />
      {planning && planned.data && (
        <PlanDialog plan={planned.data.plan} onClosed={() => setPlanning(false)} />
      )}
      {restoring && <RestoreDialog backup={restoring} onClosed={() => setRestoring(undefined)} />}
    </div>
  )
}
