import { setImmediate } from 'node:timers/promises'
import type { ClientCard, ClientDraft } from '../../../app/contract/clients.ts'
import { mapping, type ImportResult } from '../../../app/contract/imports.ts'
import { readCards } from '../../../db/clients/card.ts'
import { mainName } from '../../../db/clients/rows.ts'
import { updateClients, type CardChange } from '../../../db/clients/write.ts'
import { insertChanges, keepMapping, setImportState, type ImportChange } from '../../../db/imports.ts'
import type { OfficeSettings } from '../../../db/settings.ts'
import type { Writing } from '../../../db/tables.ts'
import { Refusal } from '../../../app/errors.ts'
import { changesBetween } from '../changes.ts'
import { logged } from '../clients/logged.ts'
import { draftOf } from '../clients/service.ts'
import type { Office } from '../office.ts'
import { writeAs } from '../perform.ts'
import type { Changing } from '../work.ts'
import { addedTo } from './adding.ts'
import { fits } from './cards.ts'
import { linkPeople, type Employment } from './linking.ts'
import type { ImportOrder } from './run.ts'

/** What a row adds to a client that was there before, or that an earlier row has made. */
export interface Addition {
  readonly id: number
  readonly card: ClientDraft
  /** Whether the row also says where the person works, which is news by itself. */
  readonly links: boolean
}

/** Known clients that gain something in one go: calls wait some milliseconds for it. */
const slice = 40

/**
 * What known clients gain, a little at a time, and last of all one change that shows the whole import. How each card was
 * is kept with the import: where it is broken off, and when it is taken back, they become what they were.
 * Throws CANCELLED.
 */
export async function complete(
  office: Office,
  order: ImportOrder,
  result: ImportResult,
  { additions, employments }: { additions: readonly Addition[]; employments: readonly Employment[] },
  signal: AbortSignal,
): Promise<void> {
  const base = office.reading
  const write = <T>(change: (changing: Changing) => Promise<T>): Promise<T> => {
    if (signal.aborted || office.vanished || office.reading !== base) throw new Refusal('CANCELLED')
    return writeAs(office, order.actor, order.seat, 'imports.run', change)
  }
  const byClient = Map.groupBy(additions, ({ id }) => id)
  const ids = [...byClient.keys()]
  for (let from = 0; from < ids.length; from += slice) {
    await write((changing) => add(changing, order, result, ids.slice(from, from + slice), byClient))
    await setImmediate()
  }
  result.organisations = await linkPeople(write, order, result.id, employments)
  await write(async ({ trx, at, log, tell, afterwards }) => {
    const { rows, created, updated, duplicates, refused, organisations } = result
    await setImportState(trx, result.id, 'complete', { rows, created, updated, duplicates, refused })
    await remember(trx, order, at)
    log({
      subject: { type: 'import', id: result.id, name: order.file },
      changes: Object.entries({
        rows,
        created,
        updated,
        duplicates,
        refused,
        ...(organisations > 0 ? { organisations } : {}),
      }).map(([field, after]) => ({
        field: `import.${field}`,
        before: null,
        after,
      })),
    })
    afterwards(() => {
      office.importing = null
    })
    tell({ type: 'import.progress', id: result.id, done: rows, rows, state: 'complete' })
    tell({ type: 'client.changed' })
  })
}

/** The next file with such columns is read in the same way. What came by command was said by command. */
async function remember(
  trx: Writing,
  { actor, mapping: given, file }: ImportOrder,
  at: number,
): Promise<void> {
  const columns = mapping.safeParse(given)
  if (!actor || !columns.success || columns.data.length === 0) return
  await keepMapping(
    trx,
    columns.data.map(({ heading }) => heading),
    { user_id: actor.userId, at, file, mapping: JSON.stringify(columns.data) },
  )
}

/** Some of the clients that gain something. */
async function add(
  { trx, at, log }: Changing,
  order: ImportOrder,
  result: ImportResult,
  ids: readonly number[],
  byClient: ReadonlyMap<number, readonly Addition[]>,
): Promise<void> {
  const changes: CardChange[] = []
  const known: ImportChange[] = []
  for (const stored of await readCards(trx, ids)) {
    const rows = byClient.get(stored.id)!
    const ofThisFile = stored.importId === result.id
    const { after, gained, changed } = extended(stored, rows, order.settings, ofThisFile)
    result.updated += gained
    // Somebody else was quicker: the card says it already.
    result.duplicates += rows.length - gained
    if (!changed) continue
    // Nobody has seen a client of this import yet: it stays as untouched as the others.
    const revision = ofThisFile ? stored.revision : stored.revision + 1
    changes.push({ id: stored.id, draft: after, revision })
    if (ofThisFile) continue
    known.push({ client_id: stored.id, revision, before: JSON.stringify(draftOf(stored)) })
    log(entryOf(stored, after, order))
  }
  await insertChanges(trx, result.id, known)
  await updateClients(trx, changes, order.settings, { at, by: order.actor?.userId ?? null })
}

/** A card with what several rows tell of it, and how many of them told something new. */
function extended(
  stored: ClientDraft,
  rows: readonly Addition[],
  settings: OfficeSettings,
  ofThisFile: boolean,
): { after: ClientDraft; gained: number; changed: boolean } {
  let gained = 0
  let after = stored
  for (const { card, links } of rows) {
    const more = addedTo(after, card, settings, ofThisFile)
    const adds = more !== null && fits(more)
    if (adds) after = more
    if (adds || links) gained++
  }
  return { after, gained, changed: after !== stored }
}

const entryOf = (stored: ClientCard, after: ClientDraft, { settings }: ImportOrder) => ({
  subject: { type: 'client', id: stored.id, name: mainName(after.names, settings.sortLanguage) },
  changes: changesBetween('client', logged(stored), logged(after)),
})
