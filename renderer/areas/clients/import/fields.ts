import type { TFunction } from 'i18next'
import {
  importFields,
  type ImportField,
  type ImportPreview,
  type SuggestedColumn,
} from '../../../../app/contract/imports.ts'
import type { NamedField } from '../lists.ts'

const naming: ReadonlySet<ImportField> = new Set([
  'name',
  'company',
  'employer',
  'firstName',
  'lastName',
  'contactName',
])

/** Without a name no row can become a client. */
export const hasName = (mapping: readonly SuggestedColumn[]): boolean =>
  mapping.some((entry) => naming.has(entry.field))

/** Cards say themselves what is what; the company alone becomes one of these. */
const ofCards = ['employer', 'note'] as const satisfies readonly ImportField[]

/** Whether the file is one of contact cards: it has no columns. */
export const isOfCards = ({ delimiter }: ImportPreview): boolean => delimiter === ''

export const cardChoices = (t: TFunction): { id: string; label: string }[] =>
  ofCards.map((id) => ({ id, label: t(`imports.fields.${id}`) }))

/** Fields that come in several languages. */
export const hasLanguage = (field: ImportField): boolean => field === 'name' || field === 'company'

/** What a column can become: the fields of every office, then its own; leaving it out stands last. */
export function fieldChoices(t: TFunction, own: readonly NamedField[]): { id: string; label: string }[] {
  const every = importFields.filter((field) => field !== 'custom' && field !== 'ignore')
  return [
    ...every.map((id) => ({ id, label: t(`imports.fields.${id}`) })),
    ...own.filter(({ retired }) => !retired).map(({ id, shown }) => ({ id: ownChoice(id), label: shown })),
    { id: 'ignore', label: t('imports.fields.ignore') },
  ]
}

const ownChoice = (id: number | undefined) => `custom.${id}`

/** Which of the choices a column is. */
export const choiceOf = ({ field, custom }: SuggestedColumn): string =>
  field === 'custom' ? ownChoice(custom) : field

/** A column that becomes something else: what was said beside the old field goes, a note keeps its heading. */
export function becomes({ column, heading }: SuggestedColumn, choice: string): SuggestedColumn {
  const id = /^custom\.(\d+)$/.exec(choice)?.[1]
  if (id !== undefined) return { column, heading, field: 'custom', custom: Number(id) }
  const field = importFields.find((known) => known === choice) ?? 'ignore'
  return { column, heading, field, ...(field === 'note' ? { label: heading.slice(0, 60) } : {}) }
}

/** The sheet of a workbook that a preview is of, as it is asked for again. */
export const sheetOf = ({ sheet }: ImportPreview): { sheet?: string } => (sheet === null ? {} : { sheet })

/** With or without a language or a label. */
export function said(entry: SuggestedColumn, what: 'language' | 'label', value: string): SuggestedColumn {
  const { [what]: _before, ...rest } = entry
  return value === '' ? rest : { ...rest, [what]: value }
}
