import { z } from 'zod'
import { command, read, task } from './procedure.ts'

const id = z.number().int().positive()
const moment = z.number().int()
const day = z.iso.date()
const days = z.object({ from: day, to: day })

export const mostQuestions = 50
/** Longest a moment inside a call may lie from its beginning, seconds. */
export const longestMoment = 86_400

export const qualityQuestion = z.object({
  text: z.string().trim().min(1).max(300),
  /** The most that can be given. */
  points: z.number().int().min(1).max(100),
  /** How much it counts beside the others. */
  weight: z.number().int().min(1).max(100),
})
export type QualityQuestion = z.infer<typeof qualityQuestion>

const checklistFields = {
  name: z.string().trim().min(1).max(100),
  questions: z.array(qualityQuestion).min(1).max(mostQuestions),
}
export const checklist = z.object({
  id,
  ...checklistFields,
  /** Its questions as they are now; a score keeps those that it was given by. */
  version: id,
  retired: z.boolean(),
})
export type Checklist = z.infer<typeof checklist>

/** Points for each question, in their order; null where it did not come up. */
const answers = z.array(z.number().int().min(0).max(100).nullable()).min(1).max(mostQuestions)
const words = z.string().trim().max(2000)

export const callScore = z.object({
  checklist: z.string(),
  version: id,
  questions: z.array(qualityQuestion),
  answers,
  words,
  /** Hundredths of a percent. */
  result: z.number().int(),
  by: z.string(),
  at: moment,
  revision: z.number().int(),
})
export type CallScore = z.infer<typeof callScore>

export const callMark = z.object({
  id,
  /** Since the call began to be talked, seconds. */
  second: z.number().int().min(0).max(longestMoment),
  words: z.string().trim().min(1).max(500),
  by: z.string(),
})
export type CallMark = z.infer<typeof callMark>

/** What the office has set itself: so many of a hundred calls within a time. */
export const qualityNorms = z.object({
  answer: z.object({ percent: z.number().int().min(1).max(100), seconds: z.number().int().min(1).max(3600) }),
  return: z.object({
    percent: z.number().int().min(1).max(100),
    minutes: z.number().int().min(1).max(10_080),
  }),
})
export type QualityNorms = z.infer<typeof qualityNorms>

/** Calls of a stretch of time against the norms. */
export const normFact = z.object({
  /** YYYY-MM-DD or YYYY-MM; '' for all of them. */
  key: z.string(),
  incoming: z.number().int(),
  /** Of them answered in time. */
  answered: z.number().int(),
  /** Missed ones whose time for being returned is over, or that were returned. */
  missed: z.number().int(),
  /** Of them returned in time. */
  returned: z.number().int(),
})
export type NormFact = z.infer<typeof normFact>

export const employeeQuality = z.object({
  employee: z.object({ id, name: z.string() }).nullable(),
  scored: z.number().int(),
  /** Hundredths of a percent; null where only moments were marked. */
  average: z.number().int().nullable(),
  lowest: z.number().int().nullable(),
  marks: z.number().int(),
})
export type EmployeeQuality = z.infer<typeof employeeQuality>

export const scoredCall = z.object({
  call: id,
  startedAt: moment,
  employee: z.string().nullable(),
  checklist: z.string(),
  result: z.number().int(),
  words: z.string(),
  by: z.string(),
})
export type ScoredCall = z.infer<typeof scoredCall>

/** How well calls are held: scores by the office's checklists, marked moments, and norms. Everybody sees their own. */
export const callQuality = {
  /** Those in use first. */
  checklists: read('calls.score').output(z.array(checklist)),
  /** Changed questions are a new version. NAME_TAKEN. */
  saveChecklist: command('calls.score')
    .input(z.object({ id: id.optional(), ...checklistFields }))
    .output(checklist),
  retireChecklist: command('calls.score')
    .input(z.object({ id, retired: z.boolean() }))
    .output(z.null()),
  /** Of a call that the reader reaches: nothing where they neither score calls nor had this one. */
  ofCall: read('calls.see')
    .input(z.object({ call: id }))
    .output(z.object({ score: callScore.nullable(), marks: z.array(callMark) })),
  /** Scores a call, or scores it anew: `revision` of the score that is changed, 0 for none. */
  score: command('calls.score')
    .input(z.object({ call: id, version: id, answers, words, revision: z.number().int().min(0) }))
    .output(callScore),
  /** Takes a score away, or brings it back. */
  removeScore: command('calls.score')
    .input(z.object({ call: id, removed: z.boolean() }))
    .output(z.null()),
  mark: command('calls.score')
    .input(z.object({ call: id, ...callMark.pick({ second: true, words: true }).shape }))
    .output(callMark),
  removeMark: command('calls.score')
    .input(z.object({ id, removed: z.boolean() }))
    .output(z.null()),
  /** By employee, of calls of these days; the best first. */
  results: read('calls.see').input(days).output(z.array(employeeQuality)),
  /** Scored calls of these days, the latest first. */
  scores: read('calls.see')
    .input(
      z.object({
        ...days.shape,
        offset: z.number().int().min(0).default(0),
        limit: z.number().int().min(1).max(500).default(100),
      }),
    )
    .output(z.object({ total: z.number().int(), rows: z.array(scoredCall) })),
  norms: read('calls.score').output(qualityNorms),
  saveNorms: command('calls.score').input(qualityNorms).output(z.null()),
  /** How calls of these days stood to the norms: of all, and by day, of longer stretches by month. */
  facts: task('calls.score')
    .input(days)
    .output(z.object({ all: normFact, rows: z.array(normFact) })),
}
