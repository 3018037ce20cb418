import type { TFunction } from 'i18next'
import { CircleCheck, RotateCcw } from 'lucide-react'
import type { Backup } from '../../../app/contract/backups.ts'
import { Button } from '../../kit/Button.tsx'
import { Chip } from '../../kit/Chip.tsx'
import type { Column } from '../../kit/grid/types.ts'
import type { Notation } from '../../shell/language/notation.ts'
import { writtenSize } from './size.ts'

interface Given {
  readonly t: TFunction
  readonly notation: Notation
  /** Absent where the person may not. */
  readonly onRestore: ((backup: Backup) => void) | undefined
}

export function backupColumns({ t, notation, onRestore }: Given): Column<Backup>[] {
  const checked = ({ verified }: Backup) => (verified ? t('backups.verified') : t('backups.unverified'))
  return [
    {
      id: 'at',
      title: t('backups.columns.at'),
      width: 140,
      fixed: true,
      sortable: true,
      order: ({ at }) => at,
      value: ({ at }) => notation.dayAndTime(at),
    },
    {
      id: 'reason',
      title: t('backups.columns.reason'),
      width: 170,
      grow: 1,
      sortable: true,
      groupable: true,
      filterAs: 'choice',
      value: ({ reason }) => t(`backups.reasons.${reason}`),
    },
    {
      id: 'size',
      title: t('backups.columns.size'),
      width: 80,
      align: 'end',
      sortable: true,
      order: ({ size }) => size,
      value: ({ size }) => writtenSize(t, notation, size),
    },
    {
      id: 'verified',
      title: t('backups.columns.verified'),
      width: 164,
      sortable: true,
      filterAs: 'choice',
      value: checked,
      render: (backup) => (
        <Chip tone={backup.verified ? 'good' : 'warn'} icon={backup.verified ? CircleCheck : undefined}>
          {checked(backup)}
        </Chip>
      ),
    },
    {
      id: 'places',
      title: t('backups.columns.places'),
      width: 150,
      value: ({ places }) =>
        places.length > 1 ? t('backups.places.both') : t(`backups.places.${places[0] ?? 'here'}`),
    },
    ...(onRestore
      ? [
          {
            id: 'restore',
            title: t('backups.restore.button'),
            width: 116,
            fixed: true,
            align: 'end' as const,
            value: () => null,
            render: (backup: Backup) => (
              <Button
                size="small"
                icon={RotateCcw}
                className="backups-restore"
                tabIndex={-1}
                onClick={() => onRestore(backup)}
              >
                {t('backups.restore.button')}
              </Button>
            ),
          },
        ]
      : []),
  ]
}
