import type { ClientCard, ClientContact } from '../../../app/contract/clients.ts'
import type { LinkedClient } from '../../../app/contract/people.ts'
import { Refusal } from '../../../app/errors.ts'
import { overfull } from '../../../app/merging.ts'
import { hides } from '../../../app/rights.ts'
import { readKept, readMergedInto } from '../../../db/clients/merging.ts'
import { readWorkplaces } from '../../../db/clients/people.ts'
import { mainName } from '../../../db/clients/rows.ts'
import { updateClients } from '../../../db/clients/write.ts'
import { changesBetween } from '../changes.ts'
import type { Look, Services, Work } from '../work.ts'
import { withPeople } from './contacts.ts'
import { reachClient, reachClients, readingLanguage, refuseHidden, withoutHidden } from './reach.ts'
import { logged } from './logged.ts'
import { draftOf, settingsOf } from './service.ts'

type Link = Pick<LinkedClient, 'linked'> & {
  [K in 'position' | 'since' | 'until']?: string | null | undefined
}

/** Those of the linked clients whom the person reaches, as far as they see them. A card that was merged is the kept one. */
async function shown(look: Look, links: readonly Link[], language: string): Promise<LinkedClient[]> {
  const keptOf = new Map<number, number>()
  for (const { linked } of links) {
    // eslint-disable-next-line no-await-in-loop -- one connection
    if (!keptOf.has(linked)) keptOf.set(linked, await readKept(look.base, linked))
  }
  const cards = await reachClients(look, [...new Set(keptOf.values())])
  const byId = new Map(cards.map((card) => [card.id, withoutHidden(card, look.actor.grant)]))
  return links.flatMap(({ linked, position, since, until }) => {
    const card = byId.get(keptOf.get(linked)!)
    if (!card) return []
    const { id, names, photo, phones, emails, binnedAt } = card
    return [
      {
        id,
        linked,
        name: (names.find((name) => name.language === language) ?? names[0]!).text,
        ...(photo ? { photo } : {}),
        ...(phones ? { phones } : {}),
        ...(emails ? { emails } : {}),
        ...(position ? { position } : {}),
        ...(since ? { since } : {}),
        ...(until ? { until } : {}),
        binned: binnedAt !== null,
      },
    ]
  })
}

/** An organisation in use, to be given other contact persons. Throws NOT_FOUND, FIELD_HIDDEN. */
async function reachOrganisation(work: Work, id: number): Promise<ClientCard> {
  refuseHidden({ contacts: [] }, work.actor.grant)
  const card = await reachClient(work, id)
  if (card.binnedAt !== null) throw new Refusal('NOT_FOUND')
  return card
}

async function saveContacts(
  work: Work,
  organisation: ClientCard,
  contacts: ClientContact[],
  person: number,
): Promise<null> {
  const settings = await settingsOf(work)
  const before = draftOf(organisation)
  const after = await withPeople(work, { ...before, contacts }, organisation, settings)
  if (overfull(after) !== undefined) throw new Refusal('CARD_FULL')
  const { id, revision } = organisation
  await updateClients(work.trx, [{ id, draft: after, revision: revision + 1 }], settings, {
    at: work.at,
    by: work.actor.userId,
  })
  work.log({
    subject: { type: 'client', id, name: mainName(organisation.names, settings.sortLanguage) },
    changes: changesBetween('client', logged(before), logged(after)),
  })
  work.tell({ type: 'client.changed', ids: [id, person] })
  return null
}

/** Contact persons who are clients of their own. */
export const people: Services<'people'> = {
  async of(look, { id }) {
    const card = await reachClient(look, id)
    if (hides(look.actor.grant, 'client.contacts')) return { people: [], workplaces: [] }
    const language = await readingLanguage(look, await settingsOf(look))
    const contacts = (card.contacts ?? []).flatMap(({ personId, ...contact }) =>
      personId === undefined ? [] : [{ ...contact, linked: personId }],
    )
    const links = await readWorkplaces(look.base, [id, ...(await readMergedInto(look.base, id))])
    const places = links.map(({ organisation, ...link }) => ({ ...link, linked: organisation }))
    const workplaces = await shown(look, places, language)
    return {
      people: await shown(look, contacts, language),
      // What a merged organisation had, the kept one has too.
      workplaces: workplaces.filter((place) => place.id === place.linked),
    }
  },

  async link(work, { organisation: id, contact }) {
    const organisation = await reachOrganisation(work, id)
    const known = organisation.contacts ?? []
    // Its name is put in from the card.
    return saveContacts(work, organisation, [...known, { ...contact, name: '-' }], contact.personId)
  },

  async unlink(work, { organisation: id, person }) {
    const organisation = await reachOrganisation(work, id)
    const same = new Set([person, ...(await readMergedInto(work.base, person))])
    const known = organisation.contacts ?? []
    const left = known.filter(({ personId }) => personId === undefined || !same.has(personId))
    if (left.length === known.length) throw new Refusal('NOT_FOUND')
    return saveContacts(work, organisation, left, person)
  },
}
