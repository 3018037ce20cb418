import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Download, FileUp, Pencil, Plus, Trash2 } from 'lucide-react'
import { useCallback, useEffect, useEffectEvent, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { RateTableRow } from '../../../../app/contract/callRates.ts'
import { byteOrderMark, csvRow } from '../../../../app/csv.ts'
import { fold } from '../../../../app/folding.ts'
import type { Rate } from '../../../../app/rates.ts'
import { prefixOf, rateFileColumns, rowOfRate } from '../../../../app/ratesFile.ts'
import { Button } from '../../../kit/Button.tsx'
import { EmptyState } from '../../../kit/EmptyState.tsx'
import { Grid } from '../../../kit/grid/Grid.tsx'
import { printRows } from '../../../kit/grid/printRows.ts'
import { IconButton } from '../../../kit/IconButton.tsx'
import { saveFile } from '../../../kit/saveFile.ts'
import { SearchBox } from '../../../kit/SearchBox.tsx'
import { toast } from '../../../kit/toasts.ts'
import { Toolbar, ToolbarSpace } from '../../../kit/Toolbar.tsx'
import { sentenceOf } from '../../../shell/errors.ts'
import { useLocalTable } from '../../../shell/grids/useLocalTable.ts'
import { keys } from '../../../shell/keys.ts'
import { useNotation } from '../../../shell/language/notation.ts'
import { ask, office } from '../../../shell/office/office.ts'
import { useWindow } from '../../../shell/windows/index.ts'
import { FileDialog } from './FileDialog.tsx'
import { rateColumns, WrongValue } from './rateColumns.ts'
import { RateDialog } from './RateDialog.tsx'
import { TryIt } from './TryIt.tsx'

const byPrefix = [{ column: 'prefix', descending: false }]
const refused = (error: unknown) => toast({ tone: 'bad', text: sentenceOf(error), seconds: 0 })

/** The rates of one table: changed where they stand, brought in from a file, tried below. */
export function RatesPane({ table, onEdit }: { table: RateTableRow; onEdit: () => void }) {
  const { t } = useTranslation()
  const win = useWindow()
  const notation = useNotation()
  const queries = useQueryClient()
  const options = ask.callRates.rates.queryOptions({ input: { table: table.id } })
  const rates = useQuery(options)
  const [text, setText] = useState('')
  const [active, setActive] = useState<Rate>()
  const [dialog, setDialog] = useState<{ rate: Rate | undefined } | { file: File }>()
  const search = useRef<HTMLInputElement>(null)
  const input = useRef<HTMLInputElement>(null)

  const all = useCallback(async () => {
    const known = await queries.ensureQueryData(options)
    const [name, prefix] = [fold(text), prefixOf(text) ?? '-']
    // A number finds the rates that may be meant for it: those it begins with, and those that begin with it.
    return known.filter(
      (rate) =>
        text.trim() === '' ||
        fold(rate.name).includes(name) ||
        rate.prefix.startsWith(prefix) ||
        (rate.prefix !== '' && prefix.startsWith(rate.prefix)),
    )
    // eslint-disable-next-line react/exhaustive-deps -- the options follow from the table
  }, [queries, table.id, text])
  const columns = useMemo(() => rateColumns(t, notation, table), [t, notation, table])
  const shown = useLocalTable('rates', all, columns, { sort: byPrefix })

  const make = () => setDialog({ rate: undefined })
  const onPrint = async () => printRows(table.name, await all(), columns)
  const makeByKey = useEffectEvent(make)
  const printByKey = useEffectEvent(() => void onPrint())
  useEffect(() => {
    const ends = [
      win.registerCommand('new', () => makeByKey()),
      win.registerCommand('find', () => search.current?.focus()),
      win.registerCommand('print', () => printByKey()),
    ]
    return () => ends.forEach((end) => end())
  }, [win])

  const remove = async (rate: Rate) => {
    const set = (removed: boolean) => office.callRates.removeRate({ id: rate.id, removed })
    try {
      await set(true)
      toast({
        tone: 'good',
        text: t('rates.removed', { name: rate.name || rate.prefix || t('rates.every') }),
        action: { label: t('rates.undo'), onChoose: () => void set(false).catch(refused) },
      })
    } catch (error) {
      refused(error)
    }
  }
  const removeTable = async () => {
    const set = (removed: boolean) => office.callRates.removeTable({ id: table.id, removed })
    try {
      await set(true)
      toast({
        tone: 'good',
        text: t('rates.removed', { name: table.name }),
        action: { label: t('rates.undo'), onChoose: () => void set(false).catch(refused) },
      })
    } catch (error) {
      refused(error)
    }
  }
  const exportFile = async () => {
    const rows = (await queries.ensureQueryData(options)).map((rate) => rowOfRate(rate, table.currency))
    const lines = [csvRow(rateFileColumns), ...rows.map((row) => csvRow(row))]
    saveFile(`${table.name}.csv`, new Blob([byteOrderMark, ...lines], { type: 'text/csv;charset=utf-8' }))
  }

  return (
    <section className="rates-pane" aria-label={table.name}>
      <header>
        <h2>
          <bdi>{table.name}</bdi>
        </h2>
        <p className="kit-hint">
          {[
            t(`rates.directions.${table.direction}`),
            table.line === '' ? t('rates.everyLine') : t('rates.onLine', { line: table.line }),
            t('rates.from', { day: notation.date(table.validFrom) }),
            ...(table.monthly > 0
              ? [
                  t('rates.aMonth', {
                    amount: notation.money({ amount: table.monthly, currency: table.currency }),
                  }),
                ]
              : []),
          ].join(' · ')}
        </p>
        <Button icon={Pencil} size="small" onClick={onEdit}>
          {t('rates.edit')}
        </Button>
        <IconButton icon={Trash2} label={t('rates.removeTable')} onClick={() => void removeTable()} />
      </header>
      <Toolbar label={t('rates.tools')}>
        <Button kind="primary" icon={Plus} keys={keys.new} onClick={make}>
          {t('rates.newRate')}
        </Button>
        {active && (
          <IconButton
            icon={Trash2}
            label={t('rates.removeRate', { name: active.name || active.prefix || t('rates.every') })}
            onClick={() => void remove(active)}
          />
        )}
        <Button icon={FileUp} onClick={() => input.current?.click()}>
          {t('rates.import')}
        </Button>
        <Button icon={Download} disabled={table.rates === 0} onClick={() => void exportFile()}>
          {t('rates.export')}
        </Button>
        <ToolbarSpace />
        <SearchBox ref={search} value={text} onChange={setText} label={t('rates.find')} keys={keys.find} />
        <input
          ref={input}
          type="file"
          hidden
          accept=".csv,.txt,text/csv"
          aria-label={t('rates.import')}
          onChange={(event) => {
            const [file] = event.target.files ?? []
            event.target.value = ''
            if (file) setDialog({ file })
          }}
        />
      </Toolbar>
      <Grid
        label={t('rates.of', { name: table.name })}
        {...shown}
        version={rates.dataUpdatedAt}
        rowId={(rate) => rate.id}
        onActive={setActive}
        onOpen={(rate) => setDialog({ rate })}
        menu={(rate) => [
          { label: t('rates.edit'), icon: Pencil, onChoose: () => setDialog({ rate }) },
          { label: t('rates.remove'), icon: Trash2, danger: true, onChoose: () => void remove(rate) },
        ]}
        describeError={(error) => ({
          title: error instanceof WrongValue ? error.message : sentenceOf(error),
        })}
        empty={<EmptyState title={t('rates.noRates')} text={t('rates.noRatesText')} />}
      />
      <TryIt table={table} />
      {dialog && 'file' in dialog && (
        <FileDialog table={table} file={dialog.file} onClosed={() => setDialog(undefined)} />
      )}
      {dialog && 'rate' in dialog && (
        <RateDialog table={table} rate={dialog.rate} onClosed={() => setDialog(undefined)} />
      )}
    </section>
  )
}
