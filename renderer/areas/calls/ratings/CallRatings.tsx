import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useNotation } from '../../../shell/language/notation.ts'
import { ask } from '../../../shell/office/office.ts'
import { Stars } from './Stars.tsx'

/** On the card of a call: what the client thought of it. Nothing where they did not say. */
export function CallRatings({ call }: { call: number }) {
  const { t } = useTranslation()
  const { dayAndTime } = useNotation()
  const { data = [] } = useQuery(ask.ratings.ofCall.queryOptions({ input: { call } }))
  if (data.length === 0) return null
  return (
    <section aria-label={t('callFields.rating')}>
      <h3>{t('callFields.rating')}</h3>
      <ul className="call-course">
        {data.map(({ id, at, via, stars, words }) => (
          <li key={id}>
            <span className="kit-numbers call-soft">{dayAndTime(at)}</span>
            <Stars given={[stars]} /> <span className="call-soft">{t(`ratings.via.${via}`)}</span>
            {words !== '' && <bdi>{words}</bdi>}
          </li>
        ))}
      </ul>
    </section>
  )
}
