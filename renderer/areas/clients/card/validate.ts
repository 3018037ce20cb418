import type { TFunction } from 'i18next'
import { get, set, type FieldErrors, type Resolver } from 'react-hook-form'
import type { z } from 'zod'
import { clientDraft } from '../../../../app/contract/clients.ts'
import { customKey, draftOf, placesOf, type CardValues, type ListName } from './cardValues.ts'

const lists: readonly PropertyKey[] = [
  'names',
  'phones',
  'emails',
  'addresses',
  'contacts',
  'websites',
  'messengers',
  'socialPages',
  'otherNotes',
] satisfies ListName[]

/** The contract's own schema as react-hook-form asks for it, its findings in the reader's words. */
export function cardResolver(t: TFunction): Resolver<CardValues, unknown, CardValues> {
  return (values, _context, { fields }) => {
    const { error } = clientDraft.safeParse(draftOf(values))
    if (!error) return { values, errors: {} }
    const errors: FieldErrors<CardValues> = {}
    for (const issue of error.issues) {
      const path = fieldPath(values, issue.path)
      if (get(errors, path) !== undefined) continue
      const field = get(fields, path) as { ref?: unknown } | undefined
      set(errors, path, { type: issue.code, message: sentence(t, issue), ref: field?.ref })
    }
    return { values: {}, errors }
  }
}

/** Where in the form an issue belongs: lines that say nothing were left out before the schema saw the others. */
function fieldPath(values: CardValues, path: readonly PropertyKey[]): string {
  const [list, place, ...rest] = path
  if (list === 'custom') return `custom.${customKey(String(place))}`
  if (list === 'names' && place === undefined) return 'names.0.text'
  if (typeof place !== 'number' || !lists.includes(list!)) return path.map(String).join('.')
  const own = placesOf(values, list as ListName)[place] ?? place
  return [list, own, ...rest].map(String).join('.')
}

/** What was typed is no number. */
const isNumber = ({ path }: z.core.$ZodIssue): boolean =>
  path[0] === 'discount' || path[0] === 'creditLimit' || path[0] === 'custom'

function sentence(t: TFunction, issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'custom':
      return issue.path[0] === 'birthday' ? t('fields.problems.birthday') : t('clients.problems.wrong')
    case 'invalid_union':
      return t('fields.problems.number')
    case 'too_big':
      if (issue.path[0] === 'discount') return t('fields.problems.discount')
      return issue.origin === 'array'
        ? t('clients.problems.tooMany', { most: Number(issue.maximum) })
        : t('clients.problems.tooLong', { most: Number(issue.maximum) })
    case 'invalid_format':
      return issue.path[0] === 'emails' ? t('clients.problems.email') : t('clients.problems.wrong')
    case 'too_small':
    case 'invalid_type':
      if (isNumber(issue)) return t('fields.problems.number')
      return issue.path[0] === 'emails' ? t('clients.problems.email') : t('clients.problems.required')
    default:
      return t('clients.problems.wrong')
  }
}
