import { useQuery } from '@tanstack/react-query'
import { Check, PhoneCall, PhoneMissed, SquareArrowOutUpRight, UserRound, X } from 'lucide-react'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { MissedCaller } from '../../../../app/contract/callHistory.ts'
import { Chip } from '../../../kit/Chip.tsx'
import { EmptyState } from '../../../kit/EmptyState.tsx'
import { ErrorState } from '../../../kit/ErrorState.tsx'
import { Grid } from '../../../kit/grid/Grid.tsx'
import type { Column } from '../../../kit/grid/types.ts'
import { IconButton } from '../../../kit/IconButton.tsx'
import type { MenuEntry } from '../../../kit/MenuEntries.tsx'
import { toast } from '../../../kit/toasts.ts'
import { useAccount, useMay } from '../../../shell/account.ts'
import { sentenceOf } from '../../../shell/errors.ts'
import { useLocalTable } from '../../../shell/grids/useLocalTable.ts'
import { PhoneNumber } from '../../../shell/calls/PhoneNumber.tsx'
import { useNotation } from '../../../shell/language/notation.ts'
import { ask, office } from '../../../shell/office/office.ts'
import { useWindow } from '../../../shell/windows/index.ts'
import { clockOf } from '../lengths.ts'

const noCallers: readonly MissedCaller[] = []

/** Who is to be called back: one line for each caller, there until somebody has spoken with them. */
export function MissedView() {
  const { t } = useTranslation()
  const win = useWindow()
  const notation = useNotation()
  const missed = useQuery(ask.callHistory.missed.queryOptions())
  const callers = missed.data?.callers ?? noCallers
  const { claim, spoken, mayClaim, maySay, mine } = useActs()
  const columns = useMemo((): readonly Column<MissedCaller>[] => {
    const caller = (row: MissedCaller) =>
      row.client?.name ?? (row.name || row.number) ?? t('callHistory.hidden')
    return [
      {
        id: 'caller',
        title: t('callHistory.missed.caller'),
        width: 190,
        grow: 2,
        fixed: true,
        sortable: true,
        value: caller,
        render: (row) => <bdi>{caller(row)}</bdi>,
      },
      {
        id: 'number',
        title: t('callFields.number'),
        width: 140,
        value: (row) => row.number,
        render: ({ number }) => number && <PhoneNumber number={number} inLine />,
      },
      {
        id: 'tries',
        title: t('callHistory.missed.tries'),
        width: 70,
        align: 'end',
        sortable: true,
        value: (row) => row.count,
      },
      {
        id: 'last',
        title: t('callHistory.missed.last'),
        width: 138,
        sortable: true,
        order: (row) => row.lastAt,
        value: (row) => notation.dayAndTime(row.lastAt),
      },
      {
        id: 'since',
        title: t('callHistory.missed.since'),
        width: 112,
        sortable: true,
        order: (row) => -row.firstAt,
        value: (row) => t(...waitedFor(Date.now() - row.firstAt, notation.number)),
      },
      {
        id: 'wait',
        title: t('callFields.wait'),
        width: 94,
        align: 'end',
        sortable: true,
        order: (row) => row.waited,
        value: (row) => clockOf(row.waited),
      },
      { id: 'line', title: t('callFields.line'), width: 120, rare: true, value: (row) => row.line },
      {
        id: 'claim',
        acts: true,
        title: t('callHistory.missed.claim'),
        width: 170,
        grow: 1,
        value: (row) => row.claim && t('callHistory.missed.claimed', { name: row.claim.name }),
        render: (row) => (
          <span className="calls-claim">
            {row.claim && (
              <Chip tone="info">{t('callHistory.missed.claimed', { name: row.claim.name })}</Chip>
            )}
            {mayClaim && !row.claim && (
              <IconButton
                icon={PhoneCall}
                size="small"
                label={t('callHistory.missed.claim')}
                onClick={() => void claim(row, true)}
              />
            )}
            {maySay && (
              <IconButton
                icon={Check}
                size="small"
                label={t('callHistory.missed.done')}
                onClick={() => void spoken(row)}
              />
            )}
          </span>
        ),
      },
    ]
  }, [t, notation, claim, spoken, mayClaim, maySay])
  const all = useMemo(() => () => callers, [callers])
  const table = useLocalTable('calls.missed', all, columns)
  const menu = (row: MissedCaller): MenuEntry[] => [
    {
      label: t('callHistory.open'),
      icon: SquareArrowOutUpRight,
      keys: 'Enter',
      onChoose: () => void win.open(`/calls/${row.callId}`),
    },
    ...(row.client
      ? [
          {
            label: t('callHistory.openClient', { name: row.client.name }),
            icon: UserRound,
            onChoose: () => void win.open(`/clients/${row.client!.id}`),
          },
        ]
      : []),
    ...(mayClaim && !row.claim
      ? [{ label: t('callHistory.missed.claim'), icon: PhoneCall, onChoose: () => void claim(row, true) }]
      : []),
    ...(mine(row)
      ? [{ label: t('callHistory.missed.unclaim'), icon: X, onChoose: () => void claim(row, false) }]
      : []),
    ...(maySay
      ? [{ label: t('callHistory.missed.done'), icon: Check, onChoose: () => void spoken(row) }]
      : []),
  ]
  if (missed.error && !missed.data)
    return <ErrorState title={sentenceOf(missed.error)} onRetry={() => void missed.refetch()} />
  const { total = 0 } = missed.data ?? {}
  return (
    <div className="calls-table">
      <Grid
        {...table}
        label={t('callHistory.missed.label')}
        rowId={(row) => row.callId}
        onOpen={(row) => win.open(`/calls/${row.callId}`)}
        menu={menu}
        footer={
          total > callers.length
            ? t('callHistory.missed.all', {
                shown: notation.number(callers.length),
                total: notation.number(total),
              })
            : undefined
        }
        empty={
          <EmptyState
            icon={PhoneMissed}
            title={t('callHistory.missed.empty')}
            text={t('callHistory.missed.emptyHelp')}
          />
        }
      />
    </div>
  )
}

