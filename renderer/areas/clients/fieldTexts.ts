import type { TFunction } from 'i18next'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { ClientAddress, ClientName } from '../../../app/contract/clients.ts'
import { refusable } from '../../../app/voice.ts'
import type { Money } from '../../../app/contract/lists.ts'
import { useLanguage } from '../../shell/language/language.ts'
import { useNotation, type Notation } from '../../shell/language/notation.ts'
import { addressLines, labelOf, languageName } from './cardWords.ts'
import { useCustomFields, useEntryNames, useManagers } from './lists.ts'

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
  'otherNotes',
  'relations',
  'category',
  'source',
  'groups',
  'priceList',
  'discount',
  'bonusCard',
  'creditLimit',
  'birthday',
  'messengers',
  'socialPages',
  'binnedAt',
  'merged',
  'mergedInto',
  'apart',
] as const

/** What the log says of remarks. */
const ofRemarks = ['remark', 'due', 'remarkPinned', 'remarkDone'] as const

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
  const entries = useEntryNames()
  const managers = useManagers()
  const fields = useCustomFields()
  return useMemo(
    () => ({
      name: (field) => {
        const remark = ofRemarks.find((one) => one === field)
        if (remark) return t(`timeline.fields.${remark}`)
        if (field === 'refusals') return t('voice.refusals.title')
        const known = named.find((one) => one === field)
        const own = fields.find(({ id }) => field === `custom.${id}`)
        if (own) return own.shown
        return known === undefined ? field : t(`clients.fields.${known}`)
      },
      items: (field, value) =>
        lines(value).map((item) => textOf(item, field, { t, language, notation, entries, managers, fields })),
    }),
    [t, language, notation, entries, managers, fields],
  )
}

const lines = (value: unknown): readonly unknown[] =>
  value === null || value === undefined || value === '' ? [] : Array.isArray(value) ? value : [value]

interface Words {
  readonly t: TFunction
  readonly language: string
  readonly notation: Notation
  readonly entries: ReturnType<typeof useEntryNames>
  readonly fields: ReturnType<typeof useCustomFields>
  readonly managers: ReturnType<typeof useManagers>
}

function textOf(value: unknown, field: string, words: Words): string {
  const { t, language, notation, entries, managers } = words
  if (field.startsWith('custom.')) return customText(value, field, words)
  const row = value as Record<string, string | undefined>
  switch (field) {
    case 'kind':
      return value === 'person' ? t('clients.kinds.person') : t('clients.kinds.organisation')
    case 'status':
    case 'category':
    case 'source':
    case 'priceList':
    case 'relations':
    case 'groups':
      return entries.get(Number(value)) ?? t('clients.history.gone')
    case 'refusals': {
      const channel = refusable.find((one) => one === value)
      return channel === undefined ? String(value) : t(`voice.refusals.${channel}`)
    }
    case 'manager':
      return managers.find(({ id }) => id === value)?.name ?? t('clients.history.gone')
    case 'discount':
      return notation.percent(Number(value))
    case 'creditLimit':
      return notation.money(value as Money)
    case 'birthday':
      return notation.date(String(value))
    case 'messengers':
    case 'socialPages':
      return joined(row.network, row.address)
    case 'otherNotes':
      return `${String(row.text)} (${languageName(String(row.language))})`
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
    case 'contacts': {
      const day = (text: string) => notation.day(new Date(`${text}T12:00:00`).getTime())
      return joined(
        row.name,
        row.position,
        row.until === undefined ? undefined : t('people.until', { day: day(row.until) }),
        row.personId === undefined ? undefined : t('people.hasCard'),
      )
    }
    case 'merged':
    case 'mergedInto':
    case 'apart':
      return String(row.name)
    case 'photo':
      return t('files.photo.picture')
    case 'remarkPinned':
    case 'remarkDone':
      return value === true ? t('log.yes') : t('log.no')
    case 'websites':
      return String(row.address)
    case 'binnedAt':
      return notation.dayAndTime(Number(value))
    default:
      return String(value)
  }
}

/** A value of a field of the office's own; one that is gone from the lists as it stands. */
export function customText(
  value: unknown,
  field: string,
  { t, notation, entries, fields }: Pick<Words, 't' | 'notation' | 'entries' | 'fields'>,
): string {
  const { type } = fields.find(({ id }) => field === `custom.${id}`) ?? {}
  if (typeof value === 'boolean') return value ? t('log.yes') : t('log.no')
  if (typeof value === 'object' && value !== null) return notation.money(value as Money)
  if (type === 'choice') return entries.get(Number(value)) ?? t('clients.history.gone')
  if (type === 'date') return notation.date(String(value))
  return typeof value === 'number' ? notation.number(value, { maximumFractionDigits: 10 }) : String(value)
}

const joined = (...parts: readonly (string | undefined)[]) => parts.filter(Boolean).join(' · ')
