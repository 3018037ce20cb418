import type { ClientDraft } from '../../../app/contract/clients.ts'
import { readCards, type StoredCard } from '../../../db/clients/card.ts'
import { mainName, type OfficeLocale } from '../../../db/clients/rows.ts'
import { updateClients } from '../../../db/clients/write.ts'
import { forgetChanges, readChanges } from '../../../db/imports.ts'
import type { Writing } from '../../../db/tables.ts'
import { changesBetween } from '../changes.ts'
import { logged } from '../clients/logged.ts'
import { draftOf } from '../clients/service.ts'
import type { LogEntry } from '../work.ts'

/** Known clients that are put back in one go: calls wait some milliseconds for it. */
const slice = 40

export interface Restored {
  /** The last client that was looked at; undefined where there are no more. */
  readonly last: number | undefined
  readonly restored: readonly number[]
  /** Whose cards somebody has changed since: what the import added to them stays. */
  readonly stayed: readonly { readonly id: number; readonly name: string }[]
  /** What the operation log is told. */
  readonly entries: readonly LogEntry[]
}

/**
 * Takes back what an import added to clients that were known before, some of them in their order from behind one.
 * Only of those whose cards are as it left them.
 */
export async function restoreSome(
  trx: Writing,
  importId: number,
  after: number,
  office: OfficeLocale,
  making: { at: number; by: number | null },
): Promise<Restored> {
  const changes = await readChanges(trx, importId, after, slice)
  const cards = await readCards(
    trx,
    changes.map(({ client_id }) => client_id),
  )
  const byId = new Map(changes.map((change) => [change.client_id, change]))
  const isUntouched = ({ id, revision, binnedAt }: StoredCard) =>
    revision === byId.get(id)!.revision && binnedAt === null
  const back = cards.filter(isUntouched).map((card) => ({
    card,
    draft: JSON.parse(byId.get(card.id)!.before) as ClientDraft,
  }))
  await updateClients(
    trx,
    back.map(({ card: { id, revision }, draft }) => ({ id, draft, revision: revision + 1 })),
    office,
    making,
  )
  const restored = back.map(({ card: { id } }) => id)
  await forgetChanges(trx, importId, restored)
  const named = ({ names }: Pick<ClientDraft, 'names'>) => mainName(names, office.sortLanguage)
  return {
    last: changes.at(-1)?.client_id,
    restored,
    stayed: cards.filter((card) => !isUntouched(card)).map((card) => ({ id: card.id, name: named(card) })),
    entries: back.map(({ card, draft }) => ({
      subject: { type: 'client', id: card.id, name: named(draft) },
      changes: changesBetween('client', logged(draftOf(card)), logged(draft)),
    })),
  }
}
