import type { RefusedRows } from '../../../app/contract/imports.ts'
import { isCountryCode } from '../../../app/countries.ts'
import type { Reading } from '../../../db/tables.ts'
import { carded, CardMaker } from './cards.ts'
import { mappingFor, type FileOrder } from './judged.ts'
import { ownFieldsOf } from './ownFields.ts'
import { drafter } from './reading/draft.ts'
import { openTable } from './reading/table.ts'
import type { Card } from './reading/vcard/properties.ts'

/** More refused rows than these nobody mends by hand. */
const mostRefusedRows = 50_000

/** The rows of a file that would be left out. Throws what the file or the mapping is refused for. */
export async function refusedRowsOf(base: Reading, order: FileOrder): Promise<RefusedRows> {
  const { country } = order.settings
  const table = await openTable(order.bytes, { sheet: order.sheet })
  const mapping = await mappingFor(base, table, order.mapping)
  const cards = await CardMaker.read(base, { table, mapping, settings: order.settings })
  const draft = drafter(mapping, {
    country: isCountryCode(country) ? country : undefined,
    sample: table.sample,
    own: await ownFieldsOf(base),
  })
  const found: RefusedRows = { headings: table.ofCards ? ['vCard'] : [...table.headings], rows: [] }
  for await (const rows of table.portions()) {
    for (const row of rows) {
      const { card, problems } = carded(draft(row), cards)
      if (card || found.rows.length >= mostRefusedRows) continue
      const values = row.card ? [shownCard(row.card)] : [...row.values]
      found.rows.push({ values, problems: problems.map((problem) => ({ ...problem })) })
    }
  }
  return found
}

/** A card that was left out, as its own lines. */
const shownCard = (card: Card): string =>
  card.properties
    .flatMap(({ name, value }) => (typeof value === 'string' ? [`${name}:${value}`] : []))
    .join('\n')
