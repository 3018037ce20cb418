import { z } from 'zod'
import { languageTags } from '../languages.ts'
import { open } from './procedure.ts'
import { account } from './session.ts'

export const leastPassword = 8

const language = z.enum(languageTags)
const personName = z.string().trim().min(1).max(100)
const password = z.string().min(1).max(200)

export const doorState = z.object({
  version: z.string(),
  /** What the window shows first: `vanished` when a base is expected here and is gone. */
  state: z.enum(['first-start', 'sign-in', 'desk', 'vanished']),
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
}
