import { oc } from '@orpc/contract'
import { errorCodes } from '../errors.ts'
import type { Right } from '../rights.ts'

/**
 * What the core does around a procedure, said once in the contract:
 * `open` needs no session (sign-in, first start, state of the door); `signed-in` any session; otherwise the right.
 * A `read` sees the base as it is; a `command` runs in one transaction with log, events and idempotency;
 * a `task` is long or touches files: it makes its own transactions.
 */
export interface ProcedureMeta<Kind extends ProcedureKind = ProcedureKind> {
  access: 'open' | 'signed-in' | Right
  kind: Kind
}
export type ProcedureKind = 'open' | 'read' | 'command' | 'task'

const procedure = <Kind extends ProcedureKind>(meta: ProcedureMeta<Kind>) =>
  oc.$meta<ProcedureMeta<Kind>>(meta).errors(errorCodes)

export const open = () => procedure({ access: 'open', kind: 'open' })
export const read = (access: Right | 'signed-in') => procedure({ access, kind: 'read' })
export const command = (access: Right | 'signed-in') => procedure({ access, kind: 'command' })
export const task = (access: Right | 'signed-in') => procedure({ access, kind: 'task' })
