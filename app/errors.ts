import { z } from 'zod'

/**
 * Everything that can be refused, once. The window turns a code into a sentence in the reader's language
 * (`errors.<CODE>` in the language files), filled with the data that comes with it.
 */
export const errorCodes = {
  NOT_SIGNED_IN: {},
  WRONG_NAME_OR_PASSWORD: {},
  /** Too many failed tries. */
  LOCKED: { data: z.object({ seconds: z.number().int() }) },
  WRONG_PASSWORD: {},
  WEAK_PASSWORD: { data: z.object({ least: z.number().int() }) },
  NO_RIGHT: { data: z.object({ right: z.string() }) },
  FIELD_HIDDEN: { data: z.object({ field: z.string() }) },
  NOT_FOUND: {},
  NAME_TAKEN: { data: z.object({ name: z.string() }) },
  /** Somebody else saved in the meantime: what is now there, so that the person can choose. */
  CHANGED_MEANWHILE: { data: z.object({ revision: z.number().int(), by: z.string().nullable(), at: z.number() }) },
  ALREADY_STARTED: {},
  LAST_OWNER: {},
  /** The owner's role cannot be changed. */
  OWNER_ROLE_STAYS: {},
  IN_USE: {},
  KEY_REUSED: {},
  BUSY: { data: z.object({ what: z.enum(['import', 'backup', 'restore']) }) },
  FILE_UNREADABLE: { data: z.object({ reason: z.string() }) },
  TOO_LARGE: { data: z.object({ most: z.number().int() }) },
  BAD_MAPPING: { data: z.object({ heading: z.string(), reason: z.string() }) },
  NO_NAME_COLUMN: {},
  BACKUP_DAMAGED: { data: z.object({ name: z.string() }) },
  CANCELLED: {},
} as const satisfies Record<string, { data?: z.ZodType }>

export type ErrorCode = keyof typeof errorCodes

type DataOf<C extends ErrorCode> = (typeof errorCodes)[C] extends { data: infer S extends z.ZodType } ? z.infer<S> : undefined

/** Thrown anywhere in the core; carried to the window by the router, code and data only. */
export class Refusal<C extends ErrorCode = ErrorCode> extends Error {
  readonly code: C
  readonly data: DataOf<C>
  constructor(code: C, ...data: DataOf<C> extends undefined ? [] : [DataOf<C>]) {
    super(code)
    this.name = 'Refusal'
    this.code = code
    this.data = data[0] as DataOf<C>
  }
}
