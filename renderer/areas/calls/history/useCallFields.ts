import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { callFields, seesCallField, type CallField, type CallFieldKind } from '../../../../app/callFields.ts'
import type { CallDirection, CallOutcome } from '../../../../app/calls.ts'
import type { Value } from '../../../../app/criteria.ts'
import { useAccount } from '../../../shell/account.ts'
import { useLanguage } from '../../../shell/language/language.ts'
import { useNotation } from '../../../shell/language/notation.ts'
import { ask } from '../../../shell/office/office.ts'
import { countryFor } from '../../clients/cardWords.ts'
import { dateLabel } from '../../clients/useClientFields.ts'
import { useKnownClients } from './known.ts'

/** A field of calls by which one filters, groups and counts, in the reader's words. */
export interface CallFieldInWords extends CallFieldKind {
  readonly id: CallField
  readonly title: string
  /** A value as a person reads it; of dates also a year YYYY or a month YYYY-MM. Null: nothing there. */
  label(value: Value): string
}

const nobody: readonly { readonly id: number; readonly name: string }[] = []

/** The fields that the reader sees, in the order of `app/callFields.ts`. The same array until a word changes. */
export function useCallFields(): readonly CallFieldInWords[] {
  const { t } = useTranslation()
  const { grant } = useAccount()
  const language = useLanguage((state) => state.language)
  const notation = useNotation()
  const clients = useKnownClients((state) => state.names)
  const { data } = useQuery(ask.callHistory.names.queryOptions())
  return useMemo(() => {
    const { people = nobody, exchanges = nobody } = data ?? {}
    const named = (list: typeof nobody) => {
      const names = new Map(list.map(({ id, name }) => [id, name]))
      return (value: Value) => names.get(Number(value)) ?? t('callHistory.gone')
    }
    const two = (hour: number) => `${String(hour % 24).padStart(2, '0')}:00`
    const labels: Record<NonNullable<CallFieldKind['values']>, (value: Value) => string> = {
      directions: (value) => t(`callHistory.directions.${value as CallDirection}`),
      outcomes: (value) => t(`callOutcomes.${value as CallOutcome}`),
      returns: (value) => t(`callHistory.returns.${value as 'waiting' | 'returned'}`),
      lengths: (value) => t(`callHistory.lengths.${String(value) as '0'}`),
      hours: (value) => `${two(Number(value))}–${two(Number(value) + 1)}`,
      weekdays: (value) => t('callHistory.weekdays').split('|')[Number(value) - 1] ?? String(value),
      people: named(people),
      clients: (value) => clients.get(Number(value)) ?? t('callHistory.someClient', { id: value }),
      exchanges: named(exchanges),
      countries: (value) => countryFor(String(value), language),
      stars: (value) => '★'.repeat(Number(value)),
      words: String,
    }
    const yesNo = (value: Value) => (value === 1 ? t('log.yes') : t('log.no'))
    return callFields
      .filter((field: CallFieldKind) => seesCallField(grant, field))
      .map((field: CallFieldKind & { id: CallField }): CallFieldInWords => {
        const { values, type } = field
        const own =
          values !== undefined
            ? labels[values]
            : type === 'date'
              ? dateLabel(t, notation)
              : type === 'yes-no'
                ? yesNo
                : String
        return {
          ...field,
          title: t(`callFields.${field.id}`),
          label: (value) => {
            if (value !== null && value !== '') return own(value)
            // Without an outcome a call is not over yet.
            return field.id === 'outcome' ? t('callHistory.onLine') : t('grid.filter.nothing')
          },
        }
      })
  }, [t, grant, language, notation, clients, data])
}
