import type { StandardHandlerOptions } from '@orpc/server/standard'
import type { CallContext } from '../core/router.ts'

/** Under which the window sends a command's idempotency key, whichever door it comes through. */
const commandKeyHeader = 'x-command-key'

/** Hands the key of each command on to the core, beside who calls. */
export const carryCommandKey: NonNullable<StandardHandlerOptions<CallContext>['interceptors']>[number] = (options) => {
  const key = options.request.headers[commandKeyHeader]
  const { caller } = options.context
  return options.next({
    ...options,
    context: {
      caller: {
        seat: caller.seat,
        token: caller.token,
        keepToken: (token) => caller.keepToken(token),
        commandKey: typeof key === 'string' ? key.slice(0, 100) : undefined,
      },
    },
  })
}
