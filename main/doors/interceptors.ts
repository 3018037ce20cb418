import { ORPCError } from '@orpc/server'
import type { StandardHandlerOptions } from '@orpc/server/standard'
import { note } from '../core/notebook.ts'
import type { CallContext } from '../core/router.ts'

/** Under which the window sends a command's idempotency key, whichever door it comes through. */
const commandKeyHeader = 'x-command-key'
const longestKey = 100

type Interceptors = NonNullable<StandardHandlerOptions<CallContext>['interceptors']>

/**
 * What breaks before a call reaches its service would otherwise be lost: the caller only hears that something did.
 * Only where it broke, as the message of a parser quotes what was sent, and that may be a password.
 */
const noteFailure: Interceptors[number] = async (options) => {
  try {
    return await options.next()
  } catch (error) {
    if (!(error instanceof ORPCError)) note('warn', 'door', framesOf(error))
    throw error
  }
}

const framesOf = (error: unknown): string | undefined =>
  error instanceof Error ? error.stack?.slice(error.stack.indexOf('\n    at ') + 1) : undefined

/** Hands the key of each command on to the core, beside who calls. */
const carryCommandKey: Interceptors[number] = async (options) => {
  const key = options.request.headers[commandKeyHeader]
  // Cut short, two keys might become one.
  if (key !== undefined && (typeof key !== 'string' || key.length > longestKey))
    throw new ORPCError('BAD_REQUEST', { message: `${commandKeyHeader} is too long` })
  // Spread, as oRPC's own plugins keep things in the context too.
  const context = { ...options.context, commandKey: key }
  return options.next({ ...options, context })
}

/** What every door does with a call before the core has it. */
export const interceptors: Interceptors = [noteFailure, carryCommandKey]
