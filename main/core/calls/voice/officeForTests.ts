import { expect } from 'vitest'
import type { VoiceRules } from '../../../../app/voice.ts'
import { draft, testOffice, type Person, type TestOffice } from '../../testOffice.ts'
import { addExchange, asteriskAt } from '../callsForTests.ts'
import { playingExchange, wav, type Behaviour } from './voiceForTests.ts'

export const LENGTH = 1500
export const always = { from: 0, to: 1440, days: [0, 1, 2, 3, 4, 5, 6] }
export const rules: VoiceRules = { lines: 2, attempts: 2, pause: 1, hours: always }
export const rights = ['clients.see', 'clients.edit', 'calls.lists', 'calls.dial', 'telephone.edit'] as const

/** Brings a recording, as a window does. */
export async function brought({ ask }: Person, bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const { upload } = await ask.files.begin({ size: bytes.length })
  await ask.files.part({ upload, offset: 0, bytes: new File([bytes], 'part') })
  return upload
}

/** An office with a message to these numbers, whose owners behave as told. */
export async function officeCalling(
  people: Readonly<Record<string, Behaviour>>,
  more: Partial<VoiceRules> = {},
) {
  const exchange = await playingExchange((number) => people[number] ?? 'BUSY')
  const office = await testOffice()
  const maly = await office.person({ rights })
  const id = await addExchange(office, asteriskAt(exchange.port))
  await expect.poll(() => office.office.exchanges.states()[0]?.state).toBe('connected')
  for (const typed of Object.keys(people))
    await maly.ask.clients.create(draft(typed, { phones: [{ typed }] }))
  const upload = await brought(maly, wav(LENGTH))
  const message = await maly.ask.voiceMessages.save({
    name: 'We are closed on Monday',
    exchange: id,
    file: { upload, name: 'closed.wav' },
    rules: { ...rules, ...more },
  })
  await maly.ask.voiceMessages.add({ id: message.id, source: { from: 'clients', target: { filter: {} } } })
  return { office, maly, exchange, id: message.id, exchangeId: id }
}

/** The one message there is. */
export const shown = async ({ ask }: Person) => (await ask.voiceMessages.list())[0]!
export const results = async ({ ask }: Person, id: number) =>
  Object.fromEntries(
    (await ask.voiceMessages.people({ id })).rows.map(({ client, result }) => [client?.name, result]),
  )
export const count = ({ office }: TestOffice, sql: string) => office.connection.raw.prepare(sql).pluck().get()
