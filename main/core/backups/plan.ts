import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { backupPlan, type Backup, type BackupPlan } from '../../../app/contract/backups.ts'

/**
 * When backups are made and which are kept. The plan lies beside the base and not in it: it is needed where the base is
 * gone, and going back to an older base must not bring back an older plan.
 */

export const usualPlan: BackupPlan = {
  days: [0, 1, 2, 3, 4, 5, 6],
  times: ['12:00'],
  keep: { days: 14, weeks: 4, months: 6 },
  copyTo: null,
}

const fileIn = (folder: string): string => join(folder, 'backups.json')

export function readPlan(folder: string): BackupPlan {
  try {
    return backupPlan.parse(JSON.parse(readFileSync(fileIn(folder), 'utf8')))
  } catch {
    return usualPlan
  }
}

export function writePlan(folder: string, plan: BackupPlan): void {
  const unfinished = `${fileIn(folder)}.part`
  writeFileSync(unfinished, `${JSON.stringify(plan)}\n`, { flush: true })
  renameSync(unfinished, fileIn(folder))
}

/** The moments of the plan on the day that lies so many days from now, earliest first. */
function momentsOf(plan: BackupPlan, now: number, away: number): number[] {
  const day = new Date(now)
  day.setHours(0, 0, 0, 0)
  day.setDate(day.getDate() + away)
  if (!plan.days.includes(day.getDay())) return []
  return plan.times
    .map((time) => {
      const [hours = 0, minutes = 0] = time.split(':').map(Number)
      return new Date(day.getFullYear(), day.getMonth(), day.getDate(), hours, minutes).getTime()
    })
    .sort((a, b) => a - b)
}

const week = [0, 1, 2, 3, 4, 5, 6, 7]

/** The last moment at which one was due: a computer that was off then makes it when it is on again. */
export function lastDue(plan: BackupPlan, now: number): number {
  return Math.max(...week.flatMap((back) => momentsOf(plan, now, -back)).filter((moment) => moment <= now))
}

export function nextDue(plan: BackupPlan, now: number): number {
  return Math.min(...week.flatMap((on) => momentsOf(plan, now, on)).filter((moment) => moment > now))
}

const dayOf = (at: number): string => {
  const date = new Date(at)
  return `${date.getFullYear()}-${date.getMonth() + 1}-${date.getDate()}`
}
const weekOf = (at: number): string => {
  const date = new Date(at)
  // Weeks begin on Monday.
  date.setDate(date.getDate() - ((date.getDay() + 6) % 7))
  return dayOf(date.getTime())
}
const monthOf = (at: number): string => dayOf(at).replace(/-\d+$/, '')

/**
 * Which of the backups made by themselves may go: all but the newest checked one of each of the days, weeks and months
 * to be kept, and of the last day every one. Days without a backup do not count, so a shop that was closed for a
 * month loses nothing by it. The newest checked one always stays.
 */
export function toLetGo(list: readonly Backup[], keep: BackupPlan['keep'], now: number): string[] {
  const own = list.filter(({ reason }) => reason === 'daily').sort((a, b) => b.at - a.at)
  const stay = new Set(own.filter(({ at }) => now - at < 24 * 3_600_000).map(({ name }) => name))
  // A damaged or unread one must not stand in for a good one of the same day.
  const best = [...own].sort((a, b) => Number(b.verified) - Number(a.verified) || b.at - a.at)
  if (best[0]) stay.add(best[0].name)
  const spans = [
    { of: dayOf, most: keep.days },
    { of: weekOf, most: keep.weeks },
    { of: monthOf, most: keep.months },
  ]
  for (const { of, most } of spans) {
    const kept = [...new Set(own.map(({ at }) => of(at)))].slice(0, most)
    for (const span of kept) stay.add(best.find(({ at }) => of(at) === span)!.name)
  }
  return own.map(({ name }) => name).filter((name) => !stay.has(name))
}
