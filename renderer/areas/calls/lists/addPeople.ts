import i18next from 'i18next'
import type { CallListSource } from '../../../../app/contract/callLists.ts'
import { toast } from '../../../kit/toasts.ts'
import { sentenceOf } from '../../../shell/errors.ts'
import { useLanguage } from '../../../shell/language/language.ts'
import { notationOf } from '../../../shell/language/notation.ts'
import { office } from '../../../shell/office/office.ts'

interface Counts {
  readonly added: number
  readonly known: number
  readonly withoutNumber: number
  readonly full?: number
}

/** How many came onto it, and why others did not. */
export function saidOfAdding({ added, known, withoutNumber, full = 0 }: Counts): string {
  const { t } = i18next
  const { number } = notationOf(useLanguage.getState().language)
  const left = (['known', 'withoutNumber', 'full'] as const)
    .map((why) => ({ why, count: { known, withoutNumber, full }[why] }))
    .filter(({ count }) => count > 0)
    .map(({ why, count }) => t(`callLists.${why}`, { count, shown: number(count) }))
  return [t('callLists.added', { count: added, shown: number(added) }), ...left].join(' ')
}

/** Adds people to a list and says what became of it. */
export async function addPeople(list: number, source: CallListSource): Promise<boolean> {
  try {
    const counts = await office.callLists.add({ id: list, source })
    toast({ tone: counts.added > 0 ? 'good' : 'warn', text: saidOfAdding(counts) })
    return true
  } catch (error) {
    toast({ tone: 'bad', text: sentenceOf(error), seconds: 0 })
    return false
  }
}
