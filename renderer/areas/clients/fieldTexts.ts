import type { TFunction } from 'i18next'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { ClientAddress, ClientName } from '../../../app/contract/clients.ts'
import { useLanguage } from '../../shell/language/language.ts'
import { useNotation, type Notation } from '../../shell/language/notation.ts'
import { addressLines, labelOf, languageName } from './cardWords.ts'
import { useManagers, useStatuses } from './lists.ts'

/** In the order in which the card has them. */
const named = [
  'names',
  'kind',
  'status',
  'phones',
  'emails',
  'addresses',
  'contacts',
  'manager',
  'language',
  'code',
  'websites',
  'notes',
  'photo',
  'files',
  'binnedAt',
  'merged',
  'mergedInto',
  'apart',
] as const

/** Where on the card a field stands; for sorting. */
export const placeOnCard = (field: string): number => (named as readonly string[]).indexOf(field)

/** Fields of a client, named as the operation log does, in words a person reads. */
export interface FieldTexts {
  name(field: string): string
  /** What stands in the field, one text for each line of a list; none where it is empty. */
  items(field: string, value: unknown): string[]
}

export function useFieldTexts(): FieldTexts {
  const { t } = useTranslation()
  const language = useLanguage((state) => state.language)
  const notation = useNotation()
  const statuses = useStatuses()
  const managers = useManagers()
  return useMemo(
    () => ({
      name: (field) => {
        const known = named.find((one) => one === field)
        return known === undefined ? field : t(`clients.fields.${known}`)
      },
      items: (field, value) =>
        lines(value).map((item) => textOf(item, field, { t, language, notation, statuses, managers })),
    }),
    [t, language, notation, statuses, managers],
  )
}

const lines = (value: unknown): readonly unknown[] =>
  value === null || value === undefined || value === '' ? [] : Array.isArray(value) ? value : [value]

interface Words {
  readonly t: TFunction
  readonly language: string
  readonly notation: Notation
  readonly statuses: ReturnType<typeof useStatuses>
  readonly managers: ReturnType<typeof useManagers>
}

function textOf(value: unknown, field: string, words: Words): string {
  const { t, language, notation, statuses, managers } = words
  const of = (list: readonly { id: number; name: string }[]) =>
    list.find(({ id }) => id === value)?.name ?? t('clients.history.gone')
  const row = value as Record<string, string | undefined>
  switch (field) {
    case 'kind':
      return value === 'person' ? t('clients.kinds.person') : t('clients.kinds.organisation')
    case 'status':
      return of(statuses)
    case 'manager':
      return of(managers)
    case 'language':
      return languageName(String(value))
    case 'names': {
      const { text, language: own } = value as ClientName
      return own === undefined ? text : `${text} (${languageName(own)})`
    }
    case 'phones':
      return joined(row.typed, labelOf(t, row.label))
    case 'emails':
      return joined(row.address, labelOf(t, row.label))
    case 'addresses':
      return addressLines(value as ClientAddress, language).join(', ')
    case 'contacts':
      return joined(row.name, row.position)
    case 'merged':
    case 'mergedInto':
    case 'apart':
      return String(row.name)
    case 'photo':
      return t('files.photo.picture')
    case 'websites':
      return String(row.address)
    case 'binnedAt':
      return notation.dayAndTime(Number(value))
    default:
      return String(value)
  }
}

const joined = (...parts: readonly (string | undefined)[]) => parts.filter(Boolean).join(' · ')
