import { useEffect, useEffectEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { toast } from '../../kit/toasts.ts'
import { useNotation } from '../language/notation.ts'
import { useMissedReminder } from '../office/following.ts'
import { openWindow } from '../windows/index.ts'

/** Reminds of callers who have waited too long to be called back; on the desk alone, not in each window of it. */
export function MissedNotices() {
  const { t } = useTranslation()
  const notation = useNotation()
  const reminder = useMissedReminder((state) => state.reminder)
  const tell = useEffectEvent((callers: number) =>
    toast({
      tone: 'warn',
      text: t('callHistory.missed.waiting', { count: callers, shown: notation.number(callers) }),
      action: { label: t('callHistory.missed.show'), onChoose: () => openWindow('/calls/missed') },
      seconds: 60,
    }),
  )
  useEffect(() => {
    if (!reminder) return
    tell(reminder.callers)
    useMissedReminder.setState({ reminder: null })
  }, [reminder])
  return null
}
