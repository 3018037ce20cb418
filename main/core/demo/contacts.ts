import type { ClientDraft } from '../../../app/contract/clients.ts'
import type { Chance } from './chance.ts'

/** So many organisations of the practice base have somebody with a card of their own among their contact persons. */
const linkedCount = 24

const positions = ['owner', 'manager', 'buyer', 'accountant'] as const

/** Which organisations get which person as a contact person, by their places in `drafts`: people of the same town. */
export function demoContacts(
  drafts: readonly Pick<ClientDraft, 'kind' | 'addresses'>[],
  chance: Chance,
): { organisation: number; person: number; position: string }[] {
  const cityOf = (draft: (typeof drafts)[number]) => draft.addresses?.[0]?.city
  const places = drafts.map((_, place) => place)
  const people = new Set(places.filter((place) => drafts[place]!.kind === 'person'))
  const links: { organisation: number; person: number; position: string }[] = []
  for (const organisation of places) {
    if (links.length === linkedCount) break
    const draft = drafts[organisation]!
    if (draft.kind !== 'organisation' || !chance.happens(0.4)) continue
    const person = [...people].find((place) => cityOf(drafts[place]!) === cityOf(draft))
    if (person === undefined) continue
    people.delete(person)
    links.push({ organisation, person, position: chance.pick(positions) })
  }
  return links
}
