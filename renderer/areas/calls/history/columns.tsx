import { PhoneIncoming, PhoneMissed, PhoneOutgoing, Phone, Voicemail } from 'lucide-react'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { isCallSortable, type CallField } from '../../../../app/callFields.ts'
import type { CallRow } from '../../../../app/contract/callHistory.ts'
import { isGroupable } from '../../../../app/fields.ts'
import type { Column, RowTone } from '../../../kit/grid/types.ts'
import { PhoneNumber } from '../../../shell/calls/PhoneNumber.tsx'
import { useNotation } from '../../../shell/language/notation.ts'
import { shownPrice } from '../costs/rateColumns.ts'
import { clockOf } from '../lengths.ts'
import { Stars } from '../ratings/Stars.tsx'
import type { CallFieldInWords } from './useCallFields.ts'

const widths: Partial<Record<CallField, number>> = {
  start: 138,
  direction: 120,
  number: 140,
  client: 180,
  employee: 120,
  outcome: 140,
  wait: 94,
  talk: 104,
  note: 160,
  tags: 110,
}

/** At a glance; the others are there once the reader asks for them. */
const usual: readonly CallField[] = [
  'start',
  'direction',
  'number',
  'client',
  'outcome',
  'employee',
  'wait',
  'talk',
  'note',
]
/** Only for filters and groups: their value stands in another column. */
const notShown: readonly CallField[] = ['waitLength', 'talkLength', 'weekday', 'hour']

/** The columns of the history: none for what the reader's role hides. */
export function useCallColumns(fields: readonly CallFieldInWords[]): readonly Column<CallRow>[] {
  const { t } = useTranslation()
  const notation = useNotation()
  return useMemo(() => {
    const labelOf = (id: CallField) => fields.find((field) => field.id === id)?.label ?? String
    const direction = labelOf('direction')
    const outcome = labelOf('outcome')
    const country = labelOf('country')
    const returned = (row: CallRow) =>
      row.missed ? t(`callHistory.returns.${row.returnedAt === null ? 'waiting' : 'returned'}`) : undefined
    const numberOf = (row: CallRow) =>
      row.number === undefined ? t('callHistory.hidden') : row.number || t('callHistory.anonymous')
    const values: Partial<Record<CallField, Partial<Column<CallRow>> & Pick<Column<CallRow>, 'value'>>> = {
      start: { value: (row) => notation.dayAndTime(row.startedAt), fixed: true },
      direction: {
        value: (row) => direction(row.direction),
        render: (row) => <Direction row={row} label={direction(row.direction)} />,
      },
      number: {
        value: numberOf,
        render: (row) =>
          row.number ? (
            <PhoneNumber number={row.number} inLine />
          ) : (
            <span className="call-soft">{row.direction === 'internal' ? '' : numberOf(row)}</span>
          ),
      },
      client: {
        value: (row) => row.client?.name ?? row.name,
        grow: 1,
        render: (row) =>
          row.client ? <bdi>{row.client.name}</bdi> : <bdi className="call-soft">{row.name}</bdi>,
      },
      country: { value: (row) => (row.country ? country(row.country) : undefined) },
      city: { value: (row) => row.city },
      employee: { value: (row) => row.employee?.name ?? row.extension },
      rang: { value: (row) => row.rang.join(', ') },
      line: { value: (row) => row.line },
      exchange: { value: (row) => row.exchange.name },
      outcome: { value: (row) => outcome(row.outcome) },
      returned: { value: returned },
      wait: { value: (row) => clockOf(row.waited), align: 'end' },
      talk: { value: (row) => (row.talked > 0 ? clockOf(row.talked) : undefined), align: 'end' },
      tags: { value: (row) => row.tags.join(', ') },
      note: { value: (row) => row.note, grow: 1 },
      cost: {
        value: (row) =>
          row.cost
            ? `${shownPrice(notation, row.cost.fine, row.cost.currency)} ${row.cost.currency}`
            : undefined,
        align: 'end',
      },
      rating: {
        value: (row) => row.rating?.join(', '),
        render: (row) => <Stars given={row.rating ?? []} />,
      },
      recorded: { value: (row) => (row.recorded ? t('log.yes') : undefined) },
    }
    return fields
      .filter(({ id }) => !notShown.includes(id))
      .map((field) => ({
        id: field.id,
        title: field.title,
        width: widths[field.id] ?? 120,
        rare: !usual.includes(field.id),
        sortable: isCallSortable(field),
        groupable: isGroupable(field),
        ...values[field.id]!,
      }))
      .sort((a, b) => placeOf(a.id) - placeOf(b.id))
  }, [fields, notation, t])
}

const placeOf = (id: string) => {
  const at = (usual as readonly string[]).indexOf(id)
  return at < 0 ? usual.length : at
}

function Direction({ row, label }: { row: CallRow; label: string }) {
  const Icon = row.voiceMessage
    ? Voicemail
    : row.missed
      ? PhoneMissed
      : { incoming: PhoneIncoming, outgoing: PhoneOutgoing, internal: Phone }[row.direction]
  return (
    <span className="call-direction" data-missed={row.missed || undefined}>
      <Icon size={15} aria-hidden="true" />
      {label}
    </span>
  )
}

/** The colour of a line: what waits to be returned stands out, what is on the line too. */
export const toneOfCall = (row: CallRow): RowTone | undefined => {
  if (row.outcome === null) return 'info'
  if (row.missed) return row.returnedAt === null ? 'bad' : 'warn'
  return undefined
}
