import { z } from 'zod'
import { languageTags } from '../languages.ts'
import { backup } from './backups.ts'
import { open } from './procedure.ts'
import { account } from './session.ts'

export const leastPassword = 8

const language = z.enum(languageTags)
const personName = z.string().trim().min(1).max(100)
const password = z.string().min(1).max(200)

/** Backups from which a base that is gone can come back; told only at the office's own computer. */
export const lostBase = z.object({
  /** `newer`: made by a newer version of the program, and whole. */
  reason: z.enum(['vanished', 'damaged', 'newer']),
  folder: z.string(),
  backups: z.array(backup),
})
export type LostBase = z.infer<typeof lostBase>

export const doorState = z.object({
  version: z.string(),
  /** What the window shows first: `vanished` when a base is expected here and is gone or cannot be opened. */
  state: z.enum(['first-start', 'sign-in', 'desk', 'vanished']),
  /** Only there. */
  lost: lostBase.nullable(),
  company: z.string().nullable(),
  language,
  /** A practice base says on its sign-in screen how to get in. */
  demo: z.object({ name: z.string(), password: z.string() }).nullable(),
})
export type DoorState = z.infer<typeof doorState>

/** Everything that answers without a session. */
export const door = {
  state: open().output(doorState),
  start: open()
    .input(
      z.object({
        language,
        company: z.string().trim().min(1).max(200),
        country: z.string().regex(/^[A-Z]{2}$/),
        currency: z.string().regex(/^[A-Z]{3}$/),
        name: personName,
        password,
      }),
    )
    .output(account),
  startDemo: open().input(z.object({ language })).output(account),
  signIn: open()
    .input(z.object({ name: personName, password }))
    .output(account),
  signOut: open().output(z.null()),
  /** Looks once more for a base that was gone. At the office's own computer; the answer is the state of the door. */
  lookAgain: open().output(z.null()),
  /** Puts a backup where the base was. At the office's own computer. Throws BACKUP_DAMAGED, NOT_FOUND. */
  bringBack: open()
    .input(z.object({ name: z.string().max(200) }))
    .output(z.null()),
}
