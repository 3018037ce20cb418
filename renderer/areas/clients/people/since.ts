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
