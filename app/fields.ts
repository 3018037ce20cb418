import type { Field } from './criteria.ts'
import type { HideableField } from './rights.ts'

/** A field by which a table and its charts choose, order, group and count records of one kind. */
export interface RecordField extends Field {
  /** The right of seeing it, where a role can be kept from it. */
  readonly hides?: HideableField
  /** What one of it is kept as: a percent as 100 hundredths. Money goes by its currency. */
  readonly scale?: number
  /** A record can have several values. */
  readonly many?: true
  /** Whose the values of a choice are: they are ids, codes, or words as somebody typed them. */
  readonly values?: string
}

export const isGroupable = ({ type }: RecordField): boolean =>
  type === 'choice' || type === 'yes-no' || type === 'date'

/** What can be added up. */
export const isSummable = ({ type }: RecordField): boolean => type === 'number' || type === 'money'
