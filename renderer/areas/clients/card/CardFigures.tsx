import { skipToken, useQuery } from '@tanstack/react-query'
import { CalendarClock, MessageSquareText } from 'lucide-react'
import type { LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useNotation } from '../../../shell/language/notation.ts'
import { ask } from '../../../shell/office/office.ts'
import { dayOf, isOverdue } from '../timeline/due.ts'

/**
 * Where one stands with a client, in a line over the card: when one last spoke, what comes next. What is not known takes
 * no room. Areas that know more (turnover, debt, calls) add their figure to `timeline.figures` and a part here.
 */
export function CardFigures({ id }: { id: number | undefined }) {
  const { t } = useTranslation()
  const notation = useNotation()
  const { data } = useQuery(
    ask.timeline.figures.queryOptions({ input: id === undefined ? skipToken : { id } }),
  )
  if (!data?.lastContact && !data?.nextStep) return null
  const { lastContact, nextStep } = data
  return (
    <dl className="client-figures" aria-label={t('timeline.figures.label')}>
      {lastContact && (
        <Figure icon={MessageSquareText} name={t('timeline.figures.lastContact')}>
          <span title={notation.dayAndTime(lastContact.at)}>{notation.when(lastContact.at)}</span>
          {lastContact.by !== null && <bdi className="client-soft"> · {lastContact.by}</bdi>}
        </Figure>
      )}
      {nextStep && (
        <Figure
          icon={CalendarClock}
          name={t('timeline.figures.nextStep')}
          late={nextStep.due !== null && isOverdue(nextStep.due)}
        >
          {nextStep.due !== null && <b>{notation.day(dayOf(nextStep.due))} </b>}
          <bdi title={nextStep.text}>{nextStep.text}</bdi>
        </Figure>
      )}
    </dl>
  )
}

function Figure(props: { icon: LucideIcon; name: string; late?: boolean; children: ReactNode }) {
  const { icon: Icon, name, late, children } = props
  return (
    <div data-late={late || undefined}>
      <Icon size={15} aria-hidden="true" />
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}
