import { useQuery } from '@tanstack/react-query'
import { Copy, Download } from 'lucide-react'
import { useEffect, useEffectEvent, useMemo, useRef, type CSSProperties, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { z } from 'zod'
import type { ClientFilter } from '../../../../app/contract/clients.ts'
import { conditionOf, type Condition, type Value } from '../../../../app/criteria.ts'
import { isGroupable } from '../../../../app/fields.ts'
import { Chart } from '../../../kit/chart/Chart.tsx'
import { asPng, chartPicture } from '../../../kit/chart/chartImage.ts'
import { ChartTable } from '../../../kit/chart/ChartTable.tsx'
import { chartColour, chartKinds, coloured, type ChartKind } from '../../../kit/chart/types.ts'
import { ErrorState } from '../../../kit/ErrorState.tsx'
import { MenuButton } from '../../../kit/MenuButton.tsx'
import { print } from '../../../kit/print.ts'
import { saveFile } from '../../../kit/saveFile.ts'
import { Segments } from '../../../kit/Segments.tsx'
import { Spinner } from '../../../kit/Spinner.tsx'
import { toast } from '../../../kit/toasts.ts'
import type { Tone } from '../../../kit/tone.ts'
import { sentenceOf } from '../../../shell/errors.ts'
import { useLanguage } from '../../../shell/language/language.ts'
import { useNotation } from '../../../shell/language/notation.ts'
import { ask } from '../../../shell/office/office.ts'
import { useWindow } from '../../../shell/windows/index.ts'
import { useStatuses } from '../lists.ts'
import { useKeptChoice } from '../table/keptView.ts'
import { useClientFields, type ClientFieldInWords } from '../useClientFields.ts'
import { chartData, type Counted } from './chartData.ts'
import { ChartSelect } from './ChartSelect.tsx'
import './charts.css'

const spans = ['year', 'month', 'day'] as const

const keptChart = z.object({
  by: z.string(),
  per: z.enum(spans),
  and: z.string(),
  kind: z.enum(chartKinds),
})
type KeptChart = z.infer<typeof keptChart>

const fresh: KeptChart = { by: 'status', per: 'month', and: '', kind: 'bar' }

function read(text: string | undefined): KeptChart {
  try {
    return text === undefined ? fresh : keptChart.parse(JSON.parse(text))
  } catch {
    // Kept by another version of the program.
    return fresh
  }
}

/** Slices that are told apart. */
const mostSlices = 11

/** Groups asked for: more days or towns than these are no picture. */
const most = 3000

interface Props {
  readonly filter: ClientFilter
  /** Shows the clients of whom these are true too. */
  readonly onOpen: (conditions: readonly Condition[]) => void
  readonly empty: ReactNode
}

/** The clients that are shown, counted by one field or two, as a picture and as numbers; each opens whom it is made of. */
export default function ChartsView({ filter, onOpen, empty }: Props) {
  const { t } = useTranslation()
  const notation = useNotation()
  const { direction } = useLanguage()
  const win = useWindow()
  const place = useRef<HTMLDivElement>(null)
  const fields = useClientFields().filter(isGroupable)
  const toneOf = useTones()
  const [kept, keep] = useKeptChoice('clients.chart', read, JSON.stringify)
  // A field that the role hides counts nothing.
  const first = fields.find(({ id }) => id === kept.by) ?? fields[0]!
  const second = fields.find(({ id }) => id === kept.and && id !== first.id)
  const per = kept.per
  const by = [{ field: first.id, per }, ...(second ? [{ field: second.id, per: 'year' as const }] : [])]
  const { data, error, refetch } = useQuery({
    ...ask.clients.groups.queryOptions({
      input: {
        filter,
        by,
        limit: most,
      },
    }),
    // Until the new numbers are here the old ones stay, as long as they are of the same fields.
    placeholderData: (before, query) =>
      JSON.stringify(query?.queryKey ?? '').includes(JSON.stringify(by)) ? before : undefined,
  })
  const counted = (field: ClientFieldInWords): Counted => ({
    label: field.label,
    time: field.type === 'date',
    ...(field.id === 'status' ? { tone: toneOf } : {}),
  })
  const drawn = useMemo(
    () =>
      data &&
      chartData(data.groups, [counted(first), second && counted(second)], {
        rest: (count) => t('charts.rest', { count, shown: notation.number(count) }),
        only: t('clients.title'),
        ...(kept.kind === 'pie' ? { most: mostSlices } : {}),
      }),
    // What `counted` makes follows from the fields and the statuses.
    // eslint-disable-next-line react/exhaustive-deps
    [data, first.id, second?.id, first.label, second?.label, toneOf, kept.kind, t, notation],
  )
  const title = second
    ? t('charts.titleOfTwo', { first: first.title, second: second.title })
    : t('charts.title', { field: first.title })
  const pick = (row: number, part: number | undefined) => {
    if (!drawn) return
    const { rows, parts } = drawn.behind
    const conditions = [
      ...(row < 0 ? [] : conditionsFor(first, rows[row])),
      ...(second && part !== undefined ? conditionsFor(second, parts[part]) : []),
    ]
    if (conditions.length > 0) onOpen(conditions)
  }
  const onPrint = useEffectEvent(() => place.current && print(place.current, title))
  useEffect(() => win.registerCommand('print', () => void onPrint()), [win])

  const picture = () =>
    place.current && chartPicture(place.current, title, drawn ? coloured(kept.kind, drawn.data) : [])
  const save = async (as: 'png' | 'svg') => {
    const made = picture()
    if (!made) return
    const blob = as === 'png' ? await asPng(made) : new Blob([made.text], { type: 'image/svg+xml' })
    saveFile(`${title}.${as}`, blob)
  }
  const copy = async () => {
    const made = picture()
    if (!made) return
    await navigator.clipboard.write([new ClipboardItem({ 'image/png': asPng(made) })])
    toast({ text: t('charts.copied'), tone: 'good', seconds: 3 })
  }
  const tell = (work: Promise<void>) =>
    void work.catch(() => toast({ text: t('charts.notDrawn'), tone: 'bad' }))
  // A browser gives the clipboard's pictures only to the office's own computer and to https.
  const copies = typeof ClipboardItem !== 'undefined' && 'clipboard' in navigator
  return (
    <div className="client-charts">
      <div className="client-charts-bar">
        <ChartSelect
          label={t('charts.by')}
          value={first.id}
          options={fields.map(({ id, title }) => ({ id, label: title }))}
          onChange={(by) => keep({ ...kept, by, and: kept.and === by ? '' : kept.and })}
        />
        {first.type === 'date' && (
          <Segments
            label={t('charts.per')}
            chosen={per}
            onChoose={(next) => keep({ ...kept, per: next })}
            segments={spans.map((id) => ({ id, label: t(`charts.spans.${id}`) }))}
          />
        )}
        <ChartSelect
          label={t('charts.and')}
          value={second?.id ?? ''}
          options={[
            { id: '', label: t('charts.alone') },
            ...fields.filter(({ id }) => id !== first.id).map(({ id, title }) => ({ id, label: title })),
          ]}
          onChange={(and) => keep({ ...kept, and })}
        />
        <Segments<ChartKind>
          label={t('charts.kind')}
          chosen={kept.kind}
          onChoose={(kind) => keep({ ...kept, kind })}
          segments={chartKinds.map((id) => ({ id, label: t(`charts.kinds.${id}`) }))}
        />
        <span className="client-charts-space" />
        <MenuButton
          label={t('charts.picture')}
          size="small"
          icon={Download}
          entries={[
            { label: 'PNG', icon: Download, onChoose: () => tell(save('png')) },
            { label: 'SVG', icon: Download, onChoose: () => tell(save('svg')) },
            ...(copies ? [{ label: t('charts.copy'), icon: Copy, onChoose: () => tell(copy()) }] : []),
          ]}
        />
      </div>
      {error && !drawn ? (
        <ErrorState title={sentenceOf(error)} onRetry={() => void refetch()} />
      ) : !drawn || !data ? (
        <div className="client-waiting">
          <Spinner />
        </div>
      ) : data.count === 0 ? (
        empty
      ) : (
        <div className="client-charts-scroll" tabIndex={0} role="region" aria-label={title} data-rows>
          <div ref={place} className="client-charts-sheet">
            <h2>{title}</h2>
            <Chart kind={kept.kind} data={drawn.data} rightToLeft={direction === 'rtl'} onPick={pick} />
            {coloured(kept.kind, drawn.data).length > 0 && (
              <ul className="client-charts-parts">
                {coloured(kept.kind, drawn.data).map((part) => (
                  <li key={part.key}>
                    <span
                      className="kit-chart-key"
                      style={{ '--part': chartColour(part.tone) } as CSSProperties}
                      aria-hidden="true"
                    />
                    {part.name}
                  </li>
                ))}
              </ul>
            )}
            {data.groupCount > data.groups.length && (
              <p className="client-soft">
                {t('charts.onlyFirst', {
                  shown: notation.number(data.groups.length),
                  total: notation.number(data.groupCount),
                })}
              </p>
            )}
            <ChartTable
              data={drawn.data}
              title={first.title}
              counted={t('clients.title')}
              share={t('charts.share')}
              onPick={pick}
            />
          </div>
        </div>
      )}
    </div>
  )
}

/** The clients of one value. Several that were put together cannot be said in one condition: there are none then. */
const conditionsFor = (field: ClientFieldInWords, value: Value | undefined): Condition[] =>
  value === undefined ? [] : [conditionOf(field, value)]

function useTones(): (value: Value) => Tone | undefined {
  const statuses = useStatuses()
  return useMemo(() => {
    const tones = new Map<Value, Tone>(statuses.map(({ id, tone }) => [id, tone]))
    return (value) => tones.get(value)
  }, [statuses])
}
