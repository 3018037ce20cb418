import { createWriteStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ReadableStream as WebStream } from 'node:stream/web'
import { writeXlsxStream } from 'hucre/xlsx'
import type { CallField } from '../../../../app/callFields.ts'
import type { CallExport, CallRow } from '../../../../app/contract/callHistory.ts'
import { countryName, isCountryCode } from '../../../../app/countries.ts'
import { byteOrderMark, csvRow } from '../../../../app/csv.ts'
import { fromFine } from '../../../../app/money.ts'
import type { LongWork, Services } from '../../work.ts'
import { callAsker, refuseUnaskable } from './asking.ts'
import { rowsOf } from './rows.ts'
import { callWords, type CallWords } from './words.ts'

/** Calls read at once: the office answers others in between. */
const slice = 300

/** Calls as a file: as the person may see them, written slice by slice. */
export const exporting: Pick<Services<'callHistory'>, 'export' | 'exported'> = {
  async export(look, request) {
    const { filter, order, ids, fields, format } = request
    const { office, actor, signal } = look
    refuseUnaskable(look, { filter, order, shown: fields })
    return office.exports.inTurn(async () => {
      const asker = await callAsker(look)
      const chosen = await office.callColumns.ask('all', [{ filter, order, ids }, asker], signal)
      const { id, made } = await office.exports.make(actor.session, async (path) => {
        const file = createWriteStream(path, { mode: 0o600 })
        const rows = lines(look, chosen, request)
        const text = format === 'csv' ? Readable.from(csv(rows, request)) : xlsx(rows, request)
        await pipeline(text, file)
        return { size: (await stat(path)).size }
      })
      await look.write(async ({ log }) =>
        log({
          changes: [
            { field: 'export.calls', before: null, after: chosen.length },
            { field: 'export.format', before: null, after: format },
          ],
        }),
      )
      return { id, size: made.size, count: chosen.length }
    })
  },

  async exported({ office, actor }, { id, offset }) {
    const bytes = await office.exports.read(actor.session, id, offset)
    return new File([bytes], 'part', { type: 'application/octet-stream' })
  },
}

async function* lines(
  look: LongWork,
  ids: readonly number[],
  { fields, language }: CallExport,
): AsyncGenerator<string[]> {
  const words = callWords(language)
  for (let at = 0; at < ids.length; at += slice) {
    look.signal?.throwIfAborted()
    // eslint-disable-next-line no-await-in-loop -- one slice after the other
    const rows = await rowsOf(look, ids.slice(at, at + slice), language)
    for (const row of rows) yield fields.map((field) => textOf(row, field, words, language))
  }
}

async function* csv(rows: AsyncIterable<string[]>, { fields, language, delimiter }: CallExport) {
  const words = callWords(language)
  yield (
    byteOrderMark +
    csvRow(
      fields.map((field) => words.fields[field]),
      delimiter,
    )
  )
  for await (const row of rows) yield csvRow(row, delimiter)
}

/** Every cell is a text, so no number loses its zeros or its plus and nothing is a formula. */
function xlsx(rows: AsyncIterable<string[]>, { fields, language }: CallExport): Readable {
  const words = callWords(language)
  const stream = writeXlsxStream(rows, {
    name: words.history.title,
    columns: fields.map((field) => ({ header: words.fields[field], width: 18 })),
    freezePane: { rows: 1, columns: 1 },
  })
  return Readable.fromWeb(stream as WebStream)
}

/** As every spreadsheet reads them: 2026-11-22 09:05:00, and durations 0:01:30. */
function textOf(
  row: CallRow,
  field: CallField,
  { history, outcomes }: CallWords,
  language: CallExport['language'],
): string {
  switch (field) {
    case 'start':
      return momentText(row.startedAt)
    case 'direction':
      return history.directions[row.direction]
    case 'number':
      return row.number ?? ''
    case 'client':
      return row.client?.name ?? row.name
    case 'country':
      return row.country && isCountryCode(row.country) ? countryName(row.country, language) : ''
    case 'city':
      return row.city ?? ''
    case 'employee':
      return row.employee?.name ?? row.extension ?? ''
    case 'rang':
      return row.rang.join(', ')
    case 'line':
      return row.line ?? ''
    case 'exchange':
      return row.exchange.name
    case 'outcome':
      return row.outcome === null ? '' : outcomes[row.outcome]
    case 'returned':
      return row.missed ? history.returns[row.returnedAt === null ? 'waiting' : 'returned'] : ''
    case 'wait':
    case 'waitLength':
      return durationText(row.waited)
    case 'talk':
    case 'talkLength':
      return durationText(row.talked)
    case 'weekday':
      return String(((new Date(row.startedAt).getDay() + 6) % 7) + 1)
    case 'hour':
      return String(new Date(row.startedAt).getHours())
    case 'tags':
      return row.tags.join(', ')
    case 'note':
      return row.note
    case 'recorded':
      return row.recorded ? '1' : ''
    case 'cost':
      return row.cost ? `${fromFine(row.cost.fine, row.cost.currency)} ${row.cost.currency}` : ''
    case 'rating':
      return (row.rating ?? []).join(', ')
  }
}

const two = (part: number) => String(part).padStart(2, '0')

function momentText(moment: number): string {
  const date = new Date(moment)
  const day = [date.getFullYear(), two(date.getMonth() + 1), two(date.getDate())].join('-')
  return `${day} ${two(date.getHours())}:${two(date.getMinutes())}:${two(date.getSeconds())}`
}

function durationText(milliseconds: number): string {
  const seconds = Math.round(milliseconds / 1000)
  return `${Math.floor(seconds / 3600)}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`
}
