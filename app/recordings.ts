import { z } from 'zod'

/** Where the recordings of an exchange lie. */
export const recordingsPlace = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('none') }),
  z.object({
    kind: z.literal('folder'),
    /** As the office's computer reaches it. */
    path: z.string().trim().min(1).max(500),
    /** The folder as the exchange itself names it, where it tells whole paths: taken off the front of a name. */
    cut: z.string().trim().max(500),
  }),
  z.object({
    kind: z.literal('web'),
    /** `https://pbx.example/recordings/{name}`; names and passwords stand apart. */
    address: z
      .string()
      .trim()
      .max(500)
      .regex(/^https?:\/\/[^\s/\\?#@{]+\/\S*\{name\}\S*$/),
    cut: z.string().trim().max(500),
    /** For servers that ask who is there; "" for those that do not. */
    user: z.string().trim().max(200),
  }),
])
export type RecordingsPlace = z.infer<typeof recordingsPlace>

/** Of one server a name goes with its password: whoever changes either has to know the password. */
export const recordingsServer = (place: RecordingsPlace): string =>
  place.kind === 'web' ? `${place.user}@${/^[^/]+\/\/[^/]+/.exec(place.address)?.[0]}` : ''

/** Why a recording cannot be heard. */
export const recordingProblems = [
  'not_recorded',
  'no_place',
  'outside',
  'missing',
  'away',
  'refused',
  'not_sound',
] as const
export type RecordingProblem = (typeof recordingProblems)[number]
