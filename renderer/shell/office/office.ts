import { createORPCClient, type ClientLink } from '@orpc/client'
import { RPCLink as FetchLink } from '@orpc/client/fetch'
import { RPCLink as PortLink } from '@orpc/client/message-port'
import type { ContractRouterClient } from '@orpc/contract'
import { createTanstackQueryUtils } from '@orpc/tanstack-query'
import type { Contract } from '../../../app/contract/index.ts'
import { setConnection } from './connection.ts'
import { newCommandKey, SocketLink, type CallContext } from './socketLink.ts'

/** What the installed program's preload hands to the page; absent in a browser. */
declare global {
  interface Window {
    counterpart?: {
      askForPort(): void
      /** Asks for the folder of another office and opens it in place of this one. */
      chooseFolder?(): void
    }
  }
}

export type OfficeClient = ContractRouterClient<Contract, CallContext>

/** The port that the installed program's host hands to this window; undefined in a browser. */
function takePort(): Promise<MessagePort> | undefined {
  const { counterpart } = window
  if (!counterpart) return undefined
  return new Promise((resolve) => {
    window.addEventListener('message', ({ source, data, ports }) => {
      if (source === window && data === 'office-port' && ports[0]) resolve(ports[0])
    })
    counterpart.askForPort()
  })
}

/** Through HTTP for the door and one WebSocket for the rest, or, in the installed program, through a port. */
async function makeLink(): Promise<{
  link: ClientLink<CallContext>
  signedIn: () => void
  signedOut: () => void
}> {
  const port = await takePort()
  if (port) {
    const link = new PortLink<CallContext>({
      port,
      headers: ({ context }) => ({ 'x-command-key': context.commandKey ?? newCommandKey() }),
    })
    port.start()
    setConnection('open')
    return { link, signedIn: () => undefined, signedOut: () => undefined }
  }
  const door = new FetchLink<CallContext>({ url: `${location.origin}/door/call` })
  const socket = new SocketLink(`${location.origin.replace(/^http/, 'ws')}/door/socket`, async () => {
    const state = await door.call(['door', 'state'], undefined, { context: {} })
    return (state as { state: string }).state === 'desk'
  })
  return {
    link: { call: (path, input, options) => (path[0] === 'door' ? door : socket).call(path, input, options) },
    signedIn: () => socket.signedIn(),
    signedOut: () => socket.close(),
  }
}

const { link, signedIn, signedOut } = await makeLink()

/** The office: the one way in which the windows ask it anything. */
export const office: OfficeClient = createORPCClient(link)

/** The same as TanStack Query options and keys: `ask.clients.card.queryOptions({ input: { id } })`. */
export const ask = createTanstackQueryUtils(office)

/** The line may be taken again: somebody has signed in. */
export const enterOffice = signedIn

/** Lets go of the line after a sign-out. */
export const leaveOffice = signedOut
