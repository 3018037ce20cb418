import { z } from 'zod'
import { languageTags } from '../languages.ts'
import { permittedHours } from '../permittedHours.ts'
import { command, read } from './procedure.ts'

const id = z.number().int().positive()
const moment = z.number().int()

/** Longest words that a client can add. */
export const longestWords = 1000

/** Longer ones cost several SMS. */
export const longestMessage = 400

/**
 * A message in the office's own words, with {company}, {employee} (who spoke with the client) and {link}, without which
 * nobody could rate. Empty: the program's words.
 */
export const ratingMessage = z
  .string()
  .trim()
  .max(longestMessage)
  .refine((text) => text === '' || text.includes('{link}'))

/** After which calls a client is asked what they thought of it, how, and how often. */
export const ratingRules = z.object({
  on: z.boolean(),
  directions: z.array(z.enum(['incoming', 'outgoing'])).max(2),
  /** Shorter talks are not worth a question. */
  leastSeconds: z.number().int().min(0).max(3600),
  /** One client is not asked again within so many days. */
  everyDays: z.number().int().min(1).max(365),
  channel: z.enum(['sms', 'email']),
  hours: permittedHours,
  /** What clients reach this office's public door by: `https://rate.example`. */
  address: z
    .string()
    .trim()
    .max(200)
    .regex(/^(https?:\/\/[^\s/?#]+)?$/),
  /** How long a link can be used. */
  validDays: z.number().int().min(1).max(90),
  /** By language. Rules of before have none. */
  messages: z.partialRecord(z.enum(languageTags), ratingMessage).default({}),
})
export type RatingRules = z.infer<typeof ratingRules>

export const rating = z.object({
  id,
  call: id,
  at: moment,
  client: z.object({ id, name: z.string() }).nullable(),
  employee: z.string().nullable(),
  via: z.enum(['keys', 'link']),
  stars: z.number().int().min(1).max(5),
  words: z.string(),
})
export type Rating = z.infer<typeof rating>

/** What clients thought of calls: pressed as a key after the talk, or given by a link that was sent to them. */
export const ratings = {
  /** The latest first. */
  page: read('calls.score')
    .input(
      z.object({
        offset: z.number().int().min(0).default(0),
        limit: z.number().int().min(1).max(500).default(100),
      }),
    )
    .output(z.object({ total: z.number().int(), rows: z.array(rating) })),
  /** By employee, of ratings since a moment; `average` in hundredths of a star. */
  averages: read('calls.score')
    .input(z.object({ since: moment }))
    .output(
      z.array(
        z.object({
          employee: z.string().nullable(),
          count: z.number().int(),
          average: z.number().int(),
        }),
      ),
    ),
  /** Of one call, as far as the reader reaches it. */
  ofCall: read('calls.see')
    .input(z.object({ call: id }))
    .output(z.array(rating.pick({ id: true, at: true, via: true, stars: true, words: true }))),
  rules: read('calls.score').output(ratingRules),
  /** The program’s own words for the message, by language. */
  plainMessages: read('calls.score').output(z.partialRecord(z.enum(languageTags), z.string())),
  saveRules: command('telephone.edit').input(ratingRules).output(z.null()),
}
