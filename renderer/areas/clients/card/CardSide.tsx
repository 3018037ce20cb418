import { useTranslation } from 'react-i18next'
import type { ClientCard } from '../../../../app/contract/clients.ts'
import { Chip } from '../../../kit/Chip.tsx'
import { Facts, type Fact } from '../../../kit/Facts.tsx'
import { useLanguage } from '../../../shell/language/language.ts'
import { useNotation } from '../../../shell/language/notation.ts'
import { addressesFor, countryFor, languageName } from '../cardWords.ts'
import { CardPhoto } from '../files/CardPhoto.tsx'
import { useEntries, useEntryNames, useManagers, useStatuses, useUsualRelation } from '../lists.ts'
import { LinkedClients } from '../people/LinkedClients.tsx'
import { Refusals } from './Refusals.tsx'

/** The side of a card: face, names, status and the facts one looks for first. As saved, not as typed. */
export function CardSide({ card, name }: { card: ClientCard; name: string }) {
  const { t } = useTranslation()
  const status = useStatuses().find(({ id }) => id === card.statusId)
  // That somebody is a client goes without saying, unless they are something else too.
  const all = useEntries('relation').filter(({ id }) => card.relationIds?.includes(id))
  const usual = useUsualRelation()
  const relations = all.length === 1 && all[0]!.id === usual ? [] : all
  const others = card.names.map(({ text }) => text).filter((text) => text !== name)
  return (
    <aside className="client-side" aria-label={t('clients.card.side')}>
      <div className="client-face">
        <CardPhoto card={card} name={name} />
        <div className="client-face-words">
          <h2 dir="auto">{name}</h2>
          {others.map((other) => (
            <p key={other} dir="auto" className="client-soft">
              {other}
            </p>
          ))}
          <div className="client-chips">
            {status && <Chip tone={status.tone}>{status.name}</Chip>}
            <Chip outlined>{t(`clients.kinds.${card.kind}`)}</Chip>
            {relations.map(({ id, name: counts, tone }) => (
              <Chip key={id} tone={tone}>
                {counts}
              </Chip>
            ))}
          </div>
        </div>
      </div>
      <CardFacts card={card} />
      <LinkedClients card={card} />
      <Refusals client={card.id} />
    </aside>
  )
}

function CardFacts({ card }: { card: ClientCard }) {
  const { t } = useTranslation()
  const notation = useNotation()
  const language = useLanguage((state) => state.language)
  const managers = useManagers()
  const entries = useEntryNames()
  const nameOf = (id: number | null | undefined) => managers.find((person) => person.id === id)?.name
  const place = addressesFor(card.addresses, language).find(({ city, country }) => city ?? country)
  const facts: Fact[] = []
  const add = (name: string, value: string | undefined, title?: string) => {
    if (value === undefined || value === '') return
    facts.push({
      name,
      value: (
        <bdi dir="auto" title={title}>
          {value}
        </bdi>
      ),
    })
  }
  add(t('clients.fields.manager'), nameOf(card.managerId))
  add(t('clients.fields.category'), entries.get(card.categoryId ?? 0))
  add(
    t('clients.fields.discount'),
    typeof card.discount === 'number' ? notation.percent(card.discount) : undefined,
  )
  add(t('clients.fields.birthday'), card.birthday ? notation.date(card.birthday) : undefined)
  add(t('clients.columns.city'), place?.city)
  add(t('clients.columns.country'), place?.country && countryFor(place.country, language))
  add(t('clients.card.language'), card.language ? languageName(card.language) : undefined)
  add(t('clients.fields.code'), card.code)
  add(t('clients.card.createdAt'), notation.day(card.createdAt), notation.dayAndTime(card.createdAt))
  add(t('clients.card.changedAt'), notation.when(card.changedAt), notation.dayAndTime(card.changedAt))
  add(t('clients.card.changedBy'), nameOf(card.changedBy))
  return <Facts facts={facts} />
}
