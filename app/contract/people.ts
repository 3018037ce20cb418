import { z } from 'zod'
import { clientContact, clientEmail, clientPhone } from './clients.ts'
import { command, read } from './procedure.ts'

const id = z.number().int().positive()

/** A client that another is connected with: a contact person of an organisation, or where a person works. */
export const linkedClient = z.object({
  /** The card it is now. */
  id,
  /** As the contact has it: another where that card was merged since. */
  linked: id,
  /** In the reader's language where there is one. */
  name: z.string(),
  photo: z.string().optional(),
  phones: z.array(clientPhone).optional(),
  emails: z.array(clientEmail).optional(),
  position: z.string().optional(),
  since: z.string().optional(),
  until: z.string().optional(),
  binned: z.boolean(),
})
export type LinkedClient = z.infer<typeof linkedClient>

/** Contact persons with cards of their own. Who does not see contact persons sees none; nobody sees whom they do not reach. */
export const people = {
  /** Whose card it is: whom one speaks with there, and where they work. */
  of: read('clients.see')
    .input(z.object({ id }))
    .output(z.object({ people: z.array(linkedClient), workplaces: z.array(linkedClient) })),
  /** Makes a person a contact person of an organisation, without its card being open. NOT_FOUND, CARD_FULL. */
  link: command('clients.edit')
    .input(
      z.object({
        organisation: id,
        contact: clientContact.omit({ name: true }).required({ personId: true }),
      }),
    )
    .output(z.null()),
  /** The person is no contact person there any more. Both cards stay. */
  unlink: command('clients.edit')
    .input(z.object({ organisation: id, person: id }))
    .output(z.null()),
}