/** What one does with somebody who waits: take them on, or say that they were spoken with. */
function useActs() {
  const { t } = useTranslation()
  const may = useMay()
  const account = useAccount()
  return useMemo(() => {
    const telling = async (work: Promise<unknown>) => {
      try {
        await work
        return true
      } catch (error) {
        toast({ tone: 'bad', text: sentenceOf(error) })
        return false
      }
    }
    return {
      mayClaim: may('calls.dial'),
      maySay: may('calls.edit'),
      mine: ({ claim }: MissedCaller) => claim?.userId === account.id,
      claim: ({ callId }: MissedCaller, claimed: boolean) =>
        telling(office.callHistory.claim({ callId, claimed })),
      async spoken({ callId }: MissedCaller) {
        if (!(await telling(office.callHistory.returned({ callId, returned: true })))) return
        toast({
          text: t('callHistory.missed.undone'),
          action: {
            label: t('callHistory.missed.undo'),
            onChoose: () => void telling(office.callHistory.returned({ callId, returned: false })),
          },
        })
      },
    }
    // `may` is made anew at each drawing; what it says follows from the account.
    // eslint-disable-next-line react/exhaustive-deps
  }, [t, account])
}

/** How long, in the largest unit that fits. */
function waitedFor(milliseconds: number, number: (value: number) => string) {
  const minutes = Math.max(0, Math.floor(milliseconds / 60_000))
  if (minutes < 120) return ['callHistory.missed.minutes', { shown: number(minutes) }] as const
  if (minutes < 48 * 60)
    return ['callHistory.missed.hours', { shown: number(Math.floor(minutes / 60)) }] as const
  return ['callHistory.missed.days', { shown: number(Math.floor(minutes / 1440)) }] as const
}
