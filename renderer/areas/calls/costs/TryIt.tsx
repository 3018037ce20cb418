import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PricedLine, RateTableRow } from '../../../../app/contract/callRates.ts'
import { TextField } from '../../../kit/form/TextField.tsx'
import { sentenceOf } from '../../../shell/errors.ts'
import { useNotation } from '../../../shell/language/notation.ts'
import { ask } from '../../../shell/office/office.ts'
import { shownPrice } from './rateColumns.ts'

/** "2:05" or "125" as seconds; undefined where it is neither. */
export function talkOf(text: string): number | undefined {
  const [, minutes, seconds] = /^\s*(?:(\d{1,4}):)?(\d{1,5})\s*$/.exec(text) ?? []
  if (seconds === undefined || (minutes !== undefined && Number(seconds) > 59)) return undefined
  const talk = Number(minutes ?? 0) * 60 + Number(seconds)
  return talk <= 86_400 ? talk : undefined
}

/** Now, as a field of day and time takes it. */
function localNow(): string {
  const now = new Date()
  return new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 16)
}

/** A number, a length and a moment: what such a call costs, by which rate and why, and on which line least. */
export function TryIt({ table }: { table: RateTableRow }) {
  const { t } = useTranslation()
  const notation = useNotation()
  const [number, setNumber] = useState('')
  const [length, setLength] = useState('3:00')
  const [when, setWhen] = useState(localNow)
  const talkSeconds = talkOf(length)
  const at = new Date(when).getTime()
  const { direction, connectionId, line } = table
  const asked = /\d/.test(number) && talkSeconds !== undefined && !Number.isNaN(at)
  const { data, error } = useQuery({
    ...ask.callRates.price.queryOptions({
      input: { number, direction, connectionId, line, at, talkSeconds: talkSeconds ?? 0 },
    }),
    enabled: asked,
    placeholderData: (before) => before,
  })
  const amount = ({ amount: fine, currency }: PricedLine) =>
    `${shownPrice(notation, fine, currency)} ${currency}`
  const why = ({ table: of, rate, billedSeconds, currency }: PricedLine) =>
    billedSeconds === 0
      ? t('rates.try.free', { table: of, rate: rate.name || rate.prefix })
      : t(rate.per === 'minute' ? 'rates.try.byMinute' : 'rates.try.byCall', {
          table: of,
          rate: rate.name || rate.prefix || t('rates.every'),
          prefix: rate.prefix || t('rates.every'),
          price: shownPrice(notation, rate.price, currency),
          seconds: notation.number(billedSeconds),
          steps: `${rate.firstStep}/${rate.nextStep}`,
          connection: shownPrice(notation, rate.connection, currency),
        })
  return (
    <section className="rates-try" aria-label={t('rates.try.title')}>
      <h3>{t('rates.try.title')}</h3>
      <div className="rates-try-fields">
        <TextField
          label={t('rates.try.number')}
          dir="ltr"
          inputMode="tel"
          maxLength={60}
          placeholder="012 345 678"
          value={number}
          onChange={(event) => setNumber(event.currentTarget.value)}
        />
        <TextField
          label={t('rates.try.length')}
          dir="ltr"
          maxLength={8}
          value={length}
          error={talkSeconds === undefined ? t('rates.problems.length') : undefined}
          onChange={(event) => setLength(event.currentTarget.value)}
        />
        <TextField
          label={t('rates.try.when')}
          type="datetime-local"
          dir="ltr"
          value={when}
          onChange={(event) => setWhen(event.currentTarget.value)}
        />
      </div>
      <output className="rates-try-answer">
        {!asked ? (
          <span className="kit-hint">{t('rates.try.hint')}</span>
        ) : error ? (
          sentenceOf(error)
        ) : !data ? null : data.found === null ? (
          t('rates.try.none', { digits: data.digits })
        ) : (
          <>
            <strong>{amount(data.found)}</strong>
            <span>{why(data.found)}</span>
            {data.lines.length > 1 && (
              <ul>
                {data.lines.map((one) => (
                  <li key={one.rate.id}>
                    <bdi>{one.line === '' ? one.table : `${one.table} (${one.line})`}</bdi>: {amount(one)}
                    {one.rate.id === data.cheapest && <b> – {t('rates.try.cheapest')}</b>}
                    {!one.allowed && ` – ${t('rates.try.notAllowed')}`}
                  </li>
                ))}
              </ul>
            )}
          </>
        )}
      </output>
    </section>
  )
}
