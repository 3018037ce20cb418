import { z } from 'zod'
import { languageTags } from '../languages.ts'
import { command } from './procedure.ts'

export const office = {
  save: command('office.edit')
    .input(
      z.object({
        company: z.string().trim().min(1).max(200),
        country: z.string().regex(/^[A-Z]{2}$/),
        currency: z.string().regex(/^[A-Z]{3}$/),
        language: z.enum(languageTags),
        /** In which a client should have a name; absent, it stays as it is. */
        nameLanguages: z.array(z.string().min(1).max(35)).max(10).optional(),
      }),
    )
    .output(z.null()),
}
