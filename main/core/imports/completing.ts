import { setImmediate } from 'node:timers/promises'
import type { ClientCard, ClientDraft } from '../../../app/contract/clients.ts'
import type { ImportResult } from '../../../app/contract/imports.ts'
import { readCards } from '../../../db/clients/card.ts'
import { mainName } from '../../../db/clients/rows.ts'
import { updateClients, type CardChange } from '../../../db/clients/write.ts'
import { setImportState } from '../../../db/imports.ts'
import type { OfficeSettings } from '../../../db/settings.ts'
import { changesBetween } from '../changes.ts'
import { logged } from '../clients/logged.ts'
import type { Office } from '../office.ts'
import { writeAs } from '../perform.ts'
import { addedTo } from './adding.ts'
import { fits } from './cards.ts'
import type { ImportOrder } from './run.ts'

/** What a row adds to a client that was there before, or that an earlier row has made. */
export interface Addition {
  readonly id: number
  readonly card: ClientDraft
}

/** So many clients are read at once; then calls have their turn. */
const portion = 50

/**
 * The last transaction: what known clients gain, and the import is there for everybody. All or nothing, so other
 * changes wait for it, up to a second for a thousand known clients that gain something; who only reads does not.
 */
export async function complete(
  office: Office,
  order: ImportOrder,
  result: ImportResult,
  additions: readonly Addition[],
): Promise<void> {
  const byClient = Map.groupBy(additions, ({ id }) => id)
  const ids = [...byClient.keys()]
  const making = { by: order.actor?.userId ?? null }
  await writeAs(
    office,
    order.actor,
    order.seat,
    'imports.run',
    async ({ trx, at, log, tell, afterwards }) => {
      for (let from = 0; from < ids.length; from += portion) {
        const changes: CardChange[] = []
        for (const stored of await readCards(trx, ids.slice(from, from + portion))) {
          const rows = byClient.get(stored.id)!.map(({ card }) => card)
          const ofThisFile = stored.importId === result.id
          const { after, gained } = extended(stored, rows, order.settings, ofThisFile)
          result.updated += gained
          // Somebody else was quicker: the card says it already.
          result.duplicates += rows.length - gained
          if (gained === 0) continue
          // Nobody has seen a client of this import yet: it stays as untouched as the others.
          const revision = ofThisFile ? stored.revision : stored.revision + 1
          changes.push({ id: stored.id, draft: after, revision })
          if (!ofThisFile) log(entryOf(stored, after, order))
        }
        await updateClients(trx, changes, order.settings, { at, ...making })
        await setImmediate()
      }
      const { rows, created, updated, duplicates, refused } = result
      await setImportState(trx, result.id, 'complete', { rows, created, updated, duplicates, refused })
      log({
        subject: { type: 'import', id: result.id, name: order.file },
        changes: Object.entries({ rows, created, updated, duplicates, refused }).map(([field, after]) => ({
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
    },
  )
}

/** A card with what several rows tell of it, and how many of them told something new. */
function extended(
  stored: ClientDraft,
  rows: readonly ClientDraft[],
  settings: OfficeSettings,
  ofThisFile: boolean,
): { after: ClientDraft; gained: number } {
  let gained = 0
  let after = stored
  for (const row of rows) {
    const more = addedTo(after, row, settings, ofThisFile)
    if (!more || !fits(more)) continue
    after = more
    gained++
  }
  return { after, gained }
}

const entryOf = (stored: ClientCard, after: ClientDraft, { settings }: ImportOrder) => ({
  subject: { type: 'client', id: stored.id, name: mainName(after.names, settings.sortLanguage) },
  changes: changesBetween('client', logged(stored), logged(after)),
})
