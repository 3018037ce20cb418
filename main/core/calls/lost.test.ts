import { expect, onTestFinished, test, vi } from 'vitest'
import { PracticeAsterisk } from '../../bridges/pbx/ami/practice.ts'
import { PracticeServer } from '../../bridges/pbx/ami/practiceServer.ts'
import { testOffice } from '../testOffice.ts'
import { addExchange, asteriskAt } from './callsForTests.ts'

const patience = 20_000

/** An office that listens over TCP to an exchange at which 101 is the owner's telephone. */
async function listening() {
  let server = new PracticeServer()
  const port = await server.listen()
  const office = await testOffice()
  const owner = await office.owner()
  await addExchange(office, asteriskAt(port), { 101: owner })
  onTestFinished(async () => {
    await office.office.exchanges.stop()
    await server.close()
  })
  const connected = () => vi.waitFor(() => expect(server.listeners).toBe(1), patience)
  await connected()
  return {
    owner,
    connected,
    server: () => server,
    say: (pbx: PracticeAsterisk) => server.say(text(pbx)),
    /** The process of the exchange is killed, and another takes its place, up since a second. */
    async killed() {
      await server.close()
      server = new PracticeServer()
      server.welcome(() => 'Event: FullyBooted\r\nUptime: 1\r\nStatus: Fully Booted\r\n\r\n')
      await server.listen(port)
      await connected()
    },
    rows: async () => (await owner.ask.calls.page({ limit: 500 })).rows,
    gaps: async () => (await owner.ask.telephone.all()).exchanges[0]?.gaps ?? [],
  }
}

const text = (pbx: PracticeAsterisk) =>
  pbx.said
    .splice(0)
    .map((said) => said.text)
    .join('')

function talking(pbx: PracticeAsterisk, number: string) {
  const customer = pbx.comesIn(number, '023900100')
  const desk = pbx.rings(customer, '101')
  pbx.answers(customer, desk)
  return { customer, desk }
}

test('the network is cut during three calls: the one that is still on goes on, the others are closed as not seen to their end, each is there once', async () => {
  const { owner, connected, server, say, rows, gaps } = await listening()
  const pbx = new PracticeAsterisk()
  const stays = talking(pbx, '012345670')
  for (const number of ['012345671', '012345672']) talking(pbx, number)
  say(pbx)
  await vi.waitFor(async () => expect(await owner.ask.calls.live()).toHaveLength(3), patience)
  server().answers.set('coreshowchannels', (order) => {
    pbx.lists([
      { channel: stays.customer, seconds: 2, application: 'Dial' },
      { channel: stays.desk, seconds: 2, application: 'AppDial' },
    ])
    const channels = text(pbx).match(/Event: CoreShowChannel\r\n[^]*?\r\n\r\n/g) ?? []
    return server().list(order, channels.join(''))
  })
  server().cut()
  await vi.waitFor(async () => expect(await owner.ask.calls.live()).toHaveLength(1), patience)
  await connected()
  pbx.hangsUp(stays.customer, stays.desk)
  say(pbx)
  await vi.waitFor(async () => expect(await owner.ask.calls.live()).toEqual([]), patience)
  expect((await rows()).map(({ number, outcome }) => [number, outcome]).sort()).toEqual([
    ['012345670', 'answered'],
    ['012345671', 'unknown'],
    ['012345672', 'unknown'],
  ])
  expect(await gaps()).toMatchObject([{ filled: false }])
})

test('the exchange is killed during calls: they end as not seen, and those under its old channel names are new ones', async () => {
  const { owner, say, killed, rows, gaps } = await listening()
  const pbx = new PracticeAsterisk(1_795_300_000)
  talking(pbx, '012345670')
  talking(pbx, '012345671')
  say(pbx)
  await vi.waitFor(async () => expect(await owner.ask.calls.live()).toHaveLength(2), patience)
  await killed()
  await vi.waitFor(async () => expect(await owner.ask.calls.live()).toEqual([]), patience)
  const again = new PracticeAsterisk(1_795_300_900)
  const { customer, desk } = talking(again, '012345670')
  again.hangsUp(customer, desk)
  say(again)
  await vi.waitFor(
    async () =>
      expect((await rows()).map(({ number, outcome }) => [number, outcome]).sort()).toEqual([
        ['012345670', 'answered'],
        ['012345670', 'unknown'],
        ['012345671', 'unknown'],
      ]),
    patience,
  )
  expect(await gaps()).toMatchObject([{ filled: false }])
})

test('a line without end, garbage and a flood of calls: every call is there once, with its end', async () => {
  const { say, server, rows } = await listening()
  server().say(Buffer.alloc(3_000_000, 'x'))
  server().say(Buffer.from(Array.from({ length: 4096 }, (_, at) => (at * 131) % 256)))
  server().say('\r\n\r\n: \r\nEvent\r\n\r\nEvent: Newchannel\r\nUniqueid: \r\nLinkedid: \0\r\n\r\n')
  const pbx = new PracticeAsterisk()
  const numbers = Array.from({ length: 300 }, (_, index) => `0${12_000_000 + index}`)
  for (const number of numbers) {
    const { customer, desk } = talking(pbx, number)
    pbx.hangsUp(customer, desk)
  }
  say(pbx)
  const ended = async () => (await rows()).filter(({ outcome }) => outcome === 'answered')
  await vi.waitFor(async () => expect(await ended()).toHaveLength(numbers.length), patience)
  expect((await rows()).map(({ number }) => number).sort()).toEqual(numbers)
}, 60_000)
