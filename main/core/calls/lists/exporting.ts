import type { CallListExport } from '../../../../app/contract/callLists.ts'
import { byteOrderMark, csvRow } from '../../../../app/csv.ts'
import { readLastAttempts } from '../../../../db/calls/attempts.ts'
import { stretchOfEntries } from '../../../../db/calls/listEntries.ts'
import type { CallListRow } from '../../../../db/calls/lists.ts'
import type { Look } from '../../work.ts'
import { shownEntries } from './shown.ts'

/** Read at once, so that calls are answered in between. */
const slice = 500

/** Everybody on a list with what came of it, as far as the reader sees it, as a file for spreadsheets. */
export async function exportList(
  look: Look,
  list: CallListRow,
  { headings, results }: Pick<CallListExport, 'headings' | 'results'>,
): Promise<{ file: File; rows: number }> {
  const { client, number, result, attempts, last, by, note } = headings
  const parts = [byteOrderMark + csvRow([client, number, result, attempts, last, by, note])]
  let rows = 0
  for (let after: number | undefined = 0; after !== undefined;) {
    const from: number = after
    // eslint-disable-next-line no-await-in-loop -- a slice at a time
    after = await look.office.use(async () => {
      const stored = await stretchOfEntries(look.base, list.id, from, slice)
      const lasts = await readLastAttempts(
        look.base,
        stored.map(({ id }) => id),
      )
      for (const entry of await shownEntries(look, stored)) {
        const tried = lasts.get(entry.id)
        parts.push(
          csvRow([
            entry.client?.name ?? '',
            entry.number ?? '',
            entry.result === null ? '' : results[entry.result],
            String(entry.attempts),
            tried ? written(tried.at) : '',
            tried?.by ?? '',
            entry.note,
          ]),
        )
      }
      rows += stored.length
      return stored.at(-1)?.id
    })
  }
  return { file: new File(parts, 'call-list.csv', { type: 'text/csv' }), rows }
}

/** A moment by the office's clock, as spreadsheets read it. */
function written(at: number): string {
  const date = new Date(at - new Date(at).getTimezoneOffset() * 60_000)
  return date.toISOString().slice(0, 16).replace('T', ' ')
}
