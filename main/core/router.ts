import { isContractProcedure } from '@orpc/contract'
import { implement, ORPCError, type AnyRouter } from '@orpc/server'
import { contract } from '../../app/contract/index.ts'
import type { ProcedureMeta } from '../../app/contract/procedure.ts'
import { errorCodes, Refusal, type ErrorCode } from '../../app/errors.ts'
import { backups } from './backups/service.ts'
import { clients } from './clients/service.ts'
import { door } from './door.ts'
import { imports } from './imports/service.ts'
import { log } from './log.ts'
import { note } from './notebook.ts'
import type { Office } from './office.ts'
import { perform, type AnyService } from './perform.ts'
import { session } from './session.ts'
import { office as officeSettings } from './settings.ts'
import { staff } from './staff.ts'
import type { Caller, Services } from './work.ts'

/** One service for every procedure of the contract: the types see to it that none is missing. */
const services: { [Area in keyof typeof contract]: Services<Area> } = {
  door,
  session,
  clients,
  imports,
  staff,
  log,
  backups,
  office: officeSettings,
}

export interface CallContext {
  readonly caller: Caller
  /** Of a command: the same key again means the same command again. */
  readonly commandKey?: string | undefined
}

/** What a door hands its calls to: every procedure of the contract, wrapped once (see `perform`). */
export function officeRouter(office: Office, areas: readonly (keyof typeof contract)[]): AnyRouter {
  return Object.fromEntries(
    areas.map((area) => [
      area,
      Object.fromEntries(
        Object.entries(contract[area]).map(([name, procedure]) => {
          if (!isContractProcedure(procedure)) throw new Error(`${area}.${name} is not a procedure`)
          const meta = procedure['~orpc'].meta as ProcedureMeta
          const service = (services[area] as Record<string, AnyService>)[name]!
          const action = `${area}.${name}`
          return [
            name,
            implement(procedure)
              .$context<CallContext>()
              .handler(async ({ input, context, signal }) => {
                try {
                  return await perform(office, action, meta, service, input, context, signal)
                } catch (error) {
                  throw forTheWindow(action, error)
                }
              }),
          ]
        }),
      ),
    ]),
  ) as AnyRouter
}

/** Refusals go to the window as they are; of anything else it learns only that something broke, the notebook the rest. */
function forTheWindow(action: string, error: unknown): unknown {
  if (error instanceof Refusal) {
    const known = errorCodes[error.code as ErrorCode]
    return new ORPCError(error.code, {
      defined: true,
      status: 'status' in known ? known.status : 409,
      data: error.data,
      message: error.code,
    })
  }
  if (error instanceof ORPCError) return error
  note('error', action, error)
  return new ORPCError('INTERNAL_SERVER_ERROR', { message: 'INTERNAL_SERVER_ERROR' })
}
