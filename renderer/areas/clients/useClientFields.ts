import type { TFunction } from 'i18next'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { refusable } from '../../../app/voice.ts'
import { clientFields, customKind, type ClientFieldKind } from '../../../app/clientFields.ts'
import type { Value } from '../../../app/criteria.ts'
import { useAccount, useSees } from '../../shell/account.ts'
import { useLanguage } from '../../shell/language/language.ts'
import { useNotation, type Notation } from '../../shell/language/notation.ts'
import { countryFor, languageName } from './cardWords.ts'
import { useCustomFields, useEntryNames, useManagers } from './lists.ts'

/** A field of clients by which one filters, groups and counts, in the reader's words. */
export interface ClientFieldInWords extends ClientFieldKind {
  readonly title: string
  /** A value as a person reads it; of dates also a year YYYY or a month YYYY-MM. Null: nothing there. */
  label(value: Value): string
}

/** The fields that the reader sees, in the order of `app/clientFields.ts`, then the office's own. */
export function useClientFields(): readonly ClientFieldInWords[] {
  const { t } = useTranslation()
  const { grant } = useAccount()
  const sees = useSees()
  const language = useLanguage((state) => state.language)
  const notation = useNotation()
  const entries = useEntryNames()
  const managers = useManagers()
  const custom = useCustomFields()
  return useMemo(() => {
    const named = (names: ReadonlyMap<number, string>) => (value: Value) =>
      names.get(Number(value)) ?? t('clients.history.gone')
    const people = new Map(managers.map(({ id, name }) => [id, name]))
    const labels: Record<NonNullable<ClientFieldKind['values']>, (value: Value) => string> = {
      kinds: (value) => (value === 'person' ? t('clients.kinds.person') : t('clients.kinds.organisation')),
      entries: named(entries),
      people: named(people),
      countries: (value) => countryFor(String(value), language),
      languages: (value) => languageName(String(value)),
      channels: (value) => {
        const channel = refusable.find((one) => one === value)
        return channel === undefined ? String(value) : t(`voice.refusals.${channel}`)
      },
      words: String,
    }
    const yesNo = (value: Value) => (value === 1 ? t('log.yes') : t('log.no'))
    const all: (ClientFieldKind & { title: string })[] = [
      ...clientFields.map((field) => ({ ...field, title: t(`clientFields.${field.id}`) })),
      ...custom
        .filter(({ retired }) => !retired)
        .map((field) => ({ ...customKind(field), title: field.shown })),
    ]
    return all
      .filter((field) => field.hides === undefined || sees(field.hides))
      .map((field): ClientFieldInWords => {
        const { values, type } = field
        const plain = { date: dateLabel(t, notation), 'yes-no': yesNo }[type as string] ?? String
        const own = values ? labels[values] : plain
        return {
          ...field,
          label: (value) => (value === null || value === '' ? t('grid.filter.nothing') : own(value)),
        }
      })
    // `sees` is made anew at each drawing; what it says follows from the grant.
    // eslint-disable-next-line react/exhaustive-deps
  }, [t, grant, language, notation, entries, managers, custom])
}

/** Days, months YYYY-MM and years YYYY as a person reads them. */
export const dateLabel =
  (t: TFunction, notation: Notation) =>
  (value: Value): string => {
    const [year = '', month, day] = String(value).split('-')
    if (month === undefined) return year
    if (day !== undefined) return notation.day(Date.parse(`${String(value)}T12:00:00`))
    return `${t('shell.months').split('|')[Number(month) - 1] ?? month} ${year}`
  }
