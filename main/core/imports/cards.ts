import { createHash } from 'node:crypto'
import { clientDraft, type ClientDraft } from '../../../app/contract/clients.ts'
import { largestPhoto } from '../../../app/contract/files.ts'
import { isBirthday } from '../../../app/birthday.ts'
import type { ListEntry } from '../../../app/contract/lists.ts'
import { isCountryCode, type CountryCode } from '../../../app/countries.ts'
import { fold } from '../../../app/folding.ts'
import { readPhone } from '../../../app/phone.ts'
import { readEntries } from '../../../db/lists/entries.ts'
import { readAllUsers } from '../../../db/staff.ts'
import type { Reading } from '../../../db/tables.ts'
import { Listing } from './listing.ts'
import type { DraftedRow, ImportedClient } from './reading/imported.ts'
import type { ImportField, Mapping } from './reading/headings.ts'

/** Whether a card can be kept: a window could not open one that is over the contract's limits. */
export const fits = (card: ClientDraft): boolean => clientDraft.safeParse(card).success

/** The country by which the numbers on a card are read: its address's, else the office's. */
export function countryOfCard(card: Pick<ClientDraft, 'addresses'>, office: string): CountryCode | undefined {
  const country = card.addresses?.find((address) => address.country)?.country ?? office
  return isCountryCode(country) ? country : undefined
}

/** Turns what a file tells into what a card holds. */
export class CardMaker {
  readonly #listing: Listing
  readonly #managers: ReadonlyMap<string, number>
  readonly #mapping: Mapping
  /** The office's country. */
  readonly country: string

  private constructor(
    entries: readonly ListEntry[],
    managers: readonly { id: number; name: string }[],
    mapping: Mapping,
    country: string,
  ) {
    this.#listing = new Listing(entries)
    this.#managers = new Map(managers.map((manager) => [fold(manager.name), manager.id]))
    this.#mapping = mapping
    this.country = country
  }

  static async read(base: Reading, mapping: Mapping, country: string): Promise<CardMaker> {
    return new CardMaker(await readEntries(base), await readAllUsers(base), mapping, country)
  }

  /** What the office has no list entry or no field for is kept in the notes, under the file's own heading. */
  draftOf(row: ImportedClient): ClientDraft {
    const statusId = row.status === undefined ? undefined : this.#listing.idOf('status', row.status)
    const managerId = row.manager === undefined ? undefined : this.#managers.get(fold(row.manager))
    const { card: listed, unknown } = this.#listing.read(row)
    const birthday = row.birthday !== undefined && isBirthday(row.birthday)
    const notes = [
      ...row.notes,
      ...(row.status !== undefined && statusId === undefined ? [this.#noted('status', row.status)] : []),
      ...(row.manager !== undefined && managerId === undefined ? [this.#noted('manager', row.manager)] : []),
      ...unknown.map(([field, text]) => this.#noted(field, text)),
      ...(row.birthday === undefined || birthday ? [] : [this.#noted('birthday', row.birthday)]),
    ].join('\n')
    const addresses = row.addresses.map((address) => ({ ...address }))
    const country = countryOfCard({ addresses }, this.country)
    return {
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
      ...(birthday ? { birthday: row.birthday } : {}),
      notes,
    }
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
  const card = row.draft && { ...cards.draftOf(row.draft), ...(photo === undefined ? {} : { photo }) }
  return card && !fits(card) ? tooLong(row) : { ...row, card }
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
