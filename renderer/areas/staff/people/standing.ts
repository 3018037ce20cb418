import type { TFunction } from 'i18next'
import type { Employee } from '../../../../app/contract/staff.ts'
import { ask } from '../../../kit/ask.ts'
import { toast } from '../../../kit/toasts.ts'
import { sentenceOf } from '../../../shell/errors.ts'
import { office } from '../../../shell/office/office.ts'

/** Lets a person in again, or shuts them out everywhere at once: asks first and says what will happen. */
export async function changeStanding(
  t: TFunction,
  { id, name, active }: Employee,
  own: boolean,
): Promise<void> {
  const agreed = active
    ? await ask({
        title: t('staff.deactivate.title', { name }),
        text: own ? t('staff.deactivate.textOwn') : t('staff.deactivate.text'),
        yes: t('staff.deactivate.yes'),
        danger: true,
      })
    : await ask({
        title: t('staff.activate.title', { name }),
        text: t('staff.activate.text'),
        yes: t('staff.activate.yes'),
      })
  if (!agreed) return
  try {
    await office.staff.saveEmployee({ id, active: !active })
    toast({
      tone: 'good',
      text: active ? t('staff.deactivate.done', { name }) : t('staff.activate.done', { name }),
    })
  } catch (error) {
    toast({ tone: 'bad', text: sentenceOf(error), seconds: 0 })
  }
}
