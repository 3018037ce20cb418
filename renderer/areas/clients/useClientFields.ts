import type { TFunction } from 'i18next'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { clientFields, type ClientFieldKind } from '../../../app/clientFields.ts'
import type { Value } from '../../../app/criteria.ts'
import { useAccount, useSees } from '../../shell/account.ts'
import { useLanguage } from '../../shell/language/language.ts'
import { useNotation, type Notation } from '../../shell/language/notation.ts'
import { countryFor, languageName } from './cardWords.ts'
import { useEntryNames, useManagers } from './lists.ts'

/** A field of clients by which one filters, groups and counts, in the reader's words. */
export interface ClientFieldInWords extends ClientFieldKind {
  readonly title: string
  /** A value as a person reads it; of dates also a year YYYY or a month YYYY-MM. Null: nothing there. */
  label(value: Value): string
}

/** The fields that the reader sees, in the order of `app/clientFields.ts`. */
export function useClientFields(): readonly ClientFieldInWords[] {
  const { t } = useTranslation()
  const { grant } = useAccount()
  const sees = useSees()
  const language = useLanguage((state) => state.language)
  const notation = useNotation()
  const entries = useEntryNames()
  const managers = useManagers()
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
      words: String,
    }
    return clientFields
      .filter(({ ...field }: ClientFieldKind) => field.hides === undefined || sees(field.hides))
      .map((field): ClientFieldInWords => {
        const { values, type }: ClientFieldKind = field
        const own = values ? labels[values] : type === 'date' ? dateLabel(t, notation) : String
        return {
          ...field,
          title: t(`clientFields.${field.id}`),
          label: (value) => (value === null || value === '' ? t('grid.filter.nothing') : own(value)),
        }
      })
    // `sees` is made anew at each drawing; what it says follows from the grant.
    // eslint-disable-next-line react/exhaustive-deps
  }, [t, grant, language, notation, entries, managers])
}

const dateLabel =
  (t: TFunction, notation: Notation) =>
  (value: Value): string => {
    const [year = '', month, day] = String(value).split('-')
    if (month === undefined) return year
    if (day !== undefined) return notation.day(Date.parse(`${String(value)}T12:00:00`))
    return `${t('shell.months').split('|')[Number(month) - 1] ?? month} ${year}`
  }
