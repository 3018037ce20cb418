import { createHash } from 'node:crypto'
import { clientDraft, type ClientDraft } from '../../../app/contract/clients.ts'
import { largestPhoto } from '../../../app/contract/files.ts'
import { isBirthday } from '../../../app/birthday.ts'
import type { CustomField, ListEntry } from '../../../app/contract/lists.ts'
import { isCountryCode, type CountryCode } from '../../../app/countries.ts'
import { fold } from '../../../app/folding.ts'
import { readPhone } from '../../../app/phone.ts'
import { readEntries } from '../../../db/lists/entries.ts'
import { readFields } from '../../../db/lists/fields.ts'
import type { OfficeSettings } from '../../../db/settings.ts'
import { readAllUsers } from '../../../db/staff.ts'
import type { Reading } from '../../../db/tables.ts'
import { Listing } from './listing.ts'
import { OwnValues } from './ownFields.ts'
import type { DraftedRow, Employer, ImportedClient } from './reading/imported.ts'
import type { ImportField, Mapping } from './reading/headings.ts'
import type { Table } from './reading/table.ts'

/** Whether a card can be kept: a window could not open one that is over the contract's limits. */
export const fits = (card: ClientDraft): boolean => clientDraft.safeParse(card).success

/** The country by which the numbers on a card are read: its address's, else the office's. */
export function countryOfCard(card: Pick<ClientDraft, 'addresses'>, office: string): CountryCode | undefined {
  const country = card.addresses?.find((address) => address.country)?.country ?? office
  return isCountryCode(country) ? country : undefined
}

/** A file with what its columns are taken for, and the office it comes into. */
export interface Mapped {
  readonly table: Table
  readonly mapping: Mapping
  readonly settings: OfficeSettings
}

/** Turns what a file tells into what a card holds. */
export class CardMaker {
  readonly #listing: Listing
  readonly #managers: ReadonlyMap<string, number>
  readonly #own: OwnValues
  readonly #mapping: Mapping
  /** The office's country. */
  readonly country: string

  private constructor(
    entries: readonly ListEntry[],
    managers: readonly { id: number; name: string }[],
    own: readonly CustomField[],
    { table, mapping, settings }: Mapped,
  ) {
    this.#listing = new Listing(entries)
    this.#own = new OwnValues(own, this.#listing, settings, mapping, table)
    this.#managers = new Map(managers.map((manager) => [fold(manager.name), manager.id]))
    this.#mapping = mapping
    this.country = settings.country
  }

  static async read(base: Reading, mapped: Mapped): Promise<CardMaker> {
    return new CardMaker(await readEntries(base), await readAllUsers(base), await readFields(base), mapped)
  }

  /** What the office has no list entry or no field for is kept in the notes, under the file's own heading. */
  draftOf(row: ImportedClient): { card: ClientDraft; misfits: readonly CustomField[] } {
    const statusId = row.status === undefined ? undefined : this.#listing.idOf('status', row.status)
    const managerId = row.manager === undefined ? undefined : this.#managers.get(fold(row.manager))
    const { card: listed, unknown } = this.#listing.read(row)
    const { card: own, misfits } = this.#own.read(row)
    const birthday = row.birthday !== undefined && isBirthday(row.birthday)
    const notes = [
      ...row.notes,
      ...(row.status !== undefined && statusId === undefined ? [this.#noted('status', row.status)] : []),
      ...(row.manager !== undefined && managerId === undefined ? [this.#noted('manager', row.manager)] : []),
      ...unknown.map(([field, text]) => this.#noted(field, text)),
      ...misfits.map(([{ name }, text]) => `${name}: ${text}`),
      ...(row.birthday === undefined || birthday ? [] : [this.#noted('birthday', row.birthday)]),
    ].join('\n')
    const addresses = row.addresses.map((address) => ({ ...address }))
    const country = countryOfCard({ addresses }, this.country)
    const card: ClientDraft = {
      kind: row.kind,
      names: row.names.map((name) => ({ ...name })),
      ...(row.code === undefined ? {} : { code: row.code }),
      ...(statusId === undefined ? {} : { statusId }),
      ...(managerId === undefined ? {} : { managerId }),
      ...(row.language === undefined ? {} : { language: row.language }),
      phones: row.phones.map(({ typed, e164, label }) => ({
        typed,
        // As it will be read from the card: by the office's country where the file names one that nobody knows.
        e164: e164 ?? readPhone(typed, country).e164,
        ...(label === undefined ? {} : { label }),
      })),
      emails: row.emails.map((address) => {
        const label = row.emailLabels?.[address]
        return { address, ...(label === undefined ? {} : { label }) }
      }),
      addresses,
      contacts: row.contacts.map((contact) => ({ ...contact })),
      websites: row.websites.map((address) => ({ address })),
      ...listed,
      ...own,
      ...(birthday ? { birthday: row.birthday } : {}),
      notes,
    }
    return { card, misfits: misfits.map(([field]) => field) }
  }

  /** Whose organisation has as many contact persons as a card can hold: its name goes into the notes. */
  unlinked(card: ClientDraft, { name, position }: Employer): ClientDraft {
    const noted = this.#noted('employer', position === undefined ? name : `${name}, ${position}`)
    return { ...card, notes: [card.notes, noted].filter(Boolean).join('\n') }
  }

  #noted(field: ImportField, value: string): string {
    return `${this.#mapping.find((column) => column.field === field)?.heading ?? field}: ${value}`
  }
}

/**
 * A row with its card, which is null where the row is refused: also where it has more than a card can hold, more numbers
 * than anybody has, or notes as long as a book.
 */
export function carded(
  row: DraftedRow,
  cards: CardMaker,
): DraftedRow & { readonly card: ClientDraft | null } {
  const photo = photoOf(row)
  if (!row.draft) return { ...row, card: null }
  const { card: read, misfits } = cards.draftOf(row.draft)
  const card = photo === undefined ? read : { ...read, photo }
  if (!fits(card)) return tooLong(row)
  if (misfits.length === 0) return { ...row, card }
  const problems = misfits.map(
    ({ name }) => ({ row: row.row, field: 'custom', name, reason: 'bad-value', refused: false }) as const,
  )
  return { ...row, card, problems: [...row.problems, ...problems] }
}

/** What the picture of a row will be called when it is kept, which is done only with the row itself. */
function photoOf({ photo }: DraftedRow): string | undefined {
  if (!photo || photo.bytes.length > largestPhoto) return undefined
  return createHash('sha256').update(photo.bytes).digest('hex')
}

export const tooLong = (row: DraftedRow): DraftedRow & { readonly card: null } => ({
  ...row,
  draft: null,
  card: null,
  problems: [...row.problems, { row: row.row, field: 'row', reason: 'too-long', refused: true }],
})
