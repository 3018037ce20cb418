import { setImmediate } from 'node:timers/promises'
import type { ImportResult } from '../../../app/contract/imports.ts'
import type { ClientDraft } from '../../../app/contract/clients.ts'
import { isCountryCode } from '../../../app/countries.ts'
import { Refusal } from '../../../app/errors.ts'
import { readCards } from '../../../db/clients/card.ts'
import { eraseClients, insertClients, updateClient } from '../../../db/clients/write.ts'
import { importedIds, insertImport, setImportState } from '../../../db/imports.ts'
import type { OfficeSettings } from '../../../db/settings.ts'
import { changesBetween } from '../changes.ts'
import { drafter } from '../import/draft.ts'
import type { Mapping } from '../import/headings.ts'
import type { Table } from '../import/table.ts'
import type { Office } from '../office.ts'
import { writeAs } from '../perform.ts'
import type { Actor } from '../work.ts'
import { addedTo, CardMaker } from './cards.ts'
import { Judge, type JudgedRow } from './judging.ts'

export interface ImportOrder {
  readonly file: string
  readonly table: Table
  readonly mapping: Mapping
  readonly settings: OfficeSettings
  /** Nobody for the command line. */
  readonly actor: Actor | null
  readonly seat: string
  readonly signal?: AbortSignal | undefined
  /** Told every row, in order, once it is decided. */
  readonly onRow?: ((row: JudgedRow) => void) | undefined
}

/** More problems than these are counted, not listed, in what goes to a window. */
const mostProblems = 10_000
const tellEvery = 200

/** Judges every row of a table, portion by portion, so that calls are answered in between. */
export async function* judgedRows(
  order: Pick<ImportOrder, 'table' | 'mapping' | 'settings' | 'signal'>,
  judge: Judge,
): AsyncGenerator<JudgedRow[]> {
  const { table, mapping, settings, signal } = order
  const country = isCountryCode(settings.country) ? settings.country : undefined
  const draft = drafter(mapping, { country, sample: table.sample })
  for await (const rows of table.portions()) {
    if (signal?.aborted) throw new Refusal('CANCELLED')
    yield await judge.judge(rows.map(draft))
  }
}

/**
 * Takes a table's clients into the base. They are written in small portions under one import and shown all at once when
 * the last is in; a cancelled or broken import leaves nothing behind. Throws BUSY while another one runs.
 */
export async function runImport(office: Office, order: ImportOrder): Promise<ImportResult> {
  if (office.importing) throw new Refusal('BUSY', { what: 'import' })
  const cancelling = new AbortController()
  order.signal?.addEventListener('abort', () => cancelling.abort(), { once: true })
  // Taken before anything is waited for, so that two at once cannot both begin.
  const running = { id: 0, done: 0, rows: null as number | null, cancel: () => cancelling.abort() }
  office.importing = running
  let id: number | undefined
  try {
    id = await writeAs(office, order.actor, order.seat, 'imports.run', ({ trx, at }) =>
      insertImport(trx, { at, userId: order.actor?.userId ?? null, file: order.file, state: 'running' }),
    )
    running.id = id
    return await carryOut(office, { ...order, signal: cancelling.signal }, running)
  } catch (error) {
    if (id !== undefined)
      await takeBack(
        office,
        id,
        error instanceof Refusal && error.code === 'CANCELLED' ? 'cancelled' : 'failed',
      )
    throw error
  } finally {
    office.importing = null
    office.tell({ type: 'status.changed' })
  }
}

async function carryOut(
  office: Office,
  order: ImportOrder,
  running: NonNullable<Office['importing']>,
): Promise<ImportResult> {
  const { id } = running
  const cards = await CardMaker.read(office.reading)
  const judge = new Judge(() => office.reading, id)
  const result = {
    id,
    state: 'complete',
    rows: 0,
    created: 0,
    updated: 0,
    duplicates: 0,
    refused: 0,
    problems: [] as ImportResult['problems'],
  } satisfies ImportResult
  const updates: { id: number; draft: ClientDraft }[] = []
  let toldAt = 0

  for await (const rows of judgedRows(order, judge)) {
    const fresh: ClientDraft[] = []
    for (const row of rows) {
      result.rows++
      if (result.problems.length < mostProblems) result.problems.push(...row.problems)
      if (row.verdict === 'refused' || !row.draft) result.refused++
      else if (row.verdict === 'duplicate') result.duplicates++
      else if (row.verdict === 'update' && row.of)
        updates.push({ id: row.of.id, draft: cards.draftOf(row.draft) })
      else fresh.push(cards.draftOf(row.draft))
      order.onRow?.(row)
    }
    if (fresh.length > 0) {
      await writeAs(office, order.actor, order.seat, 'imports.run', ({ trx, at }) =>
        insertClients(trx, fresh, order.settings, { at, by: order.actor?.userId ?? null, importId: id }),
      )
      result.created += fresh.length
    }
    running.done = result.rows
    if (office.now() - toldAt > tellEvery) {
      toldAt = office.now()
      office.tell({ type: 'import.progress', id, done: result.rows, rows: running.rows, state: 'running' })
    }
    await setImmediate()
  }
  await complete(office, order, result, updates)
  return result
}

/** The last transaction: what known clients gain, and the import is there for everybody. */
async function complete(
  office: Office,
  order: ImportOrder,
  result: ImportResult,
  updates: readonly { id: number; draft: ClientDraft }[],
): Promise<void> {
  await writeAs(
    office,
    order.actor,
    order.seat,
    'imports.run',
    async ({ trx, at, log, tell, afterwards }) => {
      for (const [index, update] of updates.entries()) {
        const [card] = await readCards(trx, [update.id])
        if (!card) continue
        const after = addedTo(card, update.draft)
        await updateClient(trx, card.id, after, order.settings, {
          at,
          by: order.actor?.userId ?? null,
          revision: card.revision + 1,
        })
        log({
          subject: { type: 'client', id: card.id, name: card.names[0]!.text },
          changes: changesBetween(
            'client',
            { ...card, statusId: undefined, managerId: undefined },
            { ...card, ...after, statusId: undefined, managerId: undefined },
          ),
        })
        result.updated++
        // Readers go on meanwhile; only other writers wait for this.
        if (index % 20 === 19) await setImmediate()
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

/** Erases what an import wrote, a little at a time; until the last is gone it counts as unfinished and is not shown. */
async function takeBack(office: Office, id: number, state: 'cancelled' | 'failed'): Promise<void> {
  for (;;) {
    const ids = await importedIds(office.reading, id, { untouched: false, limit: 200 })
    if (ids.length === 0) break
    await office.writing.transaction().execute((trx) => eraseClients(trx, ids))
    await setImmediate()
  }
  await office.writing.transaction().execute((trx) => setImportState(trx, id, state))
  office.tell({ type: 'import.progress', id, done: 0, rows: null, state })
}
