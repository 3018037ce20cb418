import { skipToken, useQuery } from '@tanstack/react-query'
import type { TFunction } from 'i18next'
import { Undo2 } from 'lucide-react'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { MassAct } from '../../../app/contract/mass.ts'
import type { ClientRow } from '../../../app/contract/clients.ts'
import type { CustomValue } from '../../../app/contract/lists.ts'
import { Button } from '../../kit/Button.tsx'
import { ErrorState } from '../../kit/ErrorState.tsx'
import { Grid } from '../../kit/grid/Grid.tsx'
import type { Column, RowSource } from '../../kit/grid/types.ts'
import { Spinner } from '../../kit/Spinner.tsx'
import { useMay } from '../../shell/account.ts'
import { sentenceOf } from '../../shell/errors.ts'
import { useNotation } from '../../shell/language/notation.ts'
import { ask, office } from '../../shell/office/office.ts'
import { useWindow } from '../../shell/windows/index.ts'
import './clients.css'
import './mass/mass.css'
import { MassProgress } from './mass/MassProgress.tsx'
import { undoMany, useOwnMass } from './mass/ownMass.ts'
import { useFieldTexts, type FieldTexts } from './fieldTexts.ts'

interface Changed {
  readonly row: ClientRow
  readonly before: CustomValue | null
  readonly undone: boolean
}

/** One change of many clients: what was done, to whom, what each had before, and the way back. */
export function MassWindow() {
  const { t } = useTranslation()
  const win = useWindow()
  const may = useMay()
  const notation = useNotation()
  const texts = useFieldTexts()
  const running = useOwnMass(({ own }) => own !== null)
  const id = Number(win.params.id)
  const possible = Number.isSafeInteger(id) && id > 0
  const { data, error, refetch, dataUpdatedAt } = useQuery(
    ask.mass.show.queryOptions({ input: possible ? { id } : skipToken }),
  )
  const rows = useMemo(
    (): RowSource<Changed> => ({
      page: (offset, limit, signal) => office.mass.clients({ id, offset, limit }, { signal }),
    }),
    [id],
  )
  const act = data?.act
  const field = act?.do === 'set' ? act.field : undefined
  const columns = useMemo((): Column<Changed>[] => {
    const changed = field
      ? [
          {
            id: 'before',
            title: t('mass.before', { field: texts.name(field) }),
            width: 180,
            value: ({ before }: Changed) => textOf(texts, field, before, t),
          },
        ]
      : []
    return [
      {
        id: 'name',
        title: t('clients.columns.name'),
        width: 260,
        grow: 2,
        fixed: true,
        value: ({ row }) => row.name,
      },
      ...changed,
      {
        id: 'state',
        title: t('mass.state'),
        width: 140,
        value: ({ undone }) => (undone ? t('mass.takenBack') : t('mass.stays')),
      },
    ]
  }, [t, texts, field])
  if (error || !possible)
    return (
      <ErrorState title={error ? sentenceOf(error) : t('errors.NOT_FOUND')} onRetry={() => void refetch()} />
    )
  if (!data || !act)
    return (
      <div className="client-waiting">
        <Spinner />
      </div>
    )
  const { at, by, changed, undone, state } = data
  const right = act.do === 'bin' || act.do === 'restore' ? 'clients.delete' : 'clients.edit'
  const words = deedOf(act, texts, t)
  return (
    <div className="client-mass-window">
      <MassProgress />
      <header>
        <div>
          <h2>
            {words.value === undefined ? t(`mass.deeds.${words.deed}`) : t(`mass.deeds.${words.deed}`, words)}
          </h2>
          <p className="client-soft">
            {[by ?? t('clients.history.program'), notation.dayAndTime(at)].join(' · ')}
            {' · '}
            {t('mass.done', { count: changed, shown: notation.number(changed) })}{' '}
            {undone > 0 && t('mass.undone', { count: undone, shown: notation.number(undone) })}
          </p>
        </div>
        {may(right) && undone < changed && (
          <Button
            icon={Undo2}
            disabled={running || state === 'running' || state === 'undoing'}
            onClick={() => void undoMany(id)}
          >
            {t('mass.undo')}
          </Button>
        )}
      </header>
      <Grid
        label={t('mass.clients')}
        columns={columns}
        rows={rows}
        version={dataUpdatedAt}
        rowId={({ row }) => row.id}
        onOpen={({ row }) => win.open(`/clients/${row.id}`)}
        describeError={(failure) => ({ title: sentenceOf(failure) })}
      />
    </div>
  )
}

const textOf = (texts: FieldTexts, field: string, value: CustomValue | null, t: TFunction): string =>
  texts.items(field, value).join(', ') || t('grid.filter.nothing')

/** What was done, for the words of `mass.deeds`. */
function deedOf(
  act: MassAct,
  texts: FieldTexts,
  t: TFunction,
): { deed: MassAct['do']; field: string; value: string | undefined } {
  if (act.do !== 'set') return { deed: act.do, field: '', value: undefined }
  return { deed: 'set', field: texts.name(act.field), value: textOf(texts, act.field, act.value, t) }
}
