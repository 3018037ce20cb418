import { z } from 'zod'
import { callResults, callRules } from '../calling.ts'
import { massTarget } from './mass.ts'
import { command, read, task } from './procedure.ts'

const id = z.number().int().positive()
const moment = z.number().int()
const text = (most: number) => z.string().trim().max(most)

/** A list takes no more than this. */
export const longestCallList = 20_000

export const callListStates = ['open', 'paused', 'closed'] as const
export type CallListState = (typeof callListStates)[number]

const draft = {
  name: text(100).min(1),
  /** What is to be said, shown while one calls. */
  script: text(5000),
  rules: callRules,
  /** Who calls; nobody named: whoever may. */
  callers: z.array(id).max(200),
}
export const callListDraft = z.object({ id: id.optional(), ...draft })
export type CallListDraft = z.infer<typeof callListDraft>

export const callList = z.object({
  id,
  ...draft,
  state: z.enum(callListStates),
  maker: z.string().nullable(),
  createdAt: moment,
  /** How many are on it, how many of them are done, and how many may be called now. */
  total: z.number().int(),
  done: z.number().int(),
  due: z.number().int(),
  /** How the last attempts ended. */
  results: z.partialRecord(z.enum(callResults), z.number().int()),
})
export type CallList = z.infer<typeof callList>

const client = z.object({ id, name: z.string() })

/** Somebody on a list. A client whom the reader does not reach is not named, a hidden number not told. */
export const callListEntry = z.object({
  id,
  client: client.nullable(),
  number: z.string().optional(),
  attempts: z.number().int(),
  result: z.enum(callResults).nullable(),
  note: z.string(),
  nextAt: moment,
  doneAt: moment.nullable(),
  /** Who has them before them just now. */
  takenBy: z.string().nullable(),
})
export type CallListEntry = z.infer<typeof callListEntry>

export const callAttempt = z.object({
  id,
  at: moment,
  by: z.string().nullable(),
  result: z.enum(callResults),
  note: z.string(),
})

/** Whom to call now, with what was said before. */
export const callTurn = callListEntry.extend({
  history: z.array(callAttempt),
  /** A time zone of theirs, by which one sees how late it is there. */
  zone: z.string().nullable(),
  /** They asked to be called at this moment. */
  agreedFor: moment.nullable(),
})
export type CallTurn = z.infer<typeof callTurn>

/** Where the people of a list come from. */
export const callListSource = z.discriminatedUnion('from', [
  z.object({ from: z.literal('clients'), target: massTarget }),
  z.object({ from: z.literal('target'), target: id }),
  z.object({ from: z.literal('numbers'), text: z.string().max(200_000) }),
  /** Calls that were missed since a moment, and that nobody has returned. Needs `calls.see`. */
  z.object({ from: z.literal('missed'), since: moment }),
])
export type CallListSource = z.infer<typeof callListSource>

/** The words of the file, as the reader's language has them. */
export const callListExport = z.object({
  id,
  headings: z.object({
    client: text(100),
    number: text(100),
    result: text(100),
    attempts: text(100),
    last: text(100),
    by: text(100),
    note: text(100),
  }),
  results: z.record(z.enum(callResults), text(100)),
})
export type CallListExport = z.infer<typeof callListExport>

/**
 * Lists of people who are called one after another, by one or by several. Nobody is given to two: whoever asks for the
 * next has them until there is a result.
 */
export const callLists = {
  list: read('calls.dial').output(z.array(callList)),
  one: read('calls.dial').input(z.object({ id })).output(callList),
  entries: read('calls.dial')
    .input(
      z.object({
        id,
        show: z.enum(['all', 'open', 'done']).default('all'),
        result: z.enum(callResults).optional(),
        offset: z.number().int().min(0).default(0),
        limit: z.number().int().min(1).max(500).default(100),
      }),
    )
    .output(z.object({ total: z.number().int(), rows: z.array(callListEntry) })),
  save: command('calls.lists').input(callListDraft).output(z.object({ id })),
  setState: command('calls.lists')
    .input(z.object({ id, state: z.enum(callListStates) }))
    .output(z.null()),
  /** Nobody comes onto a list twice. `full`: so many did not fit any more. */
  add: task('calls.lists')
    .input(z.object({ id, source: callListSource }))
    .output(
      z.object({
        added: z.number().int(),
        known: z.number().int(),
        withoutNumber: z.number().int(),
        full: z.number().int(),
      }),
    ),
  /** Takes people off who have not been called yet. */
  takeOff: command('calls.lists')
    .input(z.object({ id, entries: z.array(id).min(1).max(1000) }))
    .output(z.object({ count: z.number().int() })),
  /**
   * Whom to call now: those who asked for this moment first, then in the order of the list, as far as it is permitted
   * there. Whom the person has already, they are given again. `nextAt`: when there will be somebody, where there is
   * nobody now.
   */
  next: command('calls.dial')
    .input(z.object({ id }))
    .output(z.object({ turn: callTurn.nullable(), nextAt: moment.nullable() })),
  /** Somebody else may call them. */
  giveBack: command('calls.dial')
    .input(z.object({ entry: id }))
    .output(z.null()),
  /** IN_USE where somebody else has them by now. */
  result: command('calls.dial')
    .input(
      z.object({
        entry: id,
        result: z.enum(callResults),
        note: text(2000).default(''),
        callBackAt: moment.optional(),
      }),
    )
    .output(z.object({ attempt: id })),
  /** Takes back one's own last result. IN_USE where it is not the last any more. */
  undoResult: command('calls.dial')
    .input(z.object({ attempt: id }))
    .output(z.null()),
  /** Everybody on it with the results, as CSV with these headings. */
  exported: task('calls.export').input(callListExport).output(z.file()),
}
