import { MessageChannel } from 'node:worker_threads'
import { createORPCClient } from '@orpc/client'
import { RPCLink } from '@orpc/client/message-port'
import type { ContractRouterClient } from '@orpc/contract'
import { expect, onTestFinished, test } from 'vitest'
import type { Contract } from '../../app/contract/index.ts'
import { draft, ownerName, ownerPassword, testOffice } from '../core/testOffice.ts'
import { openPortDoor, type OfficePort } from './port.ts'

/** A window of the installed program: one end of a real channel, the other in the office. */
function openWindow(takeIn: (port: OfficePort) => void) {
  const { port1, port2 } = new MessageChannel()
  takeIn(port1 as unknown as OfficePort)
  onTestFinished(() => port2.close())
  const link = new RPCLink({ port: port2 as unknown as MessagePort })
  port2.start()
  return { port: port2, ask: createORPCClient<ContractRouterClient<Contract>>(link) }
}

test('a window signs in, asks and hears over its port', async () => {
  const office = await testOffice()
  const { ask } = openWindow(openPortDoor(office.office))
  expect(await ask.door.state()).toMatchObject({ state: 'sign-in' })
  await expect(ask.clients.page({})).rejects.toMatchObject({ code: 'NOT_SIGNED_IN' })
  expect(await ask.door.signIn({ name: ownerName, password: ownerPassword })).toMatchObject({
    name: ownerName,
  })
  const events = await ask.session.events()
  const { id } = await ask.clients.create(draft('Mekong Rice'))
  expect((await events.next()).value).toEqual({ type: 'client.changed', ids: [id] })
  expect((await ask.log.of({ type: 'client', id }))[0]).toMatchObject({
    by: ownerName,
    seat: 'this computer',
  })
  await events.return?.(undefined)
})

test('all windows of the program are one session, which ends for all', async () => {
  const office = await testOffice()
  const takeIn = openPortDoor(office.office)
  const one = openWindow(takeIn)
  const other = openWindow(takeIn)
  await one.ask.door.signIn({ name: ownerName, password: ownerPassword })
  expect(await other.ask.session.account()).toMatchObject({ name: ownerName })
  const events = await other.ask.session.events()
  const ended = events.next().catch((error: unknown) => error)
  await one.ask.door.signOut()
  expect(await ended).toMatchObject({ code: 'NOT_SIGNED_IN' })
  await expect(other.ask.session.account()).rejects.toMatchObject({ code: 'NOT_SIGNED_IN' })
})

test('a closed window is forgotten and the others go on', async () => {
  const office = await testOffice()
  const takeIn = openPortDoor(office.office)
  const one = openWindow(takeIn)
  const other = openWindow(takeIn)
  await one.ask.door.signIn({ name: ownerName, password: ownerPassword })
  await one.ask.session.events()
  one.port.close()
  office.office.tell({ type: 'office.changed' })
  expect(await other.ask.session.account()).toMatchObject({ name: ownerName })
})
