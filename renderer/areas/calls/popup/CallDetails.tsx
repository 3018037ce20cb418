import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { CallAbout } from '../../../../app/contract/callPopup.ts'
import { countryName, isCountryCode } from '../../../../app/countries.ts'
import { useAccount } from '../../../shell/account.ts'
import { PhoneNumber } from '../../../shell/calls/PhoneNumber.tsx'
import type { HeardCall } from '../../../shell/calls/heard.ts'
import { useLanguage } from '../../../shell/language/language.ts'
import { useNotation } from '../../../shell/language/notation.ts'
import { ask } from '../../../shell/office/office.ts'
import { clientOf, shownNumber } from '../callWords.ts'
import { ClientFace } from '../../clients/ClientFace.tsx'
import { nameFor } from '../../clients/cardWords.ts'
import { CallActions } from './CallActions.tsx'
import { CallState } from './CallState.tsx'
import { CallerFacts } from './CallerFacts.tsx'
import { LastCalls } from './LastCalls.tsx'
import { CallNotes } from './CallNotes.tsx'
import { Whose } from './Whose.tsx'

interface Props {
  readonly heard: HeardCall
  readonly now: number
  readonly name: string
}

/** One call and who it is: what came with the ringing at once, the rest when the office has looked it up. */
export function CallDetails({ heard, now, name }: Props) {
  const { call } = heard
  const client = clientOf(call)
  const { office } = useAccount()
  const language = useLanguage((state) => state.language)
  const { data: about } = useQuery(ask.callPopup.about.queryOptions({ input: { call: call.id } }))
  const number = shownNumber(call, office.country)
  const others = client ? client.names.map(({ text }) => text).filter((text) => text !== name) : []
  return (
    <div className="call-popup-call">
      <div className="call-popup-who">
        {client && <ClientFace client={{ ...client, name }} size={52} />}
        <div className="call-popup-names">
          <h2 dir="auto">{name}</h2>
          {others.length > 0 && (
            <p className="client-soft" dir="auto">
              {others.join(' · ')}
            </p>
          )}
          <p className="call-popup-number">
            {number !== undefined && number !== name && <PhoneNumber number={number} />}
            <Place about={about} language={language} />
          </p>
        </div>
        <div className="call-popup-state">
          <CallState heard={heard} now={now} />
        </div>
      </div>
      <AlsoRings heard={heard} />
      {client && <CallerFacts client={client} about={about?.clients.find(({ id }) => id === client.id)} />}
      <Today about={about} />
      <LastCalls calls={about?.calls ?? []} />
      <CallActions heard={heard} client={client} />
      {!client && <Whose call={call} nameOf={({ names }) => nameFor(names, language)} />}
      <CallNotes call={call} client={client} />
    </div>
  )
}

/** Where the number belongs: not where the caller is, but often enough. */
function Place({ about, language }: { about: CallAbout | undefined; language: string }) {
  const { place } = about ?? {}
  if (!place) return null
  const country =
    place.country !== null && isCountryCode(place.country) ? countryName(place.country, language) : null
  const said = [place.place, country].filter((part) => part !== null).join(', ')
  return (
    <span className="client-soft">
      {said}
      {place.operator !== null && ` · ${place.operator}`}
    </span>
  )
}

/** Who else can answer: the others of a ring group. */
function AlsoRings({ heard: { call, phase } }: { heard: HeardCall }) {
  const { t } = useTranslation()
  const { id } = useAccount()
  const others = call.ringing
    .filter(({ person }) => person?.id !== id)
    .map(({ person, extension }) => person?.name ?? extension)
  if (phase !== 'rings' || others.length === 0) return null
  return <p className="client-soft client-small">{t('callPopup.alsoRings', { names: others.join(', ') })}</p>
}

/** That somebody tries again and again, said where it is so. */
function Today({ about }: { about: CallAbout | undefined }) {
  const { t } = useTranslation()
  const { number } = useNotation()
  if (!about || about.today < 2) return null
  return (
    <p className="call-popup-today">
      {t('callPopup.today', { count: about.today, shown: number(about.today) })}
    </p>
  )
}
