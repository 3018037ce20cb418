import i18next from 'i18next'
import type { Money } from '../../../app/contract/lists.ts'
import { fromMinor, minorDigits } from '../../../app/money.ts'
import type { Language } from '../../../app/languages.ts'
import { numbersOf } from '../../../app/numbers.ts'
import { useLanguage } from './language.ts'

/**
 * How numbers, dates and times are written for a reader. Chromium's ICU knows neither Khmer nor Chichewa notation, so
 * each language says whose it shares: Khmer writes 1.234,5 and 31/12/2026 as CLDR has it, Chichewa as Malawi's English.
 */
const datesOf: Record<Language, string> = {
  en: 'en-GB',
  km: 'en-GB',
  ny: 'en-GB',
  ru: 'ru',
  'ar-XB': 'en-GB',
}

export interface Notation {
  /** BCP 47 tag whose numbers are read and written. */
  readonly locale: string
  number(value: number, options?: Intl.NumberFormatOptions): string
  /** An amount in minor units, with its currency. */
  money(value: Money): string
  /** A share in hundredths of a percent. */
  percent(hundredths: number): string
  /** A day of the calendar, YYYY-MM-DD, or --MM-DD without the year. */
  date(text: string): string
  /** A day in figures. */
  day(moment: number): string
  /** A day with the month in words. */
  longDay(moment: number): string
  time(moment: number): string
  /** The time alone for today, the day for earlier ones. */
  when(moment: number): string
  dayAndTime(moment: number): string
}

const known = new Map<Language, Notation>()

/** The notation of a language, made once: what `Intl` needs for it takes long to make. */
export function notationOf(language: Language): Notation {
  const found = known.get(language) ?? makeNotation(language)
  known.set(language, found)
  return found
}

function makeNotation(language: Language): Notation {
  const [numbers, dates] = [numbersOf[language], datesOf[language]]
  const day = new Intl.DateTimeFormat(dates, { day: '2-digit', month: '2-digit', year: 'numeric' })
  const shortDay = new Intl.DateTimeFormat(dates, { day: '2-digit', month: '2-digit' })
  const time = new Intl.DateTimeFormat(dates, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })
  const plain = new Intl.NumberFormat(numbers)
  const others = new Map<string, Intl.NumberFormat>()
  const formatOf = (options: Intl.NumberFormatOptions) => {
    const key = JSON.stringify(options)
    const format = others.get(key) ?? new Intl.NumberFormat(numbers, options)
    others.set(key, format)
    return format
  }
  const isToday = (moment: number) => new Date(moment).toDateString() === new Date().toDateString()
  const written: Notation = {
    locale: numbers,
    number: (value, options) => (options ? formatOf(options) : plain).format(value),
    money: (value) =>
      `${written.number(fromMinor(value), {
        minimumFractionDigits: minorDigits(value.currency),
        maximumFractionDigits: minorDigits(value.currency),
      })} ${value.currency}`,
    percent: (hundredths) => `${written.number(hundredths / 100)} %`,
    date: (text) => {
      const [, year, month, dayOfMonth] = /^(?:(\d{4})-|--)(\d{2})-(\d{2})$/.exec(text) ?? []
      if (month === undefined || dayOfMonth === undefined) return text
      // 2000 was a leap year.
      const moment = new Date(Number(year ?? 2000), Number(month) - 1, Number(dayOfMonth))
      if (year === undefined) return shortDay.format(moment)
      moment.setFullYear(Number(year))
      return day.format(moment)
    },
    day: (moment) => day.format(moment),
    longDay: (moment) => {
      const date = new Date(moment)
      const month = i18next.t('shell.months').split('|')[date.getMonth()] ?? ''
      return `${date.getDate()} ${month} ${date.getFullYear()}`
    },
    time: (moment) => time.format(moment),
    when: (moment) => (isToday(moment) ? time.format(moment) : day.format(moment)),
    dayAndTime: (moment) => `${day.format(moment)} ${time.format(moment)}`,
  }
  return written
}

export const useNotation = (): Notation => notationOf(useLanguage((state) => state.language))
