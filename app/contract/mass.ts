import { eventIterator } from '@orpc/contract'
import { z } from 'zod'
import { clientFilter, clientRow } from './clients.ts'
import { customValue } from './lists.ts'
import { read, task } from './procedure.ts'

const id = z.number().int().positive()

/** Fields that many clients can be given at once: one value each, an entry of a list, a person or a language. */
export const massFields = {
  status: 'statusId',
  manager: 'managerId',
  category: 'categoryId',
  source: 'sourceId',
  priceList: 'priceListId',
  language: 'language',
} as const
export type MassField = keyof typeof massFields
/** A field of the office's own, as in `app/clientFields.ts`. */
const ownField = z.templateLiteral(['custom.', z.int().positive()])
export type OwnField = z.infer<typeof ownField>
/** What a field is given: the id of an entry or a person, a language, or what a field of the office's own takes. */
const massValue = customValue.nullable()

/** What is done to each of them. */
export const massAct = z.discriminatedUnion('do', [
  /** A null takes the value away. */
  z.object({
    do: z.literal('set'),
    field: z.union([z.enum(Object.keys(massFields) as [MassField, ...MassField[]]), ownField]),
    value: massValue,
  }),
  z.object({ do: z.literal(['join', 'leave']), group: id }),
  z.object({ do: z.literal(['bin', 'restore']) }),
])
export type MassAct = z.infer<typeof massAct>

/** Which clients: those that match, of them only these, or all but these. */
export const massTarget = z.object({
  filter: clientFilter.default({}),
  ids: z.array(id).max(100_000).optional(),
  except: z.array(id).max(100_000).optional(),
})
export type MassTarget = z.infer<typeof massTarget>

/** How far it is; at the end what was done. */
export const massStep = z.object({
  done: z.number().int(),
  total: z.number().int(),
  ended: z
    .object({
      /** Null where there was nothing to change. */
      mass: id.nullable(),
      changed: z.number().int(),
      /** Had it already. */
      same: z.number().int(),
      /** Changed, binned or gone from the person's reach meanwhile. */
      left: z.number().int(),
      stopped: z.boolean(),
    })
    .nullable(),
})
export type MassStep = z.infer<typeof massStep>

export const massStates = ['running', 'done', 'stopped', 'undoing', 'undone'] as const

/**
 * One thing done to many clients, a slice at a time, with one line in the log and one way back. Changing needs
 * `clients.edit`, the bin `clients.delete`. FIELD_HIDDEN, NOT_FOUND for a value that is not there. Ends when the caller
 * goes away: what was changed until then stays and can be taken back.
 */
export const mass = {
  /** What would become of it. */
  preview: read('clients.see')
    .input(z.object({ target: massTarget, act: massAct }))
    .output(z.object({ found: z.number().int(), same: z.number().int() })),
  run: task('clients.see')
    .input(z.object({ target: massTarget, act: massAct }))
    .output(eventIterator(massStep)),
  /** Gives every client that nobody has changed since what it had before. */
  undo: task('clients.see').input(z.object({ id })).output(eventIterator(massStep)),
  show: read('clients.see')
    .input(z.object({ id }))
    .output(
      z.object({
        id,
        at: z.number(),
        by: z.string().nullable(),
        act: massAct,
        state: z.enum(massStates),
        found: z.number().int(),
        changed: z.number().int(),
        undone: z.number().int(),
      }),
    ),
  /** The clients that were changed, as far as the person reaches them. */
  clients: read('clients.see')
    .input(
      z.object({
        id,
        offset: z.number().int().min(0).default(0),
        limit: z.number().int().min(1).max(500).default(100),
      }),
    )
    .output(
      z.object({
        total: z.number().int(),
        rows: z.array(
          z.object({
            row: clientRow,
            /** The value the field had. */
            before: massValue,
            undone: z.boolean(),
          }),
        ),
      }),
    ),
}
