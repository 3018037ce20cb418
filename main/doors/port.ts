import { RPCHandler } from '@orpc/server/message-port'
import { contract } from '../../app/contract/index.ts'
import type { Office } from '../core/office.ts'
import { officeRouter, type CallContext } from '../core/router.ts'
import { interceptors } from './interceptors.ts'

/** What a MessagePort of a page, a worker or Electron comes to here. */
export type OfficePort = Parameters<RPCHandler<CallContext>['upgrade']>[0]

/**
 * The door for the windows of the installed program: one port per window, all of one computer and one session.
 * Returns what takes each new port in.
 */
export function openPortDoor(office: Office): (port: OfficePort) => void {
  const handler = new RPCHandler<CallContext>(
    officeRouter(office, Object.keys(contract) as (keyof typeof contract)[]),
    {
      interceptors,
    },
  )
  let token: string | null = null
  return (port) =>
    handler.upgrade(port, {
      context: {
        caller: {
          seat: 'this computer',
          isAtOffice: true,
          // Read at each call, as a sign-in through one window counts for all of them.
          get token() {
            return token
          },
          keepToken: (kept) => {
            token = kept
          },
        },
      },
    })
}
