import type { Document } from '../../../app/accounting/documents.ts'
import { totalsOfLine } from '../../../app/accounting/totals.ts'
import { draftContent, type DocumentCard, type DocumentRow } from '../../../app/contract/documents.ts'
import { Refusal } from '../../../app/errors.ts'
import { may } from '../../../app/rights.ts'
import {
  deleteDraft,
  insertDraft,
  pageOfDocuments,
  readDocument,
  readDraft,
  readDrafts,
  updateDraft,
  type DocumentLine,
  type StoredDraft,
} from '../../../db/journal/documents.ts'
import { readClosedUntil } from '../../../db/journal/period.ts'
import { postDocument, readEntries, undoDocument } from '../../../db/journal/posting.ts'
import { readItems } from '../../../db/journal/warehouses.ts'
import type { Look, Services, Work } from '../work.ts'
import { counterpartiesOf } from './counterparties.ts'
import { documentOf, problemsOf } from './drafting.ts'
import { policyOf } from './rules.ts'
import { costSeen } from './stock.ts'

/** Documents of the stock. */
export const documents: Services<'documents'> = {
  async page(look, { offset, limit, ...filter }) {
    const { rows, total } = await pageOfDocuments(look.base, filter, offset, limit)
    return { rows: await shown(look, rows), total }
  },

  async card(look, { id }) {
    const found = await readDocument(look.base, id)
    if (!found) throw new Refusal('NOT_FOUND')
    const [row] = await shown(look, [found.line])
    return { ...row!, lines: await linesOf(look, found.content), entries: await entriesOf(look, id) }
  },

  async drafts({ base }) {
    return (await readDrafts(base)).map(({ content, id, by, at }) => {
      const { kind, day, lines } = contentOf(content)
      return { id, kind, day, by, at, lines: lines.length }
    })
  },

  async draft(look, { id }) {
    const { revision, by, at, ...stored } = await theDraft(look, id)
    const content = contentOf(stored.content)
    const items = await readItems(
      look.base,
      content.lines.map(({ itemId }) => itemId),
    )
    const supplier = (await counterpartiesOf(look, [content.supplierId]))(content.supplierId)
    const named = [...items].map(([item, { name }]) => ({ id: item, name }))
    return { id, revision, by, at, content, items: named, supplier }
  },

  async saveDraft(work, { id, revision, content }) {
    const kept = { content: JSON.stringify(content), user_id: work.actor.userId, at: work.at }
    work.tell({ type: 'stock.changed' })
    if (id === undefined) return { id: await insertDraft(work.trx, kept), revision: 1 }
    const before = await theDraft(work, id)
    if (before.revision !== revision)
      throw new Refusal('CHANGED_MEANWHILE', { revision: before.revision, by: before.by, at: before.at })
    await updateDraft(work.trx, id, { ...kept, revision: revision + 1 })
    return { id, revision: revision + 1 }
  },

  async removeDraft(work, { id }) {
    await theDraft(work, id)
    await deleteDraft(work.trx, id)
    work.tell({ type: 'stock.changed' })
    return null
  },

  async post(work, { content, draftId }) {
    const policy = await policyOf(work.base)
    const written = await documentOf(work, content, policy.currency)
    if ('problems' in written) return written
    const result = await postDocument(
      work.trx,
      written.document,
      { day: content.day, at: work.at, by: work.actor.userId, note: content.note },
      policy,
    )
    if (!('id' in result)) return { problems: await problemsOf(work, result) }
    if (draftId !== undefined) await deleteDraft(work.trx, draftId)
    await told(work, result.id)
    return result
  },

  async undo(work, { id }) {
    const found = await readDocument(work.base, id)
    if (!found) throw new Refusal('NOT_FOUND')
    const until = await readClosedUntil(work.base)
    const { day } = found.line
    const open = until === undefined || day > until ? day : dayOf(work.at)
    const posted = { day: open, at: work.at, by: work.actor.userId, note: found.line.note }
    const result = await undoDocument(work.trx, id, posted, await policyOf(work.base))
    if (!('id' in result)) return { problems: await problemsOf(work, result) }
    await told(work, result.id)
    return result
  },
}

/** The day of a moment by the office's clock, YYYY-MM-DD. */
export function dayOf(moment: number): string {
  const at = new Date(moment)
  const two = (part: number) => String(part).padStart(2, '0')
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`
}

/** A posted document goes into the log under its number, with what it is; its lines stand in itself for ever. */
export async function told(work: Work, id: number): Promise<void> {
  const found = await readDocument(work.base, id)
  const { kind, day, warehouse, into, note, undoes } = found!.line
  const said = { kind, day, warehouse, into, note, undoes }
  work.log({
    subject: { type: 'document', id, name: `№ ${id}` },
    changes: Object.entries(said).flatMap(([field, after]) =>
      after === null || after === '' ? [] : [{ field: `document.${field}`, before: null, after }],
    ),
  })
  work.tell({ type: 'stock.changed' })
}

const contentOf = (stored: string) => draftContent.parse(JSON.parse(stored))

/** Throws NOT_FOUND. */
async function theDraft({ base }: Pick<Look, 'base'>, id: number): Promise<StoredDraft> {
  const found = await readDraft(base, id)
  if (!found) throw new Refusal('NOT_FOUND')
  return found
}

/** As the person may see them: counterparties whom they reach, amounts where they see costs. */
async function shown(look: Look, lines: readonly DocumentLine[]): Promise<DocumentRow[]> {
  const counterparty = await counterpartiesOf(
    look,
    lines.map(({ counterpartyId }) => counterpartyId),
  )
  return lines.map(({ counterpartyId, ...line }) => ({
    ...line,
    total: costSeen(look, line.total),
    counterparty: counterparty(counterpartyId),
  }))
}

async function linesOf(look: Look, content: Document): Promise<DocumentCard['lines']> {
  if (!('lines' in content)) return []
  const items = await readItems(
    look.base,
    content.lines.map(({ item }) => item),
  )
  return content.lines.map((line) => ({
    itemId: line.item,
    item: items.get(line.item)?.name ?? '',
    quantity: line.quantity,
    price: costSeen(look, 'price' in line ? line.price : null),
    total: costSeen(look, 'price' in line ? totalsOfLine(line).total : 'value' in line ? line.value : null),
  }))
}

async function entriesOf(look: Look, id: number): Promise<DocumentCard['entries']> {
  if (!may(look.actor.grant, 'journal.see')) return []
  const entries = await readEntries(look.base, id)
  const named = await counterpartiesOf(
    look,
    entries.map(({ counterparty }) => counterparty),
  )
  return entries.map((entry) => ({ ...entry, counterparty: named(entry.counterparty) }))
}
