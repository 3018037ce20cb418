import { ORPCError } from '@orpc/client'
import i18next from 'i18next'
import type { ErrorCode } from '../../app/errors.ts'
import type { RecordingProblem } from '../../app/recordings.ts'
import { notationOf } from './language/notation.ts'
import { useLanguage } from './language/language.ts'

/** The code of a refusal of the office; undefined for anything else that went wrong. */
export function codeOf(error: unknown): ErrorCode | undefined {
  return error instanceof ORPCError && error.defined ? (error.code as ErrorCode) : undefined
}

/** What went wrong as a sentence in the reader's language: what happened, what was kept, what to do. */
export function sentenceOf(error: unknown): string {
  const { t } = i18next
  const code = codeOf(error)
  if (code === undefined) {
    if (!(error instanceof ORPCError)) return t('errors.unreachable')
    return error.code === 'BAD_REQUEST' ? t('errors.badInput') : t('errors.broken')
  }
  const notation = notationOf(useLanguage.getState().language)
  const data = ((error as ORPCError<string, unknown>).data ?? {}) as Record<string, string | number | null>
  switch (code) {
    case 'LOCKED': {
      const seconds = Number(data.seconds)
      const minutes = Math.ceil(seconds / 60)
      const time =
        seconds < 90
          ? t('errors.seconds', { count: seconds, shown: notation.number(seconds) })
          : t('errors.minutes', { count: minutes, shown: notation.number(minutes) })
      return t('errors.LOCKED', { time })
    }
    case 'TOO_LARGE':
      return t('errors.TOO_LARGE', { most: notation.number(Math.floor(Number(data.most) / 1024 / 1024)) })
    case 'BAD_PATTERN':
      return t(`errors.BAD_PATTERN_${data.fault as 'empty'}`, { piece: data.piece })
    case 'BAD_LINE_PATTERN':
      return t(`errors.BAD_LINE_PATTERN_${data.fault as 'barcode'}`)
    case 'CALL_LIMIT': {
      const money = (amount: unknown) =>
        notation.money({ amount: Number(amount), currency: String(data.currency) })
      return t('errors.CALL_LIMIT', { amount: money(data.amount), spent: money(data.spent) })
    }
    case 'TOO_MANY_RATES':
      return t('errors.TOO_MANY_RATES', { most: notation.number(Number(data.most)) })
    case 'PERIOD_CLOSED':
      return t('errors.PERIOD_CLOSED', { until: notation.date(String(data.until)) })
    case 'PRICE_CHANGED':
      return t('errors.PRICE_CHANGED', {
        total: notation.money({ amount: Number(data.total), currency: String(data.currency) }),
      })
    case 'NOT_PAID':
      return t('errors.NOT_PAID', {
        open: notation.money({ amount: Number(data.open), currency: String(data.currency) }),
      })
    case 'DISCOUNT_LIMIT':
      return t('errors.DISCOUNT_LIMIT', { most: notation.percent(Number(data.most)) })
    case 'SHORTAGE':
      return t('errors.SHORTAGE', { names: ((data as { names?: unknown }).names as string[]).join(', ') })
    case 'PLACE_UNUSABLE':
      return t(`errors.PLACE_UNUSABLE_${data.reason as 'missing' | 'locked' | 'inside'}`, { path: data.path })
    case 'TELEPHONE':
      return t(`errors.TELEPHONE_${data.why as 'refused'}`)
    case 'RECORDING':
      return t(`errors.RECORDING_${data.why as RecordingProblem}`)
    case 'CHANGED_MEANWHILE':
      return t('errors.CHANGED_MEANWHILE', {
        by: data.by ?? t('errors.somebody'),
        at: notation.when(Number(data.at)),
      })
    default:
      return String(t(`errors.${code}`, data as never))
  }
}
