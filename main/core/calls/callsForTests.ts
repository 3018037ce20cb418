import type { PbxCall } from '../../../app/calls.ts'
import { insertExchange, setExtensions, type ExchangeDraft } from '../../../db/calls/exchanges.ts'
import type { TestOffice } from '../testOffice.ts'

/** An Asterisk as an office sets it up, at a port of this computer. */
export const asteriskAt = (port: number, more: Partial<ExchangeDraft> = {}): ExchangeDraft =>
  ({
    kind: 'ami',
    name: 'Front office',
    branch: '',
    enabled: true,
    secret: { password: 'crm-secret' },
    settings: {
      host: '127.0.0.1',
      port,
      user: 'crm',
      md5: true,
      phoneChannel: 'PJSIP/{extension}',
      lineChannel: 'PJSIP/{number}@trunk',
      context: 'office',
      trunks: [],
      phones: {},
      ringSeconds: 30,
    },
    ...more,
  }) as ExchangeDraft

/** Sets up an exchange and whose telephones are whose; listened to from now on where it is enabled. */
export async function addExchange(
  { office }: TestOffice,
  draft: ExchangeDraft,
  telephones: Readonly<Record<string, { readonly id: number }>> = {},
): Promise<number> {
  const id = await office.writing.transaction().execute(async (trx) => {
    const exchange = await insertExchange(trx, draft)
    const extensions = Object.entries(telephones).map(([extension, person]) => ({
      extension,
      userId: person.id,
    }))
    await setExtensions(trx, exchange, extensions)
    return exchange
  })
  await office.exchanges.reload()
  return id
}

/** A call that comes in and rings at 101. */
export const ringing = (id: string, from: string, more: Partial<PbxCall> = {}): PbxCall => ({
  id,
  references: [id],
  at: 1_795_300_000_000,
  direction: 'incoming',
  from,
  fromName: '',
  to: '023900100',
  startedAt: 1_795_300_000_000,
  answeredAt: null,
  endedAt: null,
  ringing: ['101'],
  talking: [],
  rang: ['101'],
  answeredBy: null,
  employee: null,
  transferredTo: [],
  outcome: null,
  waitSeconds: 0,
  talkSeconds: 0,
  talkingSince: null,
  voiceMessage: false,
  recording: null,
  partOf: null,
  ...more,
})

/** The same call, answered at 101. */
export const answered = (call: PbxCall): PbxCall => ({
  ...call,
  at: call.at + 5_000,
  answeredAt: call.at + 5_000,
  ringing: [],
  talking: ['101'],
  answeredBy: '101',
  employee: '101',
  waitSeconds: 5,
  talkingSince: call.at + 5_000,
})

/** The same call, over. */
export const ended = (call: PbxCall): PbxCall => ({
  ...call,
  at: call.at + 60_000,
  endedAt: call.at + 60_000,
  ringing: [],
  talking: [],
  talkingSince: null,
  outcome: call.answeredAt === null ? 'missed' : 'answered',
  talkSeconds: call.answeredAt === null ? 0 : 60,
})
