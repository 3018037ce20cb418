import i18next from 'i18next'
import type { CallListSource } from '../../../../app/contract/callLists.ts'
import { toast } from '../../../kit/toasts.ts'
import { sentenceOf } from '../../../shell/errors.ts'
import { office } from '../../../shell/office/office.ts'
import { saidOfAdding } from '../lists/addPeople.ts'

/** Adds people to a voice message and says how many want none. */
export async function addToMessage(id: number, source: CallListSource): Promise<boolean> {
  try {
    const { unwanted, ...counts } = await office.voiceMessages.add({ id, source })
    const refused =
      unwanted > 0 ? [i18next.t('voice.unwanted', { count: unwanted, shown: String(unwanted) })] : []
    toast({ tone: counts.added > 0 ? 'good' : 'warn', text: [saidOfAdding(counts), ...refused].join(' ') })
    return true
  } catch (error) {
    toast({ tone: 'bad', text: sentenceOf(error), seconds: 0 })
    return false
  }
}
