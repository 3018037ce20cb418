import type { ImportField, SuggestedColumn } from '../../../../app/contract/imports.ts'

const naming: ReadonlySet<ImportField> = new Set(['name', 'company', 'firstName', 'lastName', 'contactName'])

/** Without a name no row can become a client. */
export const hasName = (mapping: readonly SuggestedColumn[]): boolean =>
  mapping.some((entry) => naming.has(entry.field))

/** Fields that come in several languages. */
export const hasLanguage = (field: ImportField): boolean => field === 'name' || field === 'company'

/** A column that becomes something else: what was said beside the old field goes, a note keeps its heading. */
export function becomes({ column, heading }: SuggestedColumn, field: ImportField): SuggestedColumn {
  return { column, heading, field, ...(field === 'note' ? { label: heading.slice(0, 60) } : {}) }
}

/** With or without a language or a label. */
export function said(entry: SuggestedColumn, what: 'language' | 'label', value: string): SuggestedColumn {
  const { [what]: _before, ...rest } = entry
  return value === '' ? rest : { ...rest, [what]: value }
}
