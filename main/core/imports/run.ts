import { setImmediate } from 'node:timers/promises'
import type { ImportResult } from '../../../app/contract/imports.ts'
import type { ClientDraft } from '../../../app/contract/clients.ts'
import { isCountryCode } from '../../../app/countries.ts'
import { Refusal } from '../../../app/errors.ts'
import { insertClients } from '../../../db/clients/write.ts'
import { insertImport } from '../../../db/imports.ts'
import type { OfficeSettings } from '../../../db/settings.ts'
import { drafter } from './reading/draft.ts'
import type { Mapping } from './reading/headings.ts'
import type { Table } from './reading/table.ts'
import type { Office } from '../office.ts'
import { writeAs } from '../perform.ts'
import type { Actor } from '../work.ts'
import { CardMaker } from './cards.ts'
import { complete, type Addition } from './completing.ts'
import { Judge, type JudgedRow } from './judging.ts'
import { isTakingBack, takeBack } from './takingBack.ts'

export interface ImportOrder {
  readonly file: string
  readonly table: Table
  readonly mapping: Mapping
  readonly settings: OfficeSettings
  /** Nobody for the command line. */
  readonly actor: Actor | null
  readonly seat: string
  /** How many rows there are, where somebody has counted them. */
  readonly rows?: number | undefined
  /** Told every row, in order, once it is decided. */
  readonly onRow?: ((row: JudgedRow) => void) | undefined
}

/** More problems than these are counted, not listed, in what goes to a window. */
const mostProblems = 10_000
const tellEvery = 200
const longestFileName = 200

/**
 * Judges every row of a table, portion by portion, so that calls are answered in between.
 * Throws CANCELLED, also where the base is closed or exchanged meanwhile.
 */
export async function* judgedRows(
  office: Office,
  order: Pick<ImportOrder, 'table' | 'mapping' | 'settings'> & { signal?: AbortSignal | undefined },
  importId: number | undefined,
): AsyncGenerator<JudgedRow[]> {
  const { table, mapping, settings, signal } = order
  const country = isCountryCode(settings.country) ? settings.country : undefined
  const draft = drafter(mapping, { country, sample: table.sample })
  const base = office.reading
  const cards = await CardMaker.read(base, mapping, settings.country)
  const judge = new Judge(base, cards, importId)
  for await (const rows of table.portions()) {
    if (signal?.aborted) throw new Refusal('CANCELLED')
    yield await office.use(async () => {
      if (office.vanished || office.reading !== base) throw new Refusal('CANCELLED')
      return judge.judge(rows.map(draft))
    })
  }
}

/**
 * Takes a table's clients into the base. They are written in small portions under one import and shown all at once when
 * the last is in; a cancelled or broken import leaves nothing behind. Throws BUSY while another one runs or is taken
 * back, CANCELLED.
 */
export async function runImport(office: Office, order: ImportOrder): Promise<ImportResult> {
  if (office.importing || isTakingBack(office)) throw new Refusal('BUSY', { what: 'import' })
  const cancelling = new AbortController()
  // Taken before anything is waited for, so that two at once cannot both begin.
  const running = { id: 0, done: 0, rows: order.rows ?? null, cancel: () => cancelling.abort() }
  office.importing = running
  const base = office.reading
  try {
    const file = order.file.replace(/\p{Cc}/gu, ' ').slice(0, longestFileName)
    running.id = await writeAs(office, order.actor, order.seat, 'imports.run', ({ trx, at }) =>
      insertImport(trx, { at, userId: order.actor?.userId ?? null, file }),
    )
    return await carryOut(office, { ...order, file }, running, cancelling.signal)
  } catch (error) {
    const cancelled = error instanceof Refusal && error.code === 'CANCELLED'
    if (running.id > 0) await takeBack(office, base, running.id, cancelled ? 'cancelled' : 'failed')
    throw error
  } finally {
    // After the last row it is given up by `complete` already, and another one may have begun.
    if (office.importing === running) office.importing = null
    office.tell({ type: 'status.changed' })
  }
}

async function carryOut(
  office: Office,
  order: ImportOrder,
  running: NonNullable<Office['importing']>,
  signal: AbortSignal,
): Promise<ImportResult> {
  const { id } = running
  const base = office.reading
  const by = order.actor?.userId ?? null
  const result: ImportResult = {
    id,
    rows: 0,
    created: 0,
    updated: 0,
    duplicates: 0,
    refused: 0,
    problems: [],
  }
  const additions: Addition[] = []
  /** Which client a row of the file became. */
  const clientOfRow = new Map<number, number>()
  let toldAt = -Infinity
  const tell = () => {
    if (performance.now() - toldAt < tellEvery) return
    toldAt = performance.now()
    office.tell({ type: 'import.progress', id, done: running.done, rows: running.rows, state: 'running' })
  }

  tell()
  for await (const rows of judgedRows(office, { ...order, signal }, id)) {
    const fresh: { row: number; card: ClientDraft }[] = []
    for (const row of rows) {
      const { verdict, card, of, ofRow } = row
      result.rows++
      result.problems.push(...row.problems.slice(0, mostProblems - result.problems.length))
      if (!card) result.refused++
      else if (verdict === 'duplicate') result.duplicates++
      else if (of) additions.push({ id: of.id, card })
      else if (ofRow !== null) additions.push({ id: () => clientOfRow.get(ofRow)!, card })
      else fresh.push({ row: row.row, card })
      order.onRow?.(row)
    }
    await keepPhotos(office, rows)
    if (fresh.length > 0) {
      const drafts = fresh.map(({ card }) => card)
      const ids = await writeAs(office, order.actor, order.seat, 'imports.run', ({ trx, at }) => {
        // A backup may have been restored since the last portion: what is here now is not to be touched.
        if (office.reading !== base) throw new Refusal('CANCELLED')
        return insertClients(trx, drafts, order.settings, { at, by, importId: id })
      })
      fresh.forEach(({ row }, index) => clientOfRow.set(row, ids[index]!))
      result.created += fresh.length
    }
    running.done = result.rows
    tell()
    await setImmediate()
  }
  if (signal.aborted || office.vanished || office.reading !== base) throw new Refusal('CANCELLED')
  await complete(office, order, result, additions)
  return result
}

/** Pictures are on the disk before the cards that name them; those of an import that does not come to its end are swept away. */
async function keepPhotos(office: Office, rows: readonly JudgedRow[]): Promise<void> {
  for (const { photo, card, verdict } of rows)
    // eslint-disable-next-line no-await-in-loop -- few rows have one, and calls are answered in between
    if (photo && card?.photo && verdict !== 'duplicate') await office.files.put(photo.bytes)
}
