import {
  FileDown,
  ListX,
  Pause,
  PencilLine,
  PhoneOutgoing,
  Play,
  SquareArrowOutUpRight,
  UserPlus,
  Users,
} from 'lucide-react'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { callResults } from '../../../../app/calling.ts'
import type { CallList, CallListEntry } from '../../../../app/contract/callLists.ts'
import { Button } from '../../../kit/Button.tsx'
import { EmptyState } from '../../../kit/EmptyState.tsx'
import { Grid } from '../../../kit/grid/Grid.tsx'
import type { RowSource } from '../../../kit/grid/types.ts'
import { IconButton } from '../../../kit/IconButton.tsx'
import { Progress } from '../../../kit/Progress.tsx'
import { saveFile } from '../../../kit/saveFile.ts'
import { Segments } from '../../../kit/Segments.tsx'
import { toast } from '../../../kit/toasts.ts'
import { useMay } from '../../../shell/account.ts'
import { sentenceOf } from '../../../shell/errors.ts'
import { useNotation } from '../../../shell/language/notation.ts'
import { office } from '../../../shell/office/office.ts'
import { useWindow } from '../../../shell/windows/index.ts'
import { AddDialog } from './AddDialog.tsx'
import { addPeople } from './addPeople.ts'
import { useEntryColumns } from './entryColumns.tsx'
import { ListDialog } from './ListDialog.tsx'

type Shown = 'all' | 'open' | 'done'

/** One list: how far it has come, who is on it, and what can be done with it. */
export function ListView({ list, version }: { list: CallList; version: number }) {
  const { t } = useTranslation()
  const { number } = useNotation()
  const win = useWindow()
  const may = useMay()
  const mayEdit = may('calls.lists')
  const [shown, setShown] = useState<Shown>('all')
  const [editing, setEditing] = useState(false)
  const [adding, setAdding] = useState(false)
  const columns = useEntryColumns()
  const { id } = list
  const rows = useMemo(
    (): RowSource<CallListEntry> => ({
      page: (offset, limit, signal) =>
        office.callLists.entries({ id, show: shown, offset, limit }, { signal }),
    }),
    [id, shown],
  )
  const told = async (work: () => Promise<unknown>) => {
    try {
      await work()
    } catch (error) {
      toast({ tone: 'bad', text: sentenceOf(error), seconds: 0 })
    }
  }
  const setState = (state: CallList['state']) => void told(() => office.callLists.setState({ id, state }))
  const takeOff = (entry: CallListEntry) =>
    told(async () => {
      const { count } = await office.callLists.takeOff({ id, entries: [entry.id] })
      toast({ text: t('callLists.tookOff', { count, shown: number(count) }) })
    })
  const save = () =>
    told(async () => {
      const words = (['client', 'number', 'result', 'attempts', 'last', 'by', 'note'] as const).map(
        (column) => [column, t(`callLists.columns.${column}`)] as const,
      )
      const file = await office.callLists.exported({
        id,
        headings: Object.fromEntries(words) as Record<(typeof words)[number][0], string>,
        results: Object.fromEntries(
          callResults.map((result) => [result, t(`callLists.results.${result}`)]),
        ) as Record<(typeof callResults)[number], string>,
      })
      saveFile(`${list.name}.csv`, file)
    })

  return (
    <section className="call-list" aria-label={list.name}>
      <header>
        <h2>
          <bdi>{list.name}</bdi>
        </h2>
        <div className="call-list-actions">
          {list.state === 'open' && may('calls.dial') && (
            <Button
              kind="good"
              icon={PhoneOutgoing}
              disabled={list.total === list.done}
              onClick={() => win.open(`/calls/lists/${id}`)}
            >
              {t('callLists.call')}
            </Button>
          )}
          {mayEdit && (
            <Button icon={UserPlus} onClick={() => setAdding(true)}>
              {t('callLists.add')}
            </Button>
          )}
          {mayEdit && list.state === 'open' && (
            <IconButton icon={Pause} label={t('callLists.pause')} onClick={() => setState('paused')} />
          )}
          {mayEdit && list.state !== 'open' && (
            <IconButton
              icon={Play}
              label={t(list.state === 'closed' ? 'callLists.reopen' : 'callLists.resume')}
              onClick={() => setState('open')}
            />
          )}
          {mayEdit && (
            <IconButton icon={PencilLine} label={t('callLists.edit')} onClick={() => setEditing(true)} />
          )}
          {may('calls.export') && (
            <IconButton icon={FileDown} label={t('callLists.export')} onClick={() => void save()} />
          )}
          {mayEdit && list.state !== 'closed' && (
            <IconButton icon={ListX} label={t('callLists.close')} onClick={() => setState('closed')} />
          )}
        </div>
        {list.total > 0 && (
          <Progress
            label={t('callLists.progress')}
            done={list.done}
            total={list.total}
            detail={[
              t(`callLists.states.${list.state}`),
              ...(list.state === 'open'
                ? [t('callLists.due', { count: list.due, shown: number(list.due) })]
                : []),
              ...callResults
                .filter((result) => list.results[result])
                .map((result) => `${t(`callLists.results.${result}`)} ${number(list.results[result] ?? 0)}`),
            ].join(' · ')}
          />
        )}
        <Segments<Shown>
          label={t('callLists.show')}
          chosen={shown}
          onChoose={setShown}
          segments={(['all', 'open', 'done'] as const).map((one) => ({
            id: one,
            label: t(`callLists.shown.${one}`),
          }))}
        />
      </header>
      <Grid
        label={t('callLists.people')}
        columns={columns}
        rows={rows}
        version={version}
        rowId={rowId}
        onOpen={({ client }) => client && void win.open(`/clients/${client.id}`)}
        menu={(entry) => [
          ...(entry.client
            ? [
                {
                  label: t('callLists.openCard'),
                  icon: SquareArrowOutUpRight,
                  keys: 'Enter',
                  onChoose: () => void win.open(`/clients/${entry.client!.id}`),
                },
              ]
            : []),
          ...(mayEdit && entry.attempts === 0
            ? [{ label: t('callLists.takeOff'), icon: ListX, onChoose: () => void takeOff(entry) }]
            : []),
        ]}
        tone={({ result, doneAt }) =>
          doneAt === null
            ? undefined
            : result === 'reached'
              ? 'good'
              : result === 'refused'
                ? 'bad'
                : 'neutral'
        }
        describeError={(error) => ({ title: sentenceOf(error) })}
        empty={
          list.total === 0 ? (
            <EmptyState icon={Users} title={t('callLists.nobody')} text={t('callLists.nobodyText')}>
              {mayEdit && (
                <Button icon={UserPlus} onClick={() => setAdding(true)}>
                  {t('callLists.add')}
                </Button>
              )}
            </EmptyState>
          ) : (
            <EmptyState icon={Users} title={t('callLists.noneFit')} />
          )
        }
      />
      {adding && (
        <AddDialog
          name={list.name}
          onAdd={(source) => addPeople(id, source)}
          onClosed={() => setAdding(false)}
        />
      )}
      {editing && <ListDialog list={list} onSaved={() => undefined} onClosed={() => setEditing(false)} />}
    </section>
  )
}

const rowId = (entry: CallListEntry) => entry.id
