import type { RecordField } from './fields.ts'
import { may, hides, type Grant, type Right } from './rights.ts'

/** A field of calls by which the history, its groups and the analysis choose, order and count. */
export interface CallFieldKind extends RecordField {
  /** Whoever lacks it knows nothing of the field. */
  readonly right?: Right
  readonly values?:
    | 'directions'
    | 'outcomes'
    | 'returns'
    | 'lengths'
    | 'hours'
    | 'weekdays'
    | 'people'
    | 'clients'
    | 'exchanges'
    | 'countries'
    | 'stars'
    | 'words'
}

/** Every field, once: a new one needs its line here and where it stands in the base (`db/calls/columns/sources.ts`). */
export const callFields = [
  { id: 'start', type: 'date' },
  { id: 'direction', type: 'choice', values: 'directions' },
  { id: 'number', type: 'text', hides: 'client.phones' },
  { id: 'client', type: 'choice', values: 'clients' },
  { id: 'country', type: 'choice', values: 'countries', hides: 'client.phones' },
  { id: 'city', type: 'choice', values: 'words', hides: 'client.phones' },
  { id: 'employee', type: 'choice', values: 'people' },
  { id: 'rang', type: 'choice', values: 'people', many: true },
  { id: 'line', type: 'choice', values: 'words' },
  { id: 'exchange', type: 'choice', values: 'exchanges' },
  { id: 'outcome', type: 'choice', values: 'outcomes' },
  { id: 'returned', type: 'choice', values: 'returns' },
  { id: 'wait', type: 'number', scale: 1000 },
  { id: 'talk', type: 'number', scale: 1000 },
  { id: 'waitLength', type: 'choice', values: 'lengths' },
  { id: 'talkLength', type: 'choice', values: 'lengths' },
  { id: 'weekday', type: 'choice', values: 'weekdays' },
  { id: 'hour', type: 'choice', values: 'hours' },
  { id: 'tags', type: 'choice', values: 'words', many: true },
  { id: 'note', type: 'text' },
  { id: 'recorded', type: 'yes-no' },
  { id: 'cost', type: 'money', right: 'calls.costs' },
  { id: 'rating', type: 'choice', values: 'stars', many: true, right: 'calls.score' },
] as const satisfies readonly CallFieldKind[]

export type CallField = (typeof callFields)[number]['id']

/** Whether somebody sees a field at all. */
export const seesCallField = (grant: Grant, field: CallFieldKind): boolean =>
  (field.hides === undefined || !hides(grant, field.hides)) &&
  (field.right === undefined || may(grant, field.right))

/** Whether a missed call waits to be returned. */
export const callReturns = ['waiting', 'returned'] as const
export type CallReturn = (typeof callReturns)[number]

/** Classes of durations, by the seconds at which each begins. Nothing is a class of its own: nobody waited, or spoke. */
export const callLengths = [0, 1, 10, 30, 60, 180, 600] as const

/** In which class a duration is, as the seconds at which it begins. */
export function lengthOf(milliseconds: number): number {
  const seconds = milliseconds / 1000
  return (
    callLengths.findLast((begins) => begins <= seconds && (begins > 0 || seconds === 0)) ?? callLengths[1]
  )
}

/** Of texts and of what is several there is no order; clients are too many to be put in one. */
export const isCallSortable = ({ type, many, values }: CallFieldKind): boolean =>
  type !== 'text' && !many && values !== 'clients'
