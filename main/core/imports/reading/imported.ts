import type { ProblemReason } from '../../../../app/contract/imports.ts'
import type { ReadPhone } from '../../../../app/phone.ts'
import type { DraftAddress } from './addresses.ts'
import type { ImportField } from './heading-words.ts'
import type { DraftName, Kind } from './naming.ts'

/** Fields that are read from a text of the file once the office's lists are known. */
export const listedFields = [
  'relations', 'category', 'source', 'groups', 'priceList', 'discount', 'bonusCard', 'creditLimit', 'messengers', 'socialPages',
] as const satisfies readonly ImportField[] // prettier-ignore
export type ListedField = (typeof listedFields)[number]

/**
 * What is wrong with a row. What the table finds and `no-name` refuse it, `too-long` where nothing could be kept
 * elsewhere; with the others the value goes into the notes, the row comes in.
 */
export interface ImportProblem {
  readonly row: number
  /** An `ImportField`, or "row" for the row as a whole. */
  readonly field: ImportField | 'row'
  readonly reason: ProblemReason
  /** What the office calls the field, of one of its own. */
  readonly name?: string
  /** Whether the row is refused; else only this value went into the notes. */
  readonly refused: boolean
}

export interface DraftPhone extends ReadPhone {
  readonly label?: string
}

/** An organisation as a row names it, and what the person is there. */
export interface Employer {
  readonly name: string
  readonly position?: string
}

/** A client as a row tells of it. Nothing of the row is lost: what has no field of its own is in the notes. */
export interface ImportedClient {
  readonly kind: Kind
  readonly names: readonly DraftName[]
  readonly code?: string
  readonly contacts: readonly { readonly name: string; readonly position?: string }[]
  /** The organisation where this person works, and as what. */
  readonly employer?: Employer
  readonly phones: readonly DraftPhone[]
  readonly emails: readonly string[]
  /** What an e-mail address is used for, where the row says it. */
  readonly emailLabels?: Readonly<Record<string, string>>
  readonly addresses: readonly DraftAddress[]
  readonly websites: readonly string[]
  readonly notes: readonly string[]
  /** Name of a status and of a member of staff, as the file has them. */
  readonly status?: string
  readonly manager?: string
  /** Of documents, BCP 47. */
  readonly language?: string
  /** YYYY-MM-DD, or --MM-DD. */
  readonly birthday?: string
  /** Names of entries of lists, several with a semicolon between, and amounts, as the file has them. */
  readonly lists?: Readonly<Partial<Record<ListedField, string>>>
  /** What columns say that became fields of the office's own, by the field's id. */
  readonly custom?: ReadonlyMap<number, string>
}

export interface DraftedRow {
  readonly row: number
  readonly mended: boolean
  /** Null where the row is refused. */
  readonly draft: ImportedClient | null
  readonly problems: readonly ImportProblem[]
  /** The picture that came with the card of a person. */
  readonly photo?: Picture
}

export interface Picture {
  /** image/jpeg … */
  readonly type: string
  readonly bytes: Uint8Array
}
