import { ORPCError } from '@orpc/client'
import type { TFunction } from 'i18next'
import { unreadableReasons, type ImportProblem } from '../../../../app/contract/imports.ts'
import { codeOf, sentenceOf } from '../../../shell/errors.ts'

const mappingReasons = [
  'not-an-object',
  'no-such-heading',
  'no-such-field',
  'bad-language',
  'bad-label',
] as const

/** What went wrong with an import, as a sentence: of a file that is no list, what it is and what to do with it. */
export function importSentence(t: TFunction, error: unknown): string {
  const data = ((error instanceof ORPCError ? error.data : undefined) ?? {}) as Record<string, unknown>
  switch (codeOf(error)) {
    case 'FILE_UNREADABLE': {
      const reason = unreadableReasons.find((known) => known === data.reason)
      return reason === undefined ? sentenceOf(error) : t(`imports.unreadable.${reason}`)
    }
    case 'BAD_MAPPING': {
      const reason = mappingReasons.find((known) => known === data.reason)
      return reason === undefined
        ? sentenceOf(error)
        : t(`imports.mapping.${reason}`, { heading: String(data.heading) })
    }
    case 'NOT_FOUND':
      return t('imports.file.gone')
    case 'BUSY':
      return data.what === 'import' ? t('imports.busy') : sentenceOf(error)
    default:
      return sentenceOf(error)
  }
}

/** "E-mail: not an e-mail address; it goes into the notes" */
export function problemSentence(t: TFunction, { field, name, reason, refused }: ImportProblem): string {
  const said = reason === 'too-long' && !refused ? t('imports.tooLongKept') : t(`imports.reason.${reason}`)
  return `${name ?? t(`imports.fields.${field}`)}: ${said}`
}
