import type { CallFigures } from '../../../../app/contract/callHistory.ts'
import type { Condition, Value } from '../../../../app/criteria.ts'
import { useTranslation } from 'react-i18next'
import { useNotation } from '../../../shell/language/notation.ts'
import { clockOf } from '../lengths.ts'

interface Props {
  readonly title: string
  readonly data: {
    readonly all: CallFigures
    readonly rows: readonly (CallFigures & { readonly key: Value })[]
  }
  readonly nameOf: (key: Value) => string
  /** Shows the calls of a line of which more is true; of all lines where there is no key. */
  readonly onOpen: (key: Value | undefined, more: readonly Condition[]) => void
}

/** What each number is made of. */
const opens = {
  calls: [],
  incoming: [{ field: 'direction', is: 'one-of', values: ['incoming'] }],
  outgoing: [{ field: 'direction', is: 'one-of', values: ['outgoing'] }],
  answered: [{ field: 'outcome', is: 'one-of', values: ['answered'] }],
  missed: [{ field: 'returned', is: 'filled' }],
  waiting: [{ field: 'returned', is: 'one-of', values: ['waiting'] }],
} as const satisfies Partial<Record<keyof CallFigures, readonly Condition[]>>
const wasRated = [{ field: 'rating', is: 'filled' }] as const
const hasCost = [{ field: 'cost', is: 'filled' }] as const
const counts = Object.keys(opens) as (keyof typeof opens)[]

/** Figures line by line, and those of all under them. */
export function FiguresTable({ title, data, nameOf, onOpen }: Props) {
  const { t } = useTranslation()
  const { number, money } = useNotation()
  // What the reader's role does not see is not told.
  const rated = data.all.rated !== undefined
  const cost = data.all.cost !== undefined
  const share = (part: number, of: number) =>
    of === 0 ? '' : number(part / of, { style: 'percent', maximumFractionDigits: 1 })
  const cells = (figures: CallFigures, key: Value | undefined) => (
    <>
      {counts.map((count) => (
        <td key={count}>
          {figures[count] > 0 && (
            <button type="button" className="kit-link" onClick={() => onOpen(key, opens[count])}>
              {number(figures[count])}
            </button>
          )}
        </td>
      ))}
      <td>{share(figures.missed, figures.incoming)}</td>
      <td>{share(figures.waiting, figures.missed)}</td>
      <td>{figures.incoming > 0 && clockOf(figures.wait / figures.incoming)}</td>
      <td>{figures.talk > 0 && clockOf(figures.talk)}</td>
      <td>{figures.answered > 0 && clockOf(figures.talk / figures.answered)}</td>
      {rated && (
        <td>
          {(figures.rated ?? 0) > 0 && (
            <button type="button" className="kit-link" onClick={() => onOpen(key, wasRated)}>
              {number((figures.stars ?? 0) / figures.rated!, {
                minimumFractionDigits: 1,
                maximumFractionDigits: 1,
              })}{' '}
              ★
            </button>
          )}
        </td>
      )}
      {cost && (
        <td>
          {(figures.cost ?? []).length > 0 && (
            <button type="button" className="kit-link" onClick={() => onOpen(key, hasCost)}>
              {figures.cost!.map(money).join(' + ')}
            </button>
          )}
        </td>
      )}
    </>
  )
  const titles = [
    ...counts,
    'missedShare',
    'waitingShare',
    'wait',
    'talk',
    'talkEach',
    ...(rated ? ['rating' as const] : []),
    ...(cost ? ['cost' as const] : []),
  ] as const
  return (
    <div className="calls-figures">
      <table className="kit-chart-table">
        <thead>
          <tr>
            <th scope="col">{title}</th>
            {titles.map((id) => (
              <th key={id} scope="col">
                {t(`callHistory.analysis.columns.${id}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {data.rows.map((row) => (
            <tr key={String(row.key)}>
              <th scope="row">
                <bdi>{nameOf(row.key)}</bdi>
              </th>
              {cells(row, row.key)}
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t('callHistory.analysis.all')}</th>
            {cells(data.all, undefined)}
          </tr>
        </tfoot>
      </table>
    </div>
  )
}
