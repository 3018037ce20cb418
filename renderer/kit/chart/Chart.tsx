import {
  Bar,
  BarChart,
  CartesianGrid,
  Cell,
  Line,
  LineChart,
  Pie,
  PieChart,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
  type TooltipContentProps,
} from 'recharts'
import { useKitWords } from '../words.ts'
import { chartColour, rowTotal, type ChartData, type ChartKind } from './types.ts'

type Props = {
  kind: ChartKind
  data: ChartData
  rightToLeft: boolean
  /** A bar, point or slice was pressed; `part` where it is one of several. */
  onPick?: (row: number, part: number | undefined) => void
}

/** CSS pixels of one bar that lies, with the room round it. */
const barRoom = 30
/** Bars that stand need as much to be read; more scroll. */
const standing = 26

/**
 * Numbers as a picture: lying bars, standing bars or a line where they follow in time, slices of a whole. It draws and
 * takes the mouse; what it says to everybody else stands in a ChartTable beside it. Nothing moves in it.
 */
export function Chart({ kind, data, rightToLeft, onPick }: Props) {
  const words = useKitWords()
  const { parts, rows, time } = data
  const points = rows.map((row) => ({
    name: row.name,
    total: rowTotal(row),
    ...Object.fromEntries(row.values.map((value, part) => [`p${part}`, value])),
  }))
  const one = parts.length === 1
  const lying = kind === 'bar' && !time
  const number = (value: unknown) => words.number(Number(value))
  const numbers = {
    type: 'number',
    allowDecimals: false,
    tickFormatter: number,
    stroke: 'var(--line-strong)',
    tick,
  } as const
  const names = {
    type: 'category',
    dataKey: 'name',
    interval: lying ? 0 : 'preserveStartEnd',
    stroke: 'var(--line-strong)',
    tick,
  } as const
  const tooltip = (
    <Tooltip
      isAnimationActive={false}
      cursor={{ fill: 'var(--hover)', stroke: 'var(--line-strong)' }}
      content={<ChartTip one={one} />}
    />
  )
  if (kind === 'pie') {
    const slices = rows.map((row) => ({ key: row.key, name: row.name, value: rowTotal(row), tone: row.tone }))
    return (
      <div className="kit-chart" aria-hidden="true">
        <ResponsiveContainer width="100%" height="100%">
          <PieChart accessibilityLayer={false}>
            <Pie
              data={slices}
              dataKey="value"
              nameKey="name"
              innerRadius="48%"
              outerRadius="88%"
              stroke="var(--window)"
              isAnimationActive={false}
              onClick={(_, at) => onPick?.(at, undefined)}
            >
              {slices.map((slice) => (
                <Cell key={slice.key} fill={chartColour(slice.tone)} className="kit-chart-mark" />
              ))}
            </Pie>
            {tooltip}
          </PieChart>
        </ResponsiveContainer>
      </div>
    )
  }
  const shapes = parts.map((part, at) => {
    const shared = {
      dataKey: `p${at}`,
      name: part.name,
      isAnimationActive: false,
      className: 'kit-chart-mark',
    } as const
    const colour = chartColour(part.tone)
    return kind === 'line' ? (
      <Line
        key={part.key}
        {...shared}
        type="linear"
        stroke={colour}
        strokeWidth={2}
        dot={{ r: 3, fill: colour }}
        activeDot={{
          r: 5,
          onClick: (_, point) => onPick?.(Number((point as { index?: number }).index), one ? undefined : at),
        }}
      />
    ) : (
      <Bar
        key={part.key}
        {...shared}
        stackId="all"
        fill={colour}
        maxBarSize={lying ? 20 : 44}
        onClick={(_, index) => onPick?.(index, one ? undefined : at)}
      />
    )
  })
  const room = lying
    ? { blockSize: Math.max(160, rows.length * barRoom + 40) }
    : { minInlineSize: rows.length * standing }
  const margin = { top: 12, right: 16, bottom: 4, left: 8 }
  return (
    <div className="kit-chart" aria-hidden="true">
      <div className="kit-chart-room" style={room}>
        <ResponsiveContainer width="100%" height="100%">
          {kind === 'line' ? (
            <LineChart data={points} margin={margin} accessibilityLayer={false}>
              <CartesianGrid stroke="var(--line)" vertical={false} />
              <XAxis {...names} reversed={rightToLeft} />
              <YAxis {...numbers} orientation={rightToLeft ? 'right' : 'left'} width="auto" />
              {tooltip}
              {shapes}
            </LineChart>
          ) : (
            <BarChart
              data={points}
              margin={margin}
              accessibilityLayer={false}
              layout={lying ? 'vertical' : 'horizontal'}
            >
              <CartesianGrid stroke="var(--line)" vertical={lying} horizontal={!lying} />
              {lying ? (
                <XAxis {...numbers} reversed={rightToLeft} />
              ) : (
                <XAxis {...names} reversed={rightToLeft} />
              )}
              {lying ? (
                <YAxis {...names} orientation={rightToLeft ? 'right' : 'left'} width={150} />
              ) : (
                <YAxis {...numbers} orientation={rightToLeft ? 'right' : 'left'} width="auto" />
              )}
              {tooltip}
              {shapes}
            </BarChart>
          )}
        </ResponsiveContainer>
      </div>
    </div>
  )
}

/** What stands under the pointer; the library fills in all but `one`. */
function ChartTip(props: { one: boolean } & Partial<TooltipContentProps>) {
  const { one, active, payload = [], label } = props
  const words = useKitWords()
  if (!active || payload.length === 0) return null
  return (
    <div className="kit-tooltip kit-chart-tip">
      {label !== undefined && <b>{String(label)}</b>}
      {payload.map((item) => (
        <span key={String(item.name)}>
          {(one && label !== undefined ? '' : `${String(item.name)}: `) + words.number(Number(item.value))}
        </span>
      ))}
    </div>
  )
}

const tick = { fill: 'var(--text-soft)', fontSize: 12 }
