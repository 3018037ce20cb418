import { isCountryCode } from '../../../app/countries.ts'
import type { ClientDraft } from '../../../app/contract/clients.ts'
import type { CustomField, CustomValue } from '../../../app/contract/lists.ts'
import { fitsField, isLink } from '../../../app/custom.ts'
import { fold } from '../../../app/folding.ts'
import { languageTags } from '../../../app/languages.ts'
import { toMinor } from '../../../app/money.ts'
import { numbersOf, parseNumber } from '../../../app/numbers.ts'
import { readFields } from '../../../db/lists/fields.ts'
import type { OfficeSettings } from '../../../db/settings.ts'
import type { Reading } from '../../../db/tables.ts'
import { clientWords } from '../clients/words.ts'
import type { Listing } from './listing.ts'
import { isDayFirst, readDate } from './reading/cells.ts'
import type { Mapping, OwnField } from './reading/headings.ts'
import type { ImportedClient } from './reading/imported.ts'
import type { Table } from './reading/table.ts'

/** The fields that the office defined and still uses, by the names that a file may have for them. */
export async function ownFieldsOf(base: Reading): Promise<OwnField[]> {
  const fields = (await readFields(base)).filter(({ retired }) => !retired)
  return fields.map(({ id, name, names }) => ({ id, names: [name, ...Object.values(names)] }))
}

/** Yes and no as the program writes them in any language, and as tables have them. */
const said = (key: 'yes' | 'no', others: readonly string[]): ReadonlySet<string> =>
  new Set(
    [...others, ...languageTags.flatMap((tag) => clientWords(tag).export[key].split('/'))].map((word) =>
      fold(word),
    ),
  )
const yes = said('yes', ['yes', 'y', 'true', 'x', '1', '✓', '+', 'да'])
const no = said('no', ['no', 'n', 'false', '0', '-', 'нет'])

/** Reads what a file says of the office's own fields: numbers, amounts and days in the office's notation. */
export class OwnValues {
  readonly #fields: ReadonlyMap<number, CustomField>
  readonly #listing: Listing
  readonly #numbers: string
  readonly #currency: string
  /** By the field: whether its days have the day first. */
  readonly #dayFirst: ReadonlyMap<number, boolean>

  constructor(
    fields: readonly CustomField[],
    listing: Listing,
    settings: OfficeSettings,
    mapping: Mapping,
    table: Table,
  ) {
    this.#fields = new Map(fields.map((field) => [field.id, field]))
    this.#listing = listing
    // A workbook's cells are numbers, written plainly; only in text is there a notation.
    const language = languageTags.find((tag) => tag === settings.language) ?? 'en'
    this.#numbers = table.encoding === 'xlsx' ? 'en' : numbersOf[language]
    this.#currency = settings.currency
    const country = isCountryCode(settings.country) ? settings.country : undefined
    this.#dayFirst = new Map(
      mapping.flatMap(({ column, custom }) => {
        if (custom === undefined) return []
        const values = table.sample.map((row) => row.values[column] ?? '')
        return [[custom, isDayFirst(values, country)] as const]
      }),
    )
  }

  /** The values that fit, and the fields whose values do not. */
  read({ custom }: ImportedClient): { card: Pick<ClientDraft, 'custom'>; misfits: [CustomField, string][] } {
    const values: Record<string, CustomValue> = {}
    const misfits: [CustomField, string][] = []
    for (const [id, text] of custom ?? []) {
      const field = this.#fields.get(id)
      if (!field) continue
      const value = this.#valueOf(field, text)
      if (value !== undefined && fitsField(field, value)) values[id] = value
      else misfits.push([field, text])
    }
    return { card: Object.keys(values).length === 0 ? {} : { custom: values }, misfits }
  }

  #valueOf({ id, type }: CustomField, text: string): CustomValue | undefined {
    switch (type) {
      case 'text':
        return text.length > longestText ? undefined : text
      case 'link':
        return text.length <= longestText && isLink(text) ? text : undefined
      case 'number':
        return this.#number(text)
      case 'money':
        return this.#money(text)
      case 'date':
        return readDate(text, this.#dayFirst.get(id) ?? true)
      case 'choice':
        return this.#listing.idOf(`field.${id}`, text)
      case 'yes-no': {
        const word = fold(text) || text
        return yes.has(word) ? true : no.has(word) ? false : undefined
      }
    }
  }

  #number(text: string): number | undefined {
    return parseNumber(text, this.#numbers) ?? undefined
  }

  /** "1,200.50 USD", "USD 1200" or a bare amount in the office's own currency. */
  #money(text: string): CustomValue | undefined {
    const currency = /(?:^|[^\p{L}])([A-Z]{3})(?![\p{L}])/u.exec(text)?.[1] ?? this.#currency
    const figure = this.#number(text.replace(currency, ''))
    return figure === undefined ? undefined : { amount: toMinor(figure, currency), currency }
  }
}

const longestText = 1000
