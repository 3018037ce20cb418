import { useTranslation } from 'react-i18next'
import type { TFunction } from 'i18next'
import type { DocumentProblem } from '../../../app/contract/documents.ts'
import { Banner } from '../../kit/Banner.tsx'
import { useNotation, type Notation } from '../../shell/language/notation.ts'
import { quantityText } from './amounts.ts'

/** More stand in the same sentence each; whoever mends these posts again. */
const mostShown = 200

/** Everything that stands against posting, at once; nothing where nothing does. */
export function Problems({ problems }: { problems: readonly DocumentProblem[] }) {
  const { t } = useTranslation()
  const notation = useNotation()
  if (problems.length === 0) return null
  const left = problems.length - mostShown
  return (
    <Banner tone="bad">
      <p>{t('stock.problems.title')}</p>
      <ul className="stock-problems">
        {problems.slice(0, mostShown).map((problem) => (
          <li key={JSON.stringify(problem)}>{sentence(t, notation, problem)}</li>
        ))}
        {left > 0 && <li>{t('stock.problems.more', { count: left, shown: notation.number(left) })}</li>}
      </ul>
    </Banner>
  )
}

function sentence(t: TFunction, notation: Notation, problem: DocumentProblem): string {
  switch (problem.what) {
    case 'shortage':
      return t('stock.problems.shortage', {
        item: problem.item,
        asked: quantityText(notation, problem.asked),
        there: quantityText(notation, problem.there),
      })
    case 'not_goods':
    case 'unknown_item':
      return t(`stock.problems.${problem.what}`, {
        line: notation.number(problem.line + 1),
        item: problem.item,
      })
    default:
      return t(`stock.problems.${problem.what}`)
  }
}
