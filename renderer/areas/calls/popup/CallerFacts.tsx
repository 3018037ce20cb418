import { useTranslation } from 'react-i18next'
import type { CallAbout } from '../../../../app/contract/callPopup.ts'
import type { CallerClient } from '../../../../app/liveCall.ts'
import { Chip } from '../../../kit/Chip.tsx'
import { Facts, type Fact } from '../../../kit/Facts.tsx'
import { useNotation } from '../../../shell/language/notation.ts'
import { useStatuses } from '../../clients/lists.ts'
import { dayOf, isOverdue } from '../../clients/timeline/due.ts'

interface Props {
  readonly client: CallerClient
  /** Once it is known. */
  readonly about: CallAbout['clients'][number] | undefined
}

/** What one has to know of the client before one says anything. What is not known, or not shown to this role, takes no room. */
export function CallerFacts({ client, about }: Props) {
  const { t } = useTranslation()
  const notation = useNotation()
  const status = useStatuses().find(({ id }) => id === client.statusId)
  const { lastContact, steps = [] } = about ?? {}
  const facts: (Fact | false)[] = [
    Boolean(status) && {
      name: t('clients.fields.status'),
      value: <Chip tone={status!.tone}>{status!.name}</Chip>,
    },
    Boolean(client.manager) && { name: t('clients.fields.manager'), value: client.manager!.name },
    Boolean(client.discount) && {
      name: t('clients.fields.discount'),
      value: notation.percent(client.discount!),
    },
    Boolean(client.bonusCard) && { name: t('clients.fields.bonusCard'), value: client.bonusCard! },
    // What they owe stands here too, once the journal of money knows it.
    Boolean(client.creditLimit) && {
      name: t('clients.fields.creditLimit'),
      value: notation.money(client.creditLimit!),
    },
    lastContact !== undefined && {
      name: t('timeline.figures.lastContact'),
      value: (
        <span title={notation.dayAndTime(lastContact.at)}>
          {notation.when(lastContact.at)}
          {lastContact.by !== null && <bdi className="client-soft"> · {lastContact.by}</bdi>}
        </span>
      ),
    },
    ...steps.map(({ text, due, remark }, place): Fact => ({
      name: place === 0 ? t('timeline.figures.nextStep') : `${'\u00a0'.repeat(place)}`,
      value: (
        <span key={remark} title={text} className="call-popup-step">
          {due !== null && <b>{notation.day(dayOf(due))} </b>}
          <bdi>{text}</bdi>
        </span>
      ),
      ...(due !== null && isOverdue(due) ? { tone: 'bad' as const } : {}),
    })),
  ]
  const known = facts.filter((fact) => fact !== false)
  return known.length > 0 && <Facts facts={known} />
}
