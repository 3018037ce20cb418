import { z } from 'zod'
import { refusable, voiceResults, voiceRules } from '../voice.ts'
import { callListSource } from './callLists.ts'
import { command, read, task } from './procedure.ts'

const id = z.number().int().positive()
const moment = z.number().int()

/** Longer ones nobody listens to. */
export const longestVoiceMs = 5 * 60_000

/**
 * Why an exchange could not play a file, each with something else to be done: `not_audio`, `format` (a kind of sound it
 * does not play), `stereo`, `rate` (not 8000 a second), `bits` (not 16), `cut_off` (the file ends too early), `silent`
 * (nothing in it), `long`.
 */
export const audioProblems = [
  'not_audio',
  'format',
  'stereo',
  'rate',
  'bits',
  'cut_off',
  'silent',
  'long',
] as const
export type AudioProblem = (typeof audioProblems)[number]

export const voiceStates = ['draft', 'running', 'paused', 'stopped', 'done'] as const
export type VoiceState = (typeof voiceStates)[number]

export const voiceMessage = z.object({
  id,
  name: z.string(),
  /** Whose exchange calls. */
  exchange: id.nullable(),
  file: z.object({ name: z.string(), lengthMs: z.number().int() }),
  /** As the exchange is asked to play it. */
  played: z.string(),
  rules: voiceRules,
  state: z.enum(voiceStates),
  maker: z.string().nullable(),
  createdAt: moment,
  total: z.number().int(),
  done: z.number().int(),
  /** On the line now. */
  calling: z.number().int(),
  results: z.partialRecord(z.enum(voiceResults), z.number().int()),
})
export type VoiceMessage = z.infer<typeof voiceMessage>

export const voiceDraft = z.object({
  id: id.optional(),
  name: z.string().trim().min(1).max(100),
  exchange: id,
  /** Brought with `files.begin`; absent: the one it has. */
  file: z.object({ upload: z.uuid(), name: z.string().trim().min(1).max(255) }).optional(),
  rules: voiceRules,
})
export type VoiceDraft = z.infer<typeof voiceDraft>

/** How files come to the exchange. */
export const voicePlace = z.object({
  /** A folder of the office's computer that the exchange reads too; "" where somebody carries files over by hand. */
  folder: z.string().trim().max(500),
  /** What the exchange calls that folder, below its own sounds. */
  prefix: z.string().regex(/^[\w/-]{0,100}$/),
})
export type VoicePlace = z.infer<typeof voicePlace>

export const voicePerson = z.object({
  id,
  client: z.object({ id, name: z.string() }).nullable(),
  number: z.string().optional(),
  attempts: z.number().int(),
  result: z.enum(voiceResults).nullable(),
  calling: z.boolean(),
  nextAt: moment,
  doneAt: moment.nullable(),
})
export type VoicePerson = z.infer<typeof voicePerson>

export const refusals = z.array(z.enum(refusable)).max(refusable.length)

/** Recorded messages that the exchange plays to one client or to many, some lines at once. */
export const voiceMessages = {
  list: read('calls.lists').output(z.array(voiceMessage)),
  people: read('calls.lists')
    .input(
      z.object({
        id,
        offset: z.number().int().min(0).default(0),
        limit: z.number().int().min(1).max(500).default(100),
      }),
    )
    .output(z.object({ total: z.number().int(), rows: z.array(voicePerson) })),
  /** Exchanges that can play messages. */
  exchanges: read('calls.lists').output(z.array(z.object({ id, name: z.string() }))),
  /** What is wrong with a file that was brought, or how long it is. */
  checkFile: task('calls.lists')
    .input(z.object({ upload: z.uuid(), name: z.string().max(255) }))
    .output(
      z.object({ problem: z.enum(audioProblems).nullable(), lengthMs: z.number().int(), said: z.string() }),
    ),
  /** FILE_UNREADABLE with an `audioProblems`; IN_USE while it runs. */
  save: task('calls.lists').input(voiceDraft).output(z.object({ id })),
  /** As `callLists.add`; those who want none come onto it and are never called. */
  add: task('calls.lists')
    .input(z.object({ id, source: callListSource }))
    .output(
      z.object({
        added: z.number().int(),
        known: z.number().int(),
        withoutNumber: z.number().int(),
        unwanted: z.number().int(),
      }),
    ),
  /** Begins or goes on. PLACE_UNUSABLE where the file cannot be brought to the exchange. */
  start: task('calls.lists').input(z.object({ id })).output(z.null()),
  /** Begins no more calls; those on the line go on. */
  pause: command('calls.lists').input(z.object({ id })).output(z.null()),
  /** At once: calls on the line are hung up. */
  stop: task('calls.lists').input(z.object({ id })).output(z.null()),
  place: read('calls.lists').output(voicePlace),
  savePlace: command('telephone.edit').input(voicePlace).output(z.null()),
  /** What a client does not want. */
  refusals: read('clients.see')
    .input(z.object({ client: id }))
    .output(refusals),
  setRefusals: command('clients.edit')
    .input(z.object({ client: id, refusals }))
    .output(z.null()),
}
