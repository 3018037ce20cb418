import { useTranslation } from 'react-i18next'
import { useNotation } from '../../../shell/language/notation.ts'

/** Between which days somebody works at a place, in words; undefined where nobody said. */
export function useSince(): (days: {
  since?: string | undefined
  until?: string | undefined
}) => string | undefined {
  const { t } = useTranslation()
  const notation = useNotation()
  const day = (text: string) => notation.day(new Date(`${text}T12:00:00`).getTime())
  return ({ since, until }) => {
    if (until) return t('people.until', { day: day(until) })
    return since ? t('people.since', { day: day(since) }) : undefined
  }
}

/** Today on this computer, as business days are written. */
export function today(): string {
  const now = new Date()
  const two = (number: number) => String(number).padStart(2, '0')
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`
}
