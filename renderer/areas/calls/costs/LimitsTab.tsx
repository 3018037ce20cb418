import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Pencil, Plus, Trash2 } from 'lucide-react'
import { useCallback, useEffect, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CallLimit } from '../../../../app/contract/callCosts.ts'
import { Button } from '../../../kit/Button.tsx'
import { Chip } from '../../../kit/Chip.tsx'
import { EmptyState } from '../../../kit/EmptyState.tsx'
import { Grid } from '../../../kit/grid/Grid.tsx'
import type { Column } from '../../../kit/grid/types.ts'
import { toast } from '../../../kit/toasts.ts'
import { Toolbar } from '../../../kit/Toolbar.tsx'
import { useMay } from '../../../shell/account.ts'
import { sentenceOf } from '../../../shell/errors.ts'
import { useLocalTable } from '../../../shell/grids/useLocalTable.ts'
import { keys } from '../../../shell/keys.ts'
import { useNotation } from '../../../shell/language/notation.ts'
import { ask, office } from '../../../shell/office/office.ts'
import { useWindow } from '../../../shell/windows/index.ts'
import { useManagers } from '../../clients/lists.ts'
import { LimitDialog } from './LimitDialog.tsx'

const refused = (error: unknown) => toast({ tone: 'bad', text: sentenceOf(error), seconds: 0 })

/** Up to how much employees and lines may spend in a month, and how far they are. */
export function LimitsTab({ shown }: { shown: boolean }) {
  const { t } = useTranslation()
  const { registerCommand } = useWindow()
  const notation = useNotation()
  const mayEdit = useMay()('calls.rates')
  const queries = useQueryClient()
  const people = useManagers()
  const options = ask.callCosts.limits.queryOptions()
  const limits = useQuery(options)
  const [dialog, setDialog] = useState<{ limit: CallLimit | undefined }>()
  const all = useCallback(() => queries.ensureQueryData(ask.callCosts.limits.queryOptions()), [queries])
  const nameOf = useCallback(
    ({ userId, line }: CallLimit) =>
      line === null ? (people.find(({ id }) => id === userId)?.name ?? '') : t('rates.onLine', { line }),
    [people, t],
  )
  const columns = useMemo((): Column<CallLimit>[] => {
    const money = (limit: CallLimit, amount: number) => notation.money({ amount, currency: limit.currency })
    const share = ({ spent, amount }: CallLimit) => Math.round((spent / amount) * 100)
    return [
      {
        id: 'who',
        title: t('costs.limit.who'),
        width: 190,
        grow: 2,
        fixed: true,
        sortable: true,
        value: nameOf,
      },
      {
        id: 'amount',
        title: t('costs.limit.amount'),
        width: 130,
        align: 'end',
        sortable: true,
        order: (limit) => limit.amount,
        value: (limit) => money(limit, limit.amount),
      },
      {
        id: 'spent',
        title: t('costs.limit.spent'),
        width: 184,
        align: 'end',
        sortable: true,
        order: (limit) => limit.spent,
        value: (limit) => money(limit, limit.spent),
      },
      {
        id: 'share',
        title: t('costs.limit.share'),
        width: 100,
        align: 'end',
        sortable: true,
        order: share,
        value: (limit) => `${notation.number(share(limit))} %`,
        render: (limit) => (
          <Chip tone={limit.spent > limit.amount ? 'bad' : share(limit) >= limit.warnAt ? 'warn' : 'good'}>
            {`${notation.number(share(limit))} %`}
          </Chip>
        ),
      },
      {
        id: 'refuses',
        title: t('costs.limit.refuses'),
        width: 180,
        value: (limit) => t(limit.refuses ? 'log.yes' : 'log.no'),
      },
      {
        id: 'tells',
        title: t('costs.limit.tells'),
        width: 160,
        grow: 1,
        value: (limit) =>
          people
            .filter(({ id }) => limit.tells.includes(id))
            .map(({ name }) => name)
            .join(', '),
      },
    ]
  }, [t, notation, nameOf, people])
  const table = useLocalTable('callLimits', all, columns, { sort: [{ column: 'share', descending: true }] })
  useEffect(
    () => (shown && mayEdit ? registerCommand('new', () => setDialog({ limit: undefined })) : undefined),
    [shown, mayEdit, registerCommand],
  )
  const remove = async (limit: CallLimit) => {
    const set = (removed: boolean) => office.callCosts.removeLimit({ id: limit.id, removed })
    try {
      await set(true)
      toast({
        tone: 'good',
        text: t('costs.limit.removed', { name: nameOf(limit) }),
        action: { label: t('rates.undo'), onChoose: () => void set(false).catch(refused) },
      })
    } catch (error) {
      refused(error)
    }
  }
  return (
    <div className="costs">
      {mayEdit && (
        <Toolbar label={t('costs.limits')}>
          <Button kind="primary" icon={Plus} keys={keys.new} onClick={() => setDialog({ limit: undefined })}>
            {t('costs.limit.new')}
          </Button>
        </Toolbar>
      )}
      <Grid
        label={t('costs.limits')}
        {...table}
        version={limits.dataUpdatedAt}
        rowId={(limit) => limit.id}
        onOpen={(limit) => mayEdit && setDialog({ limit })}
        menu={(limit) =>
          mayEdit
            ? [
                { label: t('rates.edit'), icon: Pencil, onChoose: () => setDialog({ limit }) },
                { label: t('rates.remove'), icon: Trash2, danger: true, onChoose: () => void remove(limit) },
              ]
            : []
        }
        describeError={(error) => ({ title: sentenceOf(error) })}
        empty={<EmptyState title={t('costs.limit.empty')} text={t('costs.limit.emptyText')} />}
      />
      {dialog && <LimitDialog limit={dialog.limit} onClosed={() => setDialog(undefined)} />}
    </div>
  )
}
