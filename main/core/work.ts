import type { ContractProcedure, ErrorMap, InferSchemaInput, InferSchemaOutput } from '@orpc/contract'
import type { Reading, Writing } from '../../db/tables.ts'
import type { Contract } from '../../app/contract/index.ts'
import type { ProcedureMeta } from '../../app/contract/procedure.ts'
import type { OfficeEvent } from '../../app/events.ts'
import type { Grant } from '../../app/rights.ts'
import type { Office } from './office.ts'

/** The signed-in person a call comes from. */
export interface Actor {
  readonly userId: number
  readonly name: string
  readonly grant: Grant
  /** Hash of the session's token: which session this is, never the token itself. */
  readonly session: string
  /** Which computer. */
  readonly seat: string
}

/** How a host hands over who is calling: over HTTP from the cookie, over a port from its own memory. */
export interface Caller {
  readonly seat: string
  /** Sits at the office's own computer, not at another one of the network. */
  readonly isAtOffice: boolean
  readonly token: string | null
  /** Remembers a new session's token on the caller's side, or forgets it. */
  keepToken(token: string | null): void
}

/** One changed field. Fields are named record.field, as in `hideableFields`, so that the log can keep them hidden. */
export interface Change {
  readonly field: string
  readonly before: unknown
  readonly after: unknown
}

export interface LogEntry {
  readonly subject?: { readonly type: string; readonly id: number; readonly name: string }
  readonly changes: readonly Change[]
}

/** What every call has. */
export interface Look {
  readonly office: Office
  readonly base: Reading
  readonly actor: Actor
  readonly signal: AbortSignal | undefined
}

/** One transaction, one log, events that are told once it is committed. */
export interface Changing {
  readonly trx: Writing
  /** The moment of the change, the same for all its rows. */
  readonly at: number
  log(entry: LogEntry): void
  tell(event: OfficeEvent): void
  /** Does this once everything is committed, before the events are told. */
  afterwards(then: () => void): void
}

/** What a call that changes something has. */
export interface Work extends Look, Changing {}

/** What a long call has: it writes in as many transactions as it needs. */
export interface LongWork extends Look {
  /** The procedure, as written in the log. */
  readonly action: string
  /** `lightly`: a slice of something larger, of which a power cut may leave nothing (`writeLightly`). */
  write<T>(change: (work: Work) => Promise<T>, how?: 'lightly'): Promise<T>
}

/** What a call at the door has: nobody is signed in. */
export interface AtDoor {
  readonly office: Office
  readonly caller: Caller
}

/** What a service gets beside its input, by the kind that the contract gives its procedure. */
interface GivenTo {
  open: AtDoor
  read: Look
  command: Work
  task: LongWork
}

type Service<P> =
  P extends ContractProcedure<infer Input, infer Output, ErrorMap, infer Meta extends ProcedureMeta>
    ? (given: GivenTo[Meta['kind']], input: InferSchemaOutput<Input>) => Promise<InferSchemaInput<Output>>
    : never

/** The services of one area: plain functions, named and typed as in the contract. */
export type Services<Area extends keyof Contract> = {
  [P in keyof Contract[Area]]: Service<Contract[Area][P]>
}
