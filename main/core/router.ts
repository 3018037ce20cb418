import { isContractProcedure } from '@orpc/contract'
import { implement, ORPCError, type AnyRouter } from '@orpc/server'
import { contract } from '../../app/contract/index.ts'
import type { ProcedureMeta } from '../../app/contract/procedure.ts'
import { errorCodes, Refusal, type ErrorCode } from '../../app/errors.ts'
import { namesNothing } from '../../db/check.ts'
import { backups } from './backups/service.ts'
import { callHistory } from './calls/history/service.ts'
import { dialling } from './calls/dialling.ts'
import { callPopup } from './calls/popup.ts'
import { calls } from './calls/service.ts'
import { telephone } from './calls/telephone.ts'
import { callLists } from './calls/lists/service.ts'
import { callRates } from './calls/costs/rates.ts'
import { callResults } from './calls/results/service.ts'
import { callCosts } from './calls/costs/service.ts'
import { callQuality } from './calls/quality/service.ts'
import { ratings } from './calls/ratings/service.ts'
import { voiceMessages } from './calls/voice/service.ts'
import { duplicates } from './clients/duplicates.ts'
import { people } from './clients/people.ts'
import { clients } from './clients/service.ts'
import { mass } from './clients/mass/service.ts'
import { terminals } from './terminals/service.ts'
import { timeline } from './clients/timeline/service.ts'
import { devices } from './devices/service.ts'
import { door } from './door.ts'
import { files } from './files/service.ts'
import { FolderProblem } from './folder.ts'
import { imports } from './imports/service.ts'
import { items } from './items/service.ts'
import { lists } from './lists/service.ts'
import { log } from './log.ts'
import { note } from './notebook.ts'
import type { Office } from './office.ts'
import { admit, perform, type Admitted, type AnyService } from './perform.ts'
import { recordings } from './calls/recordings/service.ts'
import { session } from './session.ts'
import { office as officeSettings } from './settings.ts'
import { staff } from './staff.ts'
import { documents } from './stock/documents.ts'
import { journal } from './stock/journal.ts'
import { stock } from './stock/stock.ts'
import { stockTakes } from './stock/takes.ts'
import { warehouses } from './stock/warehouses.ts'
import { targets } from './targets.ts'
import { till } from './till/service.ts'
import { views } from './views.ts'
import type { Caller, Services } from './work.ts'

/** One service for every procedure of the contract: the types see to it that none is missing. */
const services: { [Area in keyof typeof contract]: Services<Area> } = {
  door,
  session,
  clients,
  duplicates,
  files,
  timeline,
  mass,
  imports,
  lists,
  people,
  staff,
  log,
  backups,
  office: officeSettings,
  targets,
  views,
  calls,
  callHistory,
  telephone,
  callLists,
  callRates,
  callResults,
  callCosts,
  dialling,
  callPopup,
  voiceMessages,
  ratings,
  callQuality,
  recordings,
  till,
  devices,
  terminals,
  items,
  documents,
  journal,
  stock,
  stockTakes,
  warehouses,
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
            // The input is looked at behind the first middleware: only of those who may ask at all.
            implement(procedure, { initialInputValidationIndex: 1 })
              .$context<CallContext>()
              .use(async ({ context, next }) => {
                const actor = await admit(office, meta, context.caller).catch((error: unknown) => {
                  throw forTheWindow(action, error)
                })
                return next({ context: { actor } })
              })
              .handler(async ({ input, context, signal }) => {
                const { caller, actor, commandKey } = context
                try {
                  const admitted = { office, action, meta, caller, actor, commandKey, signal }
                  return withRefusals(admitted, await perform(admitted, service, input))
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

/** What a service goes on telling may end with a refusal too. That a window has gone away is none, and no fault. */
function withRefusals({ action, signal }: Admitted, result: unknown): unknown {
  if (typeof result !== 'object' || result === null || !(Symbol.asyncIterator in result)) return result
  const steps = result as AsyncGenerator<unknown>
  return {
    next: () =>
      steps.next().catch((error: unknown) => {
        throw signal?.aborted && !(error instanceof Refusal) ? error : forTheWindow(action, error)
      }),
    return: (value: unknown) => steps.return(value),
    throw: (error: unknown) => steps.throw(error),
    [Symbol.asyncIterator]() {
      return this
    },
  }
}

/** Refusals go to the window as they are; of anything else it learns only that something broke, the notebook the rest. */
function forTheWindow(action: string, error: unknown): unknown {
  const missing = namesNothing(error) || error instanceof FolderProblem
  const refusal = missing ? new Refusal('NOT_FOUND') : error
  if (refusal instanceof Refusal) {
    return new ORPCError(refusal.code, {
      defined: true,
      status: errorCodes[refusal.code as ErrorCode].status,
      data: refusal.data,
      message: refusal.code,
    })
  }
  if (error instanceof ORPCError) return error
  note('error', action, error)
  return new ORPCError('INTERNAL_SERVER_ERROR', { message: 'INTERNAL_SERVER_ERROR' })
}
