import { useQuery } from '@tanstack/react-query'
import { Building2, MapPin, Phone, StickyNote, Mail, UserRound, X, type LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { ClientCard, ClientRow } from '../../../../app/contract/clients.ts'
import { Button } from '../../../kit/Button.tsx'
import { Chip } from '../../../kit/Chip.tsx'
import { IconButton } from '../../../kit/IconButton.tsx'
import { PhoneNumber } from '../../../shell/calls/PhoneNumber.tsx'
import { TextWithNumbers } from '../../../shell/calls/TextWithNumbers.tsx'
import { useLanguage } from '../../../shell/language/language.ts'
import { ask } from '../../../shell/office/office.ts'
import './look.css'
import { addressesFor, addressLines, labelOf, noteFor } from '../cardWords.ts'
import { ClientFace } from '../ClientFace.tsx'
import { useStatuses } from '../lists.ts'

interface Props {
  readonly row: ClientRow
  readonly onOpen: () => void
  readonly onClose: () => void
}

/** Who it is, at a glance and without opening: follows the row one is on. */
export function QuickLook({ row, onOpen, onClose }: Props) {
  const { t } = useTranslation()
  const status = useStatuses().find(({ id }) => id === row.statusId)
  const { data: card } = useQuery(ask.clients.card.queryOptions({ input: { id: row.id } }))
  return (
    <aside className="client-look" aria-label={t('clients.look.label')}>
      <header>
        <ClientFace client={row} size={48} />
        <div className="client-look-names">
          <h3 dir="auto">{row.name}</h3>
          {row.otherNames.map((name) => (
            <p key={name} dir="auto" className="client-soft">
              {name}
            </p>
          ))}
        </div>
        <IconButton icon={X} label={t('clients.look.close')} size="small" onClick={onClose} />
      </header>
      {status && (
        <div>
          <Chip tone={status.tone}>{status.name}</Chip>
        </div>
      )}
      {row.worksAt !== undefined && (
        <Line icon={Building2} name={t('people.worksAt')}>
          <bdi>{row.worksAt}</bdi>
        </Line>
      )}
      <div className="client-look-facts" aria-live="polite">
        {card && card.id === row.id && <Details card={card} />}
      </div>
      <Button keys="Enter" onClick={onOpen}>
        {t('clients.look.open')}
      </Button>
    </aside>
  )
}

function Details({ card }: { card: ClientCard }) {
  const { t } = useTranslation()
  const language = useLanguage((state) => state.language)
  const addresses = addressesFor(card.addresses, language)
    .map((address) => addressLines(address, language))
    .filter((lines) => lines.length > 0)
  const notes = noteFor(card, language)
  const empty =
    !card.phones?.length && !card.emails?.length && !addresses.length && !card.contacts?.length && !notes
  if (empty) return <p className="client-soft">{t('clients.look.empty')}</p>
  return (
    <>
      {card.phones?.map((phone, place) => (
        <Line key={place} icon={Phone} name={t('clients.fields.phones')} detail={labelOf(t, phone.label)}>
          <PhoneNumber number={phone.typed} />
        </Line>
      ))}
      {card.emails?.map((email, place) => (
        <Line key={place} icon={Mail} name={t('clients.fields.emails')} detail={labelOf(t, email.label)}>
          <bdi dir="ltr">{email.address}</bdi>
        </Line>
      ))}
      {addresses.map((lines, place) => (
        <Line key={place} icon={MapPin} name={t('clients.fields.addresses')}>
          {lines.map((line) => (
            <span key={line} dir="auto" className="client-block">
              {line}
            </span>
          ))}
        </Line>
      ))}
      {card.contacts?.slice(0, 5).map((contact, place) => (
        <Line key={place} icon={UserRound} name={t('clients.fields.contacts')} detail={contact.position}>
          <bdi>{contact.name}</bdi>
        </Line>
      ))}
      {notes && (
        <Line icon={StickyNote} name={t('clients.fields.notes')}>
          <span className="client-notes" dir="auto">
            <TextWithNumbers text={notes} />
          </span>
        </Line>
      )}
    </>
  )
}

function Line(props: { icon: LucideIcon; name: string; detail?: string | undefined; children: ReactNode }) {
  const { icon: Icon, name, detail, children } = props
  return (
    <div className="client-look-line">
      <Icon size={15} role="img" aria-label={name} />
      <div>{children}</div>
      {detail && (
        <bdi className="client-soft client-small" dir="auto">
          {detail}
        </bdi>
      )}
    </div>
  )
}
