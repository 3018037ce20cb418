import i18next from 'i18next'
import type { CallListSource } from '../../../../app/contract/callLists.ts'
import { toast } from '../../../kit/toasts.ts'
import { sentenceOf } from '../../../shell/errors.ts'
import { useLanguage } from '../../../shell/language/language.ts'
import { notationOf } from '../../../shell/language/notation.ts'
import { office } from '../../../shell/office/office.ts'

/** Adds people to a list and says how many came onto it, and why others did not. */
export async function addPeople(list: number, source: CallListSource): Promise<boolean> {
  const { t } = i18next
  const { number } = notationOf(useLanguage.getState().language)
  try {
    const { added, known, withoutNumber, full } = await office.callLists.add({ id: list, source })
    const said = (['known', 'withoutNumber', 'full'] as const)
      .map((why) => ({ why, count: { known, withoutNumber, full }[why] }))
      .filter(({ count }) => count > 0)
      .map(({ why, count }) => t(`callLists.${why}`, { count, shown: number(count) }))
    toast({
      tone: added > 0 ? 'good' : 'warn',
      text: [t('callLists.added', { count: added, shown: number(added) }), ...said].join(' '),
    })
    return true
  } catch (error) {
    toast({ tone: 'bad', text: sentenceOf(error), seconds: 0 })
    return false
  }
}
