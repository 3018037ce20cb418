import { z } from 'zod'
import { diallingRules } from '../dialling.ts'
import { command, read, task } from './procedure.ts'

const id = z.number().int().positive()

/** What an exchange can be asked for from a window. */
export const telephoneAbilities = ['dial', 'hang_up', 'transfer'] as const

/** The telephone on somebody's desk. */
export const ownTelephone = z.object({
  extension: z.string(),
  exchange: z.object({ id, name: z.string() }),
  can: z.array(z.enum(telephoneAbilities)),
  /** It is the practice exchange: calls can be played. */
  practice: z.boolean(),
})
export type OwnTelephone = z.infer<typeof ownTelephone>

/** Calls made and led from the windows. Whatever the exchange does not do is refused with TELEPHONE and why. */
export const dialling = {
  /** The reader's own telephone; null where they have none, or may not dial. */
  telephone: read('signed-in').output(ownTelephone.nullable()),
  /** Rings the reader's own telephone and then dials; the number as somebody wrote it. */
  dial: task('calls.dial')
    .input(z.object({ number: z.string().trim().min(1).max(60) }))
    .output(z.null()),
  /** One's own call; anybody's with the right to the board. */
  hangUp: task('calls.dial')
    .input(z.object({ call: id }))
    .output(z.null()),
  /** Sends the other side of one's call to a colleague, or to a number. */
  transfer: task('calls.dial')
    .input(
      z.object({
        call: id,
        to: z.union([z.object({ person: id }), z.object({ number: z.string().trim().min(1).max(60) })]),
      }),
    )
    .output(z.null()),
  /** Those of the office who have a telephone at an exchange: to whom a call can be sent. */
  colleagues: read('calls.dial').output(z.array(z.object({ id, name: z.string(), extension: z.string() }))),
  /** How each exchange wants its numbers. */
  rules: read('telephone.edit').output(
    z.array(z.object({ exchange: z.object({ id, name: z.string() }), rules: diallingRules })),
  ),
  saveRules: command('telephone.edit')
    .input(z.object({ exchange: id, rules: diallingRules }))
    .output(z.null()),
}
