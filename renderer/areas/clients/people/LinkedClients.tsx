import { useQuery } from '@tanstack/react-query'
import { Ellipsis, Plus, SquareArrowOutUpRight, UserMinus } from 'lucide-react'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ClientCard } from '../../../../app/contract/clients.ts'
import type { LinkedClient } from '../../../../app/contract/people.ts'
import { Button } from '../../../kit/Button.tsx'
import { MenuButton } from '../../../kit/MenuButton.tsx'
import { toast } from '../../../kit/toasts.ts'
import { useSees } from '../../../shell/account.ts'
import { PhoneNumber } from '../../../shell/calls/PhoneNumber.tsx'
import { sentenceOf } from '../../../shell/errors.ts'
import { ask, office } from '../../../shell/office/office.ts'
import { useWindow } from '../../../shell/windows/index.ts'
import { useReadOnly } from '../card/readOnly.ts'
import { ClientFace } from '../ClientFace.tsx'
import './people.css'
import { useSince } from './since.ts'
import { WorkplaceDialog } from './WorkplaceDialog.tsx'

/** More are behind "all": the side of a card is read at a glance. */
const mostShown = 5

const nobody: readonly LinkedClient[] = []

/** At the side of a card: whom one speaks with at an organisation, by number; where a person works. As saved. */
export function LinkedClients({ card }: { card: ClientCard }) {
  const { t } = useTranslation()
  const sees = useSees()
  const readOnly = useReadOnly()
  const asked = sees('client.contacts')
  const { data } = useQuery({ ...ask.people.of.queryOptions({ input: { id: card.id } }), enabled: asked })
  const [adding, setAdding] = useState(false)
  if (!asked) return null
  const people = data?.people ?? nobody
  const workplaces = data?.workplaces ?? nobody
  const mayAdd = card.kind === 'person' && !readOnly
  return (
    <>
      {people.length > 0 && <Section title={t('people.people')} clients={people} />}
      {(workplaces.length > 0 || mayAdd) && (
        <Section title={t('people.worksAt')} clients={workplaces} person={card.id}>
          {mayAdd && (
            <Button kind="quiet" size="small" icon={Plus} onClick={() => setAdding(true)}>
              {t('people.addWorkplace')}
            </Button>
          )}
        </Section>
      )}
      {adding && (
        <WorkplaceDialog
          person={card.id}
          except={new Set(workplaces.map(({ id }) => id))}
          onClose={() => setAdding(false)}
        />
      )}
    </>
  )
}

interface SectionProps {
  readonly title: string
  readonly clients: readonly LinkedClient[]
  /** Whose places to work at these are, where they are. */
  readonly person?: number
  readonly children?: React.ReactNode
}

function Section({ title, clients, person, children }: SectionProps) {
  const { t } = useTranslation()
  const heading = useId()
  const [all, setAll] = useState(false)
  // Who has left comes after all others.
  const sorted = [...clients].sort((a, b) => Number(a.until !== undefined) - Number(b.until !== undefined))
  const shown = all ? sorted : sorted.slice(0, mostShown)
  return (
    <section className="people-side" aria-labelledby={heading}>
      <h3 id={heading}>{title}</h3>
      {shown.length > 0 && (
        <ul>
          {shown.map((client, place) => (
            <Line key={`${client.linked} ${place}`} client={client} person={person} />
          ))}
        </ul>
      )}
      {shown.length < clients.length && (
        <Button kind="quiet" size="small" onClick={() => setAll(true)}>
          {t('people.all', { count: clients.length })}
        </Button>
      )}
      {children}
    </section>
  )
}

function Line({ client, person }: { client: LinkedClient; person: number | undefined }) {
  const { t } = useTranslation()
  const win = useWindow()
  const readOnly = useReadOnly()
  const since = useSince()
  const { id, linked, name, phones, position, binned } = client
  const open = () => win.open(`/clients/${id}`)
  const when = since(client)
  const unlink = async () => {
    if (person === undefined) return
    const contact = {
      personId: person,
      ...(position === undefined ? {} : { position }),
      ...(client.since === undefined ? {} : { since: client.since }),
      ...(client.until === undefined ? {} : { until: client.until }),
    }
    try {
      await office.people.unlink({ organisation: linked, person })
      toast({
        text: t('people.unlinked', { name }),
        tone: 'good',
        action: {
          label: t('people.undo'),
          onChoose: () =>
            void office.people.link({ organisation: linked, contact }).catch((error: unknown) => {
              toast({ text: sentenceOf(error), tone: 'bad' })
            }),
        },
      })
    } catch (error) {
      toast({ text: sentenceOf(error), tone: 'bad' })
    }
  }
  return (
    <li>
      <ClientFace client={client} size={28} />
      <div className="people-words">
        <button type="button" className="kit-link" dir="auto" onClick={open}>
          {name}
        </button>
        {[position, when, binned ? t('people.inBin') : undefined]
          .filter((part) => part !== undefined)
          .map((part) => (
            <span key={part} dir="auto" className="client-soft client-small">
              {part}
            </span>
          ))}
        {phones?.[0] && (
          <span className="client-small">
            <PhoneNumber number={phones[0].typed} />
          </span>
        )}
      </div>
      {person !== undefined && !readOnly && (
        <MenuButton
          iconOnly
          kind="quiet"
          size="small"
          align="end"
          icon={Ellipsis}
          label={t('people.menuOf', { name })}
          entries={[
            { label: t('people.open'), icon: SquareArrowOutUpRight, onChoose: open },
            { label: t('people.unlink'), icon: UserMinus, danger: true, onChoose: () => void unlink() },
          ]}
        />
      )}
    </li>
  )
}
