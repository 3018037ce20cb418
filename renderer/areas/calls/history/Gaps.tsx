import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Banner } from '../../../kit/Banner.tsx'
import { Button } from '../../../kit/Button.tsx'
import { useNotation } from '../../../shell/language/notation.ts'
import { ask } from '../../../shell/office/office.ts'

/** Nobody asks any more what went on before that, milliseconds. */
const lately = 7 * 86_400_000

/** When an exchange was not listened to, and nobody can say which calls there were: said where one looks for them. */
export function Gaps() {
  const { t } = useTranslation()
  const notation = useNotation()
  const [from] = useState(() => Date.now() - lately)
  const [all, setAll] = useState(false)
  const [hidden, setHidden] = useState(false)
  const { data = [] } = useQuery(ask.callHistory.gaps.queryOptions({ input: { from } }))
  const unknown = data.filter(({ filled }) => !filled)
  if (hidden || unknown.length === 0) return null
  return (
    <Banner tone="warn">
      <ul className="calls-gaps">
        {unknown.slice(0, all ? undefined : 1).map((gap) => (
          <li key={gap.id}>
            {t('callHistory.gaps.one', {
              exchange: gap.exchange,
              from: notation.dayAndTime(gap.from),
              to: notation.dayAndTime(gap.to),
            })}
          </li>
        ))}
      </ul>
      {unknown.length > 1 && !all && (
        <Button size="small" kind="quiet" onClick={() => setAll(true)}>
          {t('callHistory.gaps.more')}
        </Button>
      )}
      <Button size="small" kind="quiet" onClick={() => setHidden(true)}>
        {t('callHistory.gaps.hide')}
      </Button>
    </Banner>
  )
}
