import { setImmediate } from 'node:timers/promises'
import type { ClientContact, ClientDraft } from '../../../app/contract/clients.ts'
import { fold } from '../../../app/folding.ts'
import { readCards, type StoredCard } from '../../../db/clients/card.ts'
import { findOrganisations } from '../../../db/clients/people.ts'
import { mainName } from '../../../db/clients/rows.ts'
import { insertClients, updateClients, type CardChange } from '../../../db/clients/write.ts'
import { insertChanges, type ImportChange } from '../../../db/imports.ts'
import type { Writing } from '../../../db/tables.ts'
import { changesBetween } from '../changes.ts'
import { logged } from '../clients/logged.ts'
import { draftOf } from '../clients/service.ts'
import type { Changing } from '../work.ts'
import { fits } from './cards.ts'
import { languageByScript } from './reading/cells.ts'
import type { ImportOrder } from './run.ts'
import { nameKey, type Workplace } from './workplaces.ts'

/** Somebody of the file and where they work. */
export interface Employment {
  readonly person: number
  readonly workplace: Workplace
}

type Write = <T>(change: (changing: Changing) => Promise<T>) => Promise<T>

/** Organisations that get their people in one go: calls wait some milliseconds for it. */
const slice = 20

/**
 * Makes people contact persons of the organisations where they work, a little at a time: of those in use with such a
 * name, also of this file, else of new ones, which belong to the import like its own clients. Returns how many it made.
 */
export async function linkPeople(
  write: Write,
  order: ImportOrder,
  importId: number,
  employments: readonly Employment[],
): Promise<number> {
  const byName = [...Map.groupBy(employments, ({ workplace }) => nameKey(workplace.name))]
  let made = 0
  for (let from = 0; from < byName.length; from += slice) {
    made += await write((changing) => linkSome(changing, order, importId, byName.slice(from, from + slice)))
    await setImmediate()
  }
  return made
}

async function linkSome(
  { trx, at, log }: Changing,
  { settings, actor }: ImportOrder,
  importId: number,
  some: readonly (readonly [string, readonly Employment[]])[],
): Promise<number> {
  const by = actor?.userId ?? null
  const people = await namesOf(trx, some.flatMap(([, there]) => there.map(({ person }) => person)), settings.sortLanguage) // prettier-ignore
  const ids = await findOrganisations(trx, some.map(([name]) => name)) // prettier-ignore
  const cards = new Map((await readCards(trx, [...new Set(ids.values())])).map((card) => [card.id, card]))
  /** What becomes of the cards: two names of the file can be of one organisation. */
  const after = new Map<number, ClientDraft>()
  const fresh: ClientDraft[] = []
  for (const [name, there] of some) {
    const id = ids.get(name)
    const card = id === undefined ? undefined : cards.get(id)
    if (!card) {
      const draft = employing(organisationOf(there[0]!.workplace.name), there, people)
      if (draft.contacts!.length > 0) fresh.push(draft)
      continue
    }
    const draft = employing(after.get(card.id) ?? draftOf(card), there, people)
    if (fits(draft)) after.set(card.id, draft)
  }
  const changes: CardChange[] = []
  const known: ImportChange[] = []
  for (const [id, draft] of after) {
    const card = cards.get(id)!
    const before = draftOf(card)
    const changed = changesBetween('client', logged(before), logged(draft))
    if (changed.length === 0) continue
    // Nobody has seen an organisation of this import yet: it stays as untouched as the others.
    const revision = isOf(card, importId) ? card.revision : card.revision + 1
    changes.push({ id, draft, revision })
    if (isOf(card, importId)) continue
    known.push({ client_id: id, revision, before: JSON.stringify(before) })
    log({
      subject: { type: 'client', id, name: mainName(card.names, settings.sortLanguage) },
      changes: changed,
    })
  }
  await insertChanges(trx, importId, known)
  await updateClients(trx, changes, settings, { at, by })
  if (fresh.length > 0) await insertClients(trx, fresh, settings, { at, by, importId })
  return fresh.length
}

const isOf = (card: StoredCard, importId: number) => card.importId === importId

/** What the people of the file are called on their cards; who is not in use any more is not among them. */
async function namesOf(
  trx: Writing,
  ids: readonly number[],
  language: string,
): Promise<ReadonlyMap<number, string>> {
  const cards = await readCards(trx, [...new Set(ids)])
  return new Map(
    cards
      .filter(({ kind, binnedAt }) => kind === 'person' && binnedAt === null)
      .map(({ id, names }) => [id, mainName(names, language)]),
  )
}

function organisationOf(name: string): ClientDraft {
  const language = languageByScript(name)
  return { kind: 'organisation', names: [{ text: name, ...(language === undefined ? {} : { language }) }] }
}

/** An organisation with the people who work there. One it names already, without a card, gets theirs. */
function employing(
  organisation: ClientDraft,
  there: readonly Employment[],
  people: ReadonlyMap<number, string>,
): ClientDraft {
  const contacts: ClientContact[] = [...(organisation.contacts ?? [])]
  for (const { person: personId, workplace } of there) {
    const name = people.get(personId)
    if (name === undefined || contacts.some((contact) => contact.personId === personId)) continue
    const at = contacts.findIndex(
      (contact) => contact.personId === undefined && fold(contact.name) === fold(name),
    )
    const position = contacts[at]?.position ?? workplace.position
    const contact = { ...contacts[at], name, personId, ...(position === undefined ? {} : { position }) }
    if (at === -1) contacts.push(contact)
    else contacts[at] = contact
  }
  return { ...organisation, contacts }
}
