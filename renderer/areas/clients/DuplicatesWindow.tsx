import { useQuery } from '@tanstack/react-query'
import { CircleCheck, Combine, Pause, RotateCw } from 'lucide-react'
import { useEffect, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../kit/Button.tsx'
import { EmptyState } from '../../kit/EmptyState.tsx'
import { ErrorState } from '../../kit/ErrorState.tsx'
import { Progress } from '../../kit/Progress.tsx'
import { toast } from '../../kit/toasts.ts'
import { useAccount, useMay } from '../../shell/account.ts'
import { codeOf, sentenceOf } from '../../shell/errors.ts'
import { useNotation } from '../../shell/language/notation.ts'
import { queries } from '../../shell/office/following.ts'
import { ask, office } from '../../shell/office/office.ts'
import { useWindow } from '../../shell/windows/index.ts'
import './clients.css'
import './duplicates/duplicates.css'
import { DuplicatesTable } from './duplicates/DuplicatesTable.tsx'
import type { OpenGroup } from './duplicates/groups.tsx'
import { Limited } from './duplicates/Limited.tsx'

/** Groups that are shown at once. */
const limit = 200

/** Who may be in the base twice: found over the whole base, told apart or merged group by group. */
export function DuplicatesWindow() {
  const may = useMay()
  const { grant } = useAccount()
  return may('clients.merge') && grant.hidden.length === 0 ? <Duplicates /> : <Limited />
}

function Duplicates() {
  const { t } = useTranslation()
  const win = useWindow()
  const notation = useNotation()
  const options = ask.duplicates.find.queryOptions({ input: { limit } })
  const found = useQuery({ ...options, gcTime: 0 })
  const groups = useMemo(() => found.data?.groups ?? [], [found.data])
  const ids = useMemo(() => groups.flatMap((group) => group.ids), [groups])
  const rows = useQuery({
    ...ask.duplicates.rows.queryOptions({ input: { ids } }),
    enabled: ids.length > 0,
    placeholderData: (before) => before,
  })
  const again = () => void found.refetch()
  useEffect(() => win.registerCommand('refresh', () => void found.refetch()), [win, found])

  const byId = useMemo(() => new Map((rows.data ?? []).map((row) => [row.id, row])), [rows.data])
  // Merged and binned ones are no longer among the rows.
  const open = groups
    .map((group) => ({ ...group, id: group.ids.join(), rows: group.ids.flatMap((id) => byId.get(id) ?? []) }))
    .filter((group) => group.rows.length > 1)

  const forget = (gone: readonly number[]) =>
    queries.setQueryData(
      options.queryKey,
      (before) =>
        before && {
          ...before,
          total: before.total - 1,
          groups: before.groups.filter((group) => group.ids !== gone),
        },
    )
  const keepApart = async (group: OpenGroup) => {
    const apart = group.rows.map(({ id }) => id)
    try {
      await office.duplicates.keepApart({ ids: apart })
      forget(group.ids)
      toast({
        text: t('duplicates.apart'),
        tone: 'good',
        action: {
          label: t('duplicates.undo'),
          onChoose: () => void office.duplicates.forgetApart({ ids: apart }).then(again, () => undefined),
        },
      })
    } catch (error) {
      toast({ text: sentenceOf(error), tone: 'bad' })
    }
  }

  if (found.isFetching)
    return (
      <div className="duplicates-waiting">
        <Progress
          label={t('duplicates.looking')}
          detail={t('duplicates.lookingHelp')}
          onCancel={() => void queries.cancelQueries({ queryKey: options.queryKey })}
        />
      </div>
    )
  if (found.error && codeOf(found.error) !== 'CANCELLED')
    return <ErrorState title={sentenceOf(found.error)} onRetry={again} />
  if (!found.data)
    return (
      <EmptyState icon={Pause} title={t('duplicates.stopped')} text={t('duplicates.stoppedHelp')}>
        <Button kind="primary" icon={RotateCw} onClick={again}>
          {t('duplicates.again')}
        </Button>
      </EmptyState>
    )
  if (groups.length === 0 || (rows.data && open.length === 0))
    return (
      <EmptyState icon={CircleCheck} title={t('duplicates.none')} text={t('duplicates.noneHelp')}>
        <Button icon={RotateCw} onClick={again}>
          {t('duplicates.again')}
        </Button>
      </EmptyState>
    )
  const { total } = found.data
  const count = Math.max(open.length, total - (groups.length - open.length))
  return (
    <DuplicatesTable
      groups={open}
      version={`${found.dataUpdatedAt}.${rows.dataUpdatedAt}`}
      onApart={(group) => void keepApart(group)}
      count={
        <p role="status" className="duplicates-count">
          <Combine size={16} aria-hidden="true" />
          {t('duplicates.found', { count, shown: notation.number(count) })}
          {total > groups.length && (
            <span className="client-soft">
              {t('duplicates.surest', { shown: notation.number(groups.length) })}
            </span>
          )}
        </p>
      }
      again={
        <Button icon={RotateCw} onClick={again}>
          {t('duplicates.again')}
        </Button>
      }
    />
  )
}
