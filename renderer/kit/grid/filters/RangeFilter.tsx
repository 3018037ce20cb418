import { periods } from '../../../../app/periods.ts'
import { DateField } from '../../form/DateField.tsx'
import { NumberField } from '../../form/NumberField.tsx'
import { useKitWords } from '../../words.ts'
import type { EditorProps } from './FilterEditor.tsx'
import type { Filter } from './filter.ts'

type Ends = { from?: string | number | undefined; to?: string | number | undefined }

const endsOf = (filter: Filter | undefined): Ends => (filter?.is === 'between' ? filter : {})

function between(field: string, { from, to }: Ends): Filter | undefined {
  if (from === undefined && to === undefined) return undefined
  return {
    field,
    is: 'between',
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
  }
}

/** Days: a span in words, or from one to another. */
export function DaysFilter({ field, filter, onFilter, onDone }: EditorProps) {
  const words = useKitWords()
  const ends = endsOf(filter)
  const give = (changed: Ends) => onFilter(between(field.id, { ...ends, ...changed }))
  const end = (value: string | number | undefined) => (typeof value === 'string' ? value : '')
  return (
    <div className="kit-filter-editor">
      <div className="kit-filter-periods" role="group" aria-label={field.title}>
        {periods.map((period) => {
          const on = filter?.is === 'during' && filter.period === period
          return (
            <button
              key={period}
              type="button"
              className="kit-filter-pick"
              aria-pressed={on}
              onClick={() => {
                onFilter(on ? undefined : { field: field.id, is: 'during', period })
                if (!on) onDone()
              }}
            >
              {words.period(period)}
            </button>
          )
        })}
      </div>
      <div className="kit-filter-ends">
        <DateField
          label={words.fromDay}
          value={end(ends.from)}
          onChange={(event) => give({ from: event.currentTarget.value || undefined })}
        />
        <DateField
          label={words.toDay}
          value={end(ends.to)}
          onChange={(event) => give({ to: event.currentTarget.value || undefined })}
        />
      </div>
      <Presence {...{ field, filter, onFilter }} />
    </div>
  )
}

/** Figures from one to another. */
export function NumbersFilter({ field, filter, onFilter }: EditorProps) {
  const words = useKitWords()
  const { scale = 1 } = field
  const decimals = Math.round(Math.log10(scale))
  const ends = endsOf(filter)
  const give = (changed: Ends) => onFilter(between(field.id, { ...ends, ...changed }))
  const shown = (value: string | number | undefined) => (typeof value === 'number' ? value / scale : null)
  const kept = (value: number | null) =>
    value === null || Number.isNaN(value) ? undefined : Math.round(value * scale)
  return (
    <div className="kit-filter-editor">
      <div className="kit-filter-ends">
        <NumberField
          label={words.fromNumber}
          value={shown(ends.from)}
          decimals={decimals}
          onChange={(value) => give({ from: kept(value) })}
          autoFocus
        />
        <NumberField
          label={words.toNumber}
          value={shown(ends.to)}
          decimals={decimals}
          onChange={(value) => give({ to: kept(value) })}
        />
      </div>
      <Presence {...{ field, filter, onFilter }} />
    </div>
  )
}

/** Whether there is anything at all. */
function Presence({ field, filter, onFilter }: Omit<EditorProps, 'onDone'>) {
  const words = useKitWords()
  const pick = (is: 'empty' | 'filled', label: string) => (
    <button
      type="button"
      className="kit-filter-pick"
      aria-pressed={filter?.is === is}
      onClick={() => onFilter(filter?.is === is ? undefined : { field: field.id, is })}
    >
      {label}
    </button>
  )
  return (
    <div className="kit-filter-periods">
      {pick('empty', words.isEmpty)}
      {pick('filled', words.isFilled)}
    </div>
  )
}
