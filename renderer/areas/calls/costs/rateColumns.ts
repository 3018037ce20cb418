import type { TFunction } from 'i18next'
import type { RateTableRow } from '../../../../app/contract/callRates.ts'
import { fromFine } from '../../../../app/money.ts'
import { rateDays, type Rate } from '../../../../app/rates.ts'
import { fineOf, fineText, minuteOf, prefixOf, timeText } from '../../../../app/ratesFile.ts'
import type { CellEdit, Column } from '../../../kit/grid/types.ts'
import type { Notation } from '../../../shell/language/notation.ts'
import { office } from '../../../shell/office/office.ts'

/** What was typed into a cell is not what the cell takes; the message says what it takes. */
export class WrongValue extends Error {}

/** A price as the reader writes numbers, to the last digit that is kept. */
export const shownPrice = ({ number }: Notation, fine: number, currency: string): string =>
  number(fromFine(fine, currency), { maximumFractionDigits: 6 })

/** "60/60" as seconds of the first step and of the next; undefined where it is none. */
export function stepsOf(text: string): { firstStep: number; nextStep: number } | undefined {
  const [, first, next] = /^\s*(\d{1,4})\s*\/\s*(\d{1,4})\s*$/.exec(text) ?? []
  const [firstStep, nextStep] = [Number(first), Number(next)]
  const fits = (seconds: number) => seconds >= 1 && seconds <= 3600
  return fits(firstStep) && fits(nextStep) ? { firstStep, nextStep } : undefined
}

/** "22:00–06:00" as minutes of the day, nothing as null; undefined where it is neither. */
export function hoursOf(text: string): Rate['hours'] | undefined {
  if (text.trim() === '') return null
  const [from, until, more] = text.split(/[–—-]/).map((part) => minuteOf(part.trim()))
  if (from == null || until == null || more !== undefined || from === until) return undefined
  return { from, until }
}

const hoursText = ({ hours }: Rate): string =>
  hours === null ? '' : `${timeText(hours.from)}–${timeText(hours.until)}`

/** The rates of a table, each cell to be changed where it stands. */
export function rateColumns(t: TFunction, notation: Notation, table: RateTableRow): Column<Rate>[] {
  const { currency } = table
  const edit = (
    value: (rate: Rate) => string,
    read: (text: string) => Partial<Rate> | undefined,
    problem: () => string,
    choices?: CellEdit<Rate>['choices'],
  ): CellEdit<Rate> => ({
    value,
    ...(choices ? { choices } : {}),
    maxLength: 100,
    begin: (rate) => async (text) => {
      const changed = read(text)
      if (!changed) throw new WrongValue(problem())
      return office.callRates.saveRate({ table: table.id, ...rate, ...changed })
    },
  })
  const amount = (id: 'price' | 'connection' | 'least'): Column<Rate> => ({
    id,
    title: t(`rates.rate.${id}`),
    width: 104,
    align: 'end',
    sortable: true,
    rare: id !== 'price',
    order: (rate) => rate[id],
    value: (rate) => shownPrice(notation, rate[id], currency),
    edit: edit(
      (rate) => fineText(rate[id], currency),
      (text) => {
        const fine = fineOf(text.trim(), currency)
        return fine === undefined ? undefined : { [id]: fine }
      },
      () => t('rates.problems.price'),
    ),
  })
  return [
    {
      id: 'prefix',
      title: t('rates.rate.prefix'),
      width: 160,
      fixed: true,
      sortable: true,
      filterAs: 'text',
      order: (rate) => `${rate.prefix}\u0000`,
      value: (rate) => rate.prefix || t('rates.every'),
      edit: edit(
        (rate) => rate.prefix,
        (text) => {
          const prefix = prefixOf(text)
          return prefix === undefined ? undefined : { prefix }
        },
        () => t('rates.problems.prefix'),
      ),
    },
    {
      id: 'name',
      title: t('rates.rate.name'),
      width: 170,
      grow: 2,
      sortable: true,
      filterAs: 'text',
      value: (rate) => rate.name,
      edit: edit(
        (rate) => rate.name,
        (text) => ({ name: text.trim() }),
        () => t('rates.problems.text'),
      ),
    },
    amount('price'),
    {
      id: 'per',
      title: t('rates.rate.per'),
      width: 96,
      sortable: true,
      groupable: true,
      filterAs: 'choice',
      value: (rate) => t(`rates.per.${rate.per}`),
      edit: edit(
        (rate) => rate.per,
        (text) => ({ per: text === 'call' ? 'call' : 'minute' }),
        () => t('rates.problems.choice'),
        (['minute', 'call'] as const).map((id) => ({ id, label: t(`rates.per.${id}`) })),
      ),
    },
    {
      id: 'steps',
      title: t('rates.rate.steps'),
      width: 112,
      align: 'end',
      sortable: true,
      order: (rate) => rate.firstStep * 10_000 + rate.nextStep,
      value: (rate) => `${rate.firstStep}/${rate.nextStep}`,
      edit: edit(
        (rate) => `${rate.firstStep}/${rate.nextStep}`,
        stepsOf,
        () => t('rates.problems.steps'),
      ),
    },
    amount('connection'),
    amount('least'),
    {
      id: 'free',
      title: t('rates.rate.free'),
      width: 92,
      align: 'end',
      sortable: true,
      rare: true,
      value: (rate) => rate.freeSeconds,
      edit: edit(
        (rate) => String(rate.freeSeconds),
        (text) =>
          /^\d{1,4}$/.test(text) && Number(text) <= 3600 ? { freeSeconds: Number(text) } : undefined,
        () => t('rates.problems.seconds'),
      ),
    },
    {
      id: 'days',
      title: t('rates.rate.days'),
      width: 110,
      sortable: true,
      groupable: true,
      filterAs: 'choice',
      value: (rate) => t(`rates.days.${rate.days}`),
      edit: edit(
        (rate) => rate.days,
        (text) => {
          const days = rateDays.find((one) => one === text)
          return days === undefined ? undefined : { days }
        },
        () => t('rates.problems.choice'),
        rateDays.map((id) => ({ id, label: t(`rates.days.${id}`) })),
      ),
    },
    {
      id: 'hours',
      title: t('rates.rate.hours'),
      width: 112,
      sortable: true,
      value: hoursText,
      edit: edit(
        hoursText,
        (text) => {
          const hours = hoursOf(text)
          return hours === undefined ? undefined : { hours }
        },
        () => t('rates.problems.time'),
      ),
    },
  ]
}
