import { z } from 'zod'
import { recordingProblems } from './recordings.ts'

/**
 * Everything that can be refused, once. Statuses are for those who ask over HTTP, and oRPC knows a refusal
 * as one of these by its status too. The window turns a code into a sentence in the reader's language
 * (`errors.<CODE>` in the language files), filled with the data that comes with it.
 */
export const errorCodes = {
  NOT_SIGNED_IN: { status: 401 },
  WRONG_NAME_OR_PASSWORD: { status: 401 },
  /** Too many failed tries. */
  LOCKED: { status: 429, data: z.object({ seconds: z.number().int() }) },
  WRONG_PASSWORD: { status: 403 },
  WEAK_PASSWORD: { status: 409, data: z.object({ least: z.number().int() }) },
  NO_RIGHT: { status: 403, data: z.object({ right: z.string() }) },
  FIELD_HIDDEN: { status: 403, data: z.object({ field: z.string() }) },
  NOT_FOUND: { status: 404 },
  /** A filter, an order or a group by a field that there is not (any more), or that cannot be asked that. */
  UNKNOWN_FIELD: { status: 409, data: z.object({ field: z.string() }) },
  NAME_TAKEN: { status: 409, data: z.object({ name: z.string() }) },
  /** Somebody else saved in the meantime: what is now there, so that the person can choose. */
  CHANGED_MEANWHILE: {
    status: 409,
    data: z.object({ revision: z.number().int(), by: z.string().nullable(), at: z.number() }),
  },
  ALREADY_STARTED: { status: 409 },
  /** The first start, asked for from another computer than the office's own. */
  START_ELSEWHERE: { status: 403 },
  LAST_OWNER: { status: 409 },
  /** The owner's role cannot be changed. */
  OWNER_ROLE_STAYS: { status: 409 },
  IN_USE: { status: 409 },
  /** Only who wrote a remark changes its words. */
  NOT_AUTHOR: { status: 403 },
  /** Somebody else said that they call this caller back. */
  CLAIMED: { status: 409, data: z.object({ by: z.string() }) },
  /** Merged, a card would hold more than a card takes. */
  CARD_FULL: { status: 409 },
  KEY_REUSED: { status: 409 },
  BUSY: { status: 409, data: z.object({ what: z.enum(['import', 'backup', 'restore']) }) },
  FILE_UNREADABLE: { status: 409, data: z.object({ reason: z.string() }) },
  TOO_LARGE: { status: 409, data: z.object({ most: z.number().int() }) },
  /** A file that was kept is not there any more, or not as it was. */
  FILE_DAMAGED: { status: 409, data: z.object({ name: z.string() }) },
  NOT_A_PICTURE: { status: 409 },
  DISK_FULL: { status: 409 },
  BAD_MAPPING: { status: 409, data: z.object({ heading: z.string(), reason: z.string() }) },
  NO_NAME_COLUMN: { status: 409 },
  /** The folder for copies of the backups. */
  PLACE_UNUSABLE: {
    status: 409,
    data: z.object({ path: z.string(), reason: z.enum(['missing', 'locked', 'inside']) }),
  },
  BACKUP_DAMAGED: { status: 409, data: z.object({ name: z.string() }) },
  /** A value that its field does not take, or none where one is asked for; the field as the log names it. */
  BAD_VALUE: { status: 409, data: z.object({ field: z.string(), name: z.string() }) },
  FIELD_REQUIRED: { status: 409, data: z.object({ field: z.string(), name: z.string() }) },
  /** An exchange is to be found elsewhere now: its password is not sent there unless somebody types it once more. */
  PASSWORD_AGAIN: { status: 409 },
  /** Lines of an exchange that cannot be read so: the piece that is wrong. */
  BAD_PATTERN: {
    status: 409,
    data: z.object({
      fault: z.enum(['empty', 'unknown_field', 'twice', 'not_closed', 'no_duration', 'no_time']),
      piece: z.string(),
    }),
  },
  /** Another item in use has this code already. */
  CODE_TAKEN: { status: 409, data: z.object({ code: z.string(), item: z.string() }) },
  /** What terminals write cannot be read so. */
  BAD_LINE_PATTERN: {
    status: 409,
    data: z.object({ fault: z.enum(['barcode', 'unknown', 'closed', 'twice']) }),
  },
  /** Another rate of the table is for the same beginning, days and hours. */
  RATE_TAKEN: { status: 409, data: z.object({ prefix: z.string() }) },
  /** A limit of this employee, or of the line, is spent this month; amounts in minor units. */
  CALL_LIMIT: {
    status: 409,
    data: z.object({ amount: z.number().int(), spent: z.number().int(), currency: z.string() }),
  },
  TOO_MANY_RATES: { status: 409, data: z.object({ most: z.number().int() }) },
  /** What was asked of the telephone exchange did not happen, and why. */
  TELEPHONE: {
    status: 409,
    data: z.object({
      why: z.enum(['no_extension', 'not_connected', 'not_possible', 'bad_number', 'no_such_call', 'refused']),
    }),
  },
  /** A recorded call cannot be heard, and why. */
  RECORDING: { status: 409, data: z.object({ why: z.enum(recordingProblems) }) },
  /** The books are closed until that day, YYYY-MM-DD. */
  PERIOD_CLOSED: { status: 409, data: z.object({ until: z.string() }) },
  /** Nothing is sold where no shift is open at the till. */
  SHIFT_CLOSED: { status: 409 },
  /** The basket comes to another total than the cashier saw. */
  PRICE_CHANGED: { status: 409, data: z.object({ total: z.number().int(), currency: z.string() }) },
  NO_PRICE: { status: 409, data: z.object({ name: z.string() }) },
  /** More than a cashier takes off by hand here, in hundredths of a percent. */
  DISCOUNT_LIMIT: { status: 409, data: z.object({ most: z.number().int() }) },
  /** What is still open, or, below zero, what is too much and cannot be given back. */
  NOT_PAID: { status: 409, data: z.object({ open: z.number().int(), currency: z.string() }) },
  /** Goods of which there are fewer than were asked for. */
  SHORTAGE: { status: 409, data: z.object({ names: z.array(z.string()) }) },
  /** More comes back than was sold. */
  MORE_THAN_SOLD: { status: 409, data: z.object({ name: z.string() }) },
  CANCELLED: { status: 409 },
} as const satisfies Record<string, { status: number; data?: z.ZodType }>

export type ErrorCode = keyof typeof errorCodes

type DataOf<C extends ErrorCode> = (typeof errorCodes)[C] extends { data: infer S extends z.ZodType }
  ? z.infer<S>
  : undefined

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
