import { ORPCError } from '@orpc/server'
import type { StandardHandlerOptions } from '@orpc/server/standard'
import { note } from '../core/notebook.ts'
import type { CallContext } from '../core/router.ts'

/** Under which the window sends a command's idempotency key, whichever door it comes through. */
const commandKeyHeader = 'x-command-key'

type Interceptors = NonNullable<StandardHandlerOptions<CallContext>['interceptors']>

/** What breaks before a call reaches its service would otherwise be lost: the caller only hears that something did. */
const noteFailure: Interceptors[number] = async (options) => {
  try {
    return await options.next()
  } catch (error) {
    if (!(error instanceof ORPCError)) note('error', 'door', error)
    throw error
  }
}

/** Hands the key of each command on to the core, beside who calls. */
const carryCommandKey: Interceptors[number] = (options) => {
  const key = options.request.headers[commandKeyHeader]
  // Spread, as oRPC's own plugins keep things in the context too.
  const context = { ...options.context, commandKey: typeof key === 'string' ? key.slice(0, 100) : undefined }
  return options.next({ ...options, context })
}

/** What every door does with a call before the core has it. */
export const interceptors: Interceptors = [noteFailure, carryCommandKey]
