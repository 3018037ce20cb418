import { eventIterator } from '@orpc/contract'
import { z } from 'zod'
import { officeEvent } from '../events.ts'
import { languageTags } from '../languages.ts'
import { hideableFields, ownableAreas, rights } from '../rights.ts'
import { command, read, task } from './procedure.ts'

export const grant = z.object({
  rights: z.array(z.enum(rights)),
  ownOnly: z.array(z.enum(ownableAreas)),
  hidden: z.array(z.union([z.enum(hideableFields), z.templateLiteral(['client.custom.', z.int()])])),
  onlyRelations: z.array(z.number().int().positive()).max(100).default([]),
})

/** Looks and language a person chose; all optional: the office's own apply where nothing is chosen. */
export const preferences = z.object({
  language: z.enum(languageTags).optional(),
  theme: z.string().max(60).optional(),
  /** Looks kept as favourites, by their ids. */
  favouriteThemes: z.array(z.string().max(60)).max(200).optional(),
  /** The windows of the desk as the window manager wrote them; its own reader checks them. */
  desk: z.string().max(200_000).optional(),
  /** Column layouts by grid. */
  grids: z.record(z.string().max(60), z.string().max(20_000)).optional(),
})
export type Preferences = z.infer<typeof preferences>

/** The signed-in person, and the office they are in. */
export const account = z.object({
  id: z.number().int(),
  name: z.string(),
  roles: z.array(z.string()),
  grant,
  preferences,
  office: z.object({
    /** In which a client should have a name. */
    nameLanguages: z.array(z.string()),
    company: z.string(),
    country: z.string(),
    currency: z.string(),
    language: z.enum(languageTags),
    demo: z.boolean(),
  }),
})
export type Account = z.infer<typeof account>

/** State of the office for the status bar. */
export const officeStatus = z.object({
  backupAt: z.number().nullable(),
  backupFailed: z.boolean(),
  /** The other place for backups is away, full or broken. */
  backupCopyMissing: z.boolean(),
  people: z.number().int(),
  importing: z
    .object({ id: z.number().int(), done: z.number().int(), rows: z.number().int().nullable() })
    .nullable(),
})

export const session = {
  account: read('signed-in').output(account),
  changePassword: task('signed-in')
    .input(z.object({ old: z.string().max(200), new: z.string().max(200) }))
    .output(z.null()),
  savePreferences: command('signed-in').input(preferences.partial()).output(z.null()),
  status: read('signed-in').output(officeStatus),
  /** Everything that changes, as it changes, for open windows to refresh by. Ends with the session. */
  events: read('signed-in').output(eventIterator(officeEvent)),
}
