import { useQuery } from '@tanstack/react-query'
import { useEffect, useEffectEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { LimitNotice } from '../../../../app/contract/callCosts.ts'
import { toast } from '../../../kit/toasts.ts'
import { useNotation } from '../../../shell/language/notation.ts'
import { ask, office } from '../../../shell/office/office.ts'

/** Tells whoever chose it that a limit is near or crossed: now, or when they sign in next. */
export function LimitNotices() {
  const { t } = useTranslation()
  const notation = useNotation()
  const { data } = useQuery(ask.callCosts.notices.queryOptions())
  const tell = useEffectEvent((notices: readonly LimitNotice[]) => {
    for (const { kind, employee, line, spent, amount, currency } of notices)
      toast({
        tone: kind === 'over' ? 'bad' : 'warn',
        seconds: 0,
        text: t(kind === 'over' ? 'costs.notice.over' : 'costs.notice.near', {
          who: employee ?? t('rates.onLine', { line }),
          spent: notation.money({ amount: spent, currency }),
          amount: notation.money({ amount, currency }),
        }),
      })
    const last = notices.at(-1)
    // Told once; what the office does not take now is told again at the next sign-in.
    if (last) void office.callCosts.seen({ upTo: last.id }).catch(() => undefined)
  })
  useEffect(() => tell(data ?? []), [data])
  return null
}
