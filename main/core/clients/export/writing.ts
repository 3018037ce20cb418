import { createWriteStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ReadableStream as WebStream } from 'node:stream/web'
import { writeXlsxStream } from 'hucre/xlsx'
import type { ClientExport, ExportField } from '../../../../app/contract/clientExport.ts'
import { largestPhoto } from '../../../../app/contract/files.ts'
import { customName } from '../../../../app/custom.ts'
import type { HideableField } from '../../../../app/rights.ts'
import { byteOrderMark, csvRow } from '../../../../app/csv.ts'
import { readCards, type StoredCard } from '../../../../db/clients/card.ts'
import { noExtent, readExtent, type ClientExtent } from '../../../../db/clients/extent.ts'
import { stillThere, type ClientScope } from '../../../../db/clients/visible.ts'
import { atOneMoment, type ReadingConnection } from '../../../../db/connection.ts'
import { readWorkplaceNames } from '../../../../db/clients/people.ts'
import { readEntries } from '../../../../db/lists/entries.ts'
import { readFields } from '../../../../db/lists/fields.ts'
import { readAllUsers } from '../../../../db/staff.ts'
import type { Reading } from '../../../../db/tables.ts'
import { FileStore } from '../../files/store.ts'
import type { ReaderProgress } from '../../reader.ts'
import { clientWords, nameOfEntry } from '../words.ts'
import { exportColumns, type Column, type ExportLists } from './columns.ts'
import { vcardOf } from './vcard.ts'

/** Clients read at once: more only make the thread larger. */
const slice = 200
/** Milliseconds between two words about how far it is. */
const pause = 100

export interface ExportOrder extends Pick<ClientExport, 'filter' | 'format' | 'language' | 'delimiter'> {
  /** Who was chosen, in their order. */
  readonly ids: readonly number[]
  readonly fields: readonly ExportField[]
  readonly scope: ClientScope
  /** What the person may not see: of the office's own fields each by itself. */
  readonly hidden: readonly HideableField[]
  /** Where the file shall be. */
  readonly path: string
  /** The office's folder, where the photos are. */
  readonly office: string
}

/**
 * Writes clients into a file, a slice at a time: for a reader, which it keeps busy to the end. What they are is what
 * they were at its beginning. Resolves to how many they are and the size of the file in bytes.
 */
export async function writeExport(
  base: ReadingConnection,
  order: ExportOrder,
  tell: (progress: ReaderProgress) => void,
): Promise<{ count: number; size: number }> {
  return atOneMoment(base, async () => {
    const ids = await stillThere(base.kysely, order.ids, order.filter.binned === true, order.scope)
    const cards = cardsOf(base.kysely, ids, tell)
    const fields = new Set(order.fields)
    const file = createWriteStream(order.path, { mode: 0o600 })
    if (order.format === 'vcard') {
      await pipeline(Readable.from(vcards(base.kysely, cards, fields, order)), file)
    } else {
      const columns = await columnsOf(base.kysely, ids, fields, order)
      if (order.format === 'csv') await pipeline(Readable.from(csv(cards, columns, order.delimiter)), file)
      else await pipeline(Readable.fromWeb(xlsx(cards, columns, order) as WebStream), file)
    }
    return { count: ids.length, size: (await stat(order.path)).size }
  })
}

async function* cardsOf(
  base: Reading,
  ids: readonly number[],
  tell: (progress: ReaderProgress) => void,
): AsyncGenerator<StoredCard[]> {
  let told = 0
  for (let done = 0; done < ids.length; done += slice) {
    if (performance.now() - told > pause) {
      tell({ done, total: ids.length })
      told = performance.now()
    }
    yield await readCards(base, ids.slice(done, done + slice))
  }
}

async function columnsOf(
  base: Reading,
  ids: readonly number[],
  fields: ReadonlySet<ExportField>,
  order: ExportOrder,
): Promise<Column[]> {
  let extent: ClientExtent = noExtent
  for (let at = 0; at < ids.length; at += 50 * slice)
    extent = await readExtent(base, ids.slice(at, at + 50 * slice), extent)
  // Of nobody there are no names either, but a file has its headings.
  return exportColumns(
    fields,
    { ...extent, names: Math.max(1, extent.names) },
    await listsOf(base, order),
    order.language,
  )
}

/** What the cards name by ids, in the reader's words; of the office's own fields those that the person sees. */
async function listsOf(base: Reading, { language, hidden }: ExportOrder): Promise<ExportLists> {
  const entries = (await readEntries(base)).map((entry) => [entry.id, nameOfEntry(entry, language)] as const)
  const custom = (await readFields(base)).filter(
    ({ id, retired }) => !retired && !hidden.includes(customName(id)),
  )
  const managers = (await readAllUsers(base)).map(({ id, name }) => [id, name] as const)
  return { entries: new Map(entries), managers: new Map(managers), custom }
}

async function* csv(
  cards: AsyncIterable<StoredCard[]>,
  columns: readonly Column[],
  delimiter: string,
): AsyncGenerator<string> {
  const headings = columns.map((column) => column.heading)
  yield byteOrderMark + csvRow(headings, delimiter)
  for await (const some of cards)
    yield some
      .map((card) =>
        csvRow(
          columns.map((column) => column.value(card)),
          delimiter,
        ),
      )
      .join('')
}

/** Every cell is a text, so no number loses its zeros or its plus and nothing is a formula; the headings stay in sight. */
function xlsx(cards: AsyncIterable<StoredCard[]>, columns: readonly Column[], { language }: ExportOrder) {
  async function* rows() {
    for await (const some of cards)
      for (const card of some) yield columns.map((column) => column.value(card) || null)
  }
  return writeXlsxStream(rows(), {
    name: clientWords(language).title,
    columns: columns.map(({ heading, width }) => ({ header: heading, width })),
    freezePane: { rows: 1, columns: 1 },
  })
}

async function* vcards(
  base: Reading,
  cards: AsyncIterable<StoredCard[]>,
  fields: ReadonlySet<ExportField>,
  order: ExportOrder,
): AsyncGenerator<string> {
  const { language, scope } = order
  const lists = await listsOf(base, order)
  const files = new FileStore(order.office)
  const photoOf = async ({ photo }: StoredCard) =>
    // A picture that is gone is no reason to export nobody.
    photo && fields.has('photo') ? files.read(photo, 0, largestPhoto).catch(() => undefined) : undefined
  for await (const some of cards) {
    let text = ''
    const workplaces = fields.has('contacts') ? await workplacesOf(base, some, scope) : undefined
    for (const card of some) {
      const aside = { photo: await photoOf(card), workplace: workplaces?.get(card.id) }
      text += vcardOf(card, fields, lists, language, aside)
    }
    yield text
  }
}

/** Where people work, of each the first of the organisations that the reader reaches. */
async function workplacesOf(base: Reading, cards: readonly StoredCard[], scope: ClientScope) {
  const people = cards.flatMap(({ id, kind }) => (kind === 'person' ? [id] : []))
  const rows = await readWorkplaceNames(base, people, scope)
  return new Map(rows.map(({ client_id, text, position }) => [client_id, { name: text, position }]))
}
