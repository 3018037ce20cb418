import { ArrowRight, SquareArrowOutUpRight, X } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { Operation } from '../../../app/contract/log.ts'
import { Button } from '../../kit/Button.tsx'
import { Facts } from '../../kit/Facts.tsx'
import { IconButton } from '../../kit/IconButton.tsx'
import { TextWithNumbers } from '../../shell/calls/TextWithNumbers.tsx'
import { useNotation } from '../../shell/language/notation.ts'
import { deedOf, doerOf, openingOf, seatOf, subjectOf } from './deeds.ts'
import type { ReadableChange } from './wording.ts'

interface Props {
  readonly operation: Operation | undefined
  readonly wording: (operation: Operation) => ReadableChange[]
  readonly opener: (operation: Operation) => (() => void) | undefined
  readonly onClose: () => void
}

/** One line of the log in full, before and after. Its words can be copied. */
export function OperationDetails({ operation, wording, opener, onClose }: Props) {
  const { t } = useTranslation()
  const notation = useNotation()
  const close = <IconButton icon={X} label={t('kit.close')} size="small" onClick={onClose} />
  if (!operation)
    return (
      <aside className="log-details" aria-label={t('log.details')}>
        <header>
          <h2>{t('log.details')}</h2>
          {close}
        </header>
        <p className="log-nobody">{t('log.choose')}</p>
      </aside>
    )
  const subject = subjectOf(operation)
  const open = opener(operation)
  const changes = wording(operation)
  return (
    <aside className="log-details" aria-label={t('log.details')}>
      <header>
        <h2>{deedOf(t, operation)}</h2>
        {close}
      </header>
      {subject && subject.name !== '' && (
        <p className="log-subject">
          <bdi>{subject.name}</bdi>
        </p>
      )}
      <Facts
        facts={[
          { name: t('log.columns.who'), value: doerOf(operation) ?? t('log.nobody') },
          {
            name: t('log.columns.when'),
            value: `${notation.longDay(operation.at)}, ${notation.time(operation.at)}`,
          },
          { name: t('log.columns.seat'), value: seatOf(t, operation) },
        ]}
      />
      {changes.length === 0 ? (
        <p className="log-nobody">{t('log.noChanges')}</p>
      ) : (
        <dl className="log-changes">
          {changes.map((change) => (
            <div key={change.field}>
              <dt>{change.field}</dt>
              {change.before.map((value) => (
                <dd key={`- ${value}`}>
                  <del dir="auto" aria-label={`${t('log.before')}: ${value}`}>
                    <TextWithNumbers text={value} />
                  </del>
                </dd>
              ))}
              {change.after.map((value) => (
                <dd key={`+ ${value}`}>
                  {change.before.length > 0 && (
                    <ArrowRight size={13} className="kit-flip" aria-hidden="true" />
                  )}
                  <ins dir="auto" aria-label={`${t('log.after')}: ${value}`}>
                    <TextWithNumbers text={value} />
                  </ins>
                </dd>
              ))}
            </div>
          ))}
        </dl>
      )}
      {open && subject && (
        <Button icon={SquareArrowOutUpRight} onClick={open}>
          {openingOf(t, operation)}
        </Button>
      )}
    </aside>
  )
}
