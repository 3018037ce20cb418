import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Backup } from '../../../app/contract/backups.ts'
import { lastDue, nextDue, toLetGo, usualPlan } from './plan.ts'

const day = 24 * 3_600_000
// A Saturday; the plan is by the clock on the wall, wherever this runs.
const at = (days: number, hours: number, minutes = 0) =>
  new Date(2026, 10, 21 + days, hours, minutes).getTime()

describe('when a backup is due', () => {
  const plan = { ...usualPlan, days: [1, 2, 3, 4, 5, 6], times: ['18:30', '12:00'] }
  test('at the times of its days', () => {
    expect(lastDue(plan, at(0, 11, 59))).toBe(at(-1, 18, 30))
    expect(lastDue(plan, at(0, 12))).toBe(at(0, 12))
    expect(nextDue(plan, at(0, 12))).toBe(at(0, 18, 30))
    // Over Sunday.
    expect(nextDue(plan, at(0, 18, 30))).toBe(at(2, 12))
    expect(lastDue(plan, at(1, 23))).toBe(at(0, 18, 30))
  })
  test('once a week too', () => {
    const weekly = { ...plan, days: [6], times: ['12:00'] }
    expect(lastDue(weekly, at(0, 11))).toBe(at(-7, 12))
    expect(nextDue(weekly, at(0, 12))).toBe(at(7, 12))
  })
})

const made = (moment: number, more: Partial<Backup> = {}): Backup => ({
  name: `${moment} daily`,
  at: moment,
  size: 1,
  verified: true,
  reason: 'daily',
  places: ['here'],
  ...more,
})

describe('which backups stay', () => {
  const keep = { days: 3, weeks: 2, months: 2 }
  test('the newest of each day, week and month, as many as are wanted', () => {
    const now = at(0, 13)
    const list = Array.from({ length: 120 }, (_, back) => made(at(-back, 12)))
    const gone = toLetGo(list, keep, now)
    const stays = list.filter(({ name }) => !gone.includes(name)).map((each) => new Date(each.at))
    expect(stays.map((date) => `${date.getMonth() + 1}/${date.getDate()}`)).toEqual([
      '11/21',
      '11/20',
      '11/19',
      // Sunday of the week before, and the last day of the month before.
      '11/15',
      '10/31',
    ])
  })
  test('a good one rather than a later one that is damaged', () => {
    const list = [made(at(-5, 18), { verified: false }), made(at(-5, 12)), made(at(0, 12))]
    expect(toLetGo(list, { days: 9, weeks: 0, months: 0 }, at(0, 13))).toEqual([list[0]!.name])
  })
  test('those made by hand, before a new version and before a restore', () => {
    const list = (['by-hand', 'before-migration', 'before-restore'] as const).map((reason) =>
      made(at(-900, 12), { reason }),
    )
    expect(toLetGo(list, keep, at(0, 13))).toEqual([])
  })
  test('whatever happened before, the newest good one, and never fewer days than were asked for', () => {
    const lists = fc.array(
      fc.record({ back: fc.integer({ min: 0, max: 400 * day }), verified: fc.boolean() }),
    )
    fc.assert(
      fc.property(lists, fc.integer({ min: 1, max: 20 }), (given, days) => {
        const now = at(0, 13)
        const list = given.map(({ back, verified }, index) =>
          made(now - back, { verified, name: `${index}` }),
        )
        const gone = toLetGo(list, { days, weeks: 0, months: 0 }, now)
        const stays = list.filter(({ name }) => !gone.includes(name))
        const good = (some: Backup[]) => Math.max(...some.filter((one) => one.verified).map((one) => one.at))
        expect(good(stays)).toBe(good(list))
        const daysIn = (some: Backup[]) => new Set(some.map((one) => new Date(one.at).toDateString())).size
        expect(daysIn(stays)).toBeGreaterThanOrEqual(Math.min(days, daysIn(list)))
      }),
    )
  })
})
