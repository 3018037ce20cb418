import { z } from 'zod'

/** What an office says of its telephone exchanges: by kind, without the secrets. */

export const exchangeKinds = ['ami', 'smdr', 'http', 'practice'] as const
export type ExchangeKind = (typeof exchangeKinds)[number]

const port = z.number().int().min(1).max(65_535)
const host = z.string().trim().min(1).max(200)
const name = z.string().trim().min(1).max(100)

/** Asterisk and what is made of it (FreePBX, Issabel, …). */
export const amiSettings = z.object({
  host,
  port,
  user: name,
  /** Prove the password without sending it. */
  md5: z.boolean(),
  phoneChannel: name.includes('{extension}'),
  lineChannel: name.includes('{number}'),
  context: name,
  /** Names of lines; where they are given, every other name is a telephone. */
  trunks: z.array(name).max(100),
  /** Telephones that are not named by their extension. */
  phones: z.record(name, name),
  ringSeconds: z.number().int().min(5).max(120),
})

/** Small exchanges that print their calls. */
export const smdrSettings = z.object({
  /** A ready-made format, or what the office's own is like but for its lines. */
  format: name,
  /** The office's own lines in place of the format's; null: as they are. */
  own: z
    .object({
      patterns: z.array(z.string().trim().min(1).max(500)).min(1).max(10),
      dateOrder: z.enum(['MDY', 'DMY', 'YMD']),
      /** Whether the moment printed is the beginning of the call or its end. */
      moment: z.enum(['start', 'end']),
    })
    .nullable(),
  source: z.discriminatedUnion('kind', [
    z.object({
      kind: z.literal('serial'),
      path: z.string().trim().min(1).max(300),
      baud: z.number().int().min(50).max(1_000_000),
      bits: z.union([z.literal(7), z.literal(8)]),
      parity: z.enum(['none', 'even', 'odd']),
    }),
    z.object({ kind: z.literal('tcp'), host, port }),
    z.object({ kind: z.literal('listen'), host, port }),
  ]),
})

/** What a provider's notification can say of a call. */
export const notificationFields = [
  'id',
  'event',
  'direction',
  'from',
  'fromName',
  'to',
  'extension',
  'transferredTo',
  'startedAt',
  'answeredAt',
  'endedAt',
  'ringSeconds',
  'talkSeconds',
  'status',
  'recording',
] as const
export type NotificationField = (typeof notificationFields)[number]

/** Exchanges at a provider, that tell of their calls through the public door. */
export const httpSettings = z.object({
  /** A ready-made mapping, or what the office's own is like but for the places named. */
  mapping: name,
  /** The office's own: where each thing stands ("call.from.number"), and in which header or field the secret. */
  own: z
    .object({
      fields: z.partialRecord(z.enum(notificationFields), z.string().trim().min(1).max(100)),
      proof: z.object({ kind: z.enum(['header', 'field']), name }).nullable(),
    })
    .nullable(),
  /** The office's name at the provider, for orders. */
  key: z.string().max(300),
  /** A call of which nothing is told for so long is over: nobody saw its end. */
  silentMinutes: z.number().int().min(5).max(1440),
})

export const exchangeSettings = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('ami'), settings: amiSettings }),
  /** Lies in the program itself: there is nothing to set up. */
  z.object({ kind: z.literal('practice'), settings: z.object({}) }),
  z.object({ kind: z.literal('smdr'), settings: smdrSettings }),
  z.object({ kind: z.literal('http'), settings: httpSettings }),
])
export type ExchangeSettings = z.infer<typeof exchangeSettings>

/** Where its password goes: whoever changes this has to know the password. */
export function placeOf({ kind, settings }: ExchangeSettings): string {
  if (kind === 'practice') return ''
  if (kind === 'smdr') return JSON.stringify(settings.source)
  return kind === 'http' ? settings.mapping : `${settings.host}:${settings.port}`
}

/**
 * What is kept apart and never given out. `password`: of the exchange; `order`: the provider's key for orders;
 * `recordings`: of the server with the recordings.
 */
export interface ExchangeSecret {
  readonly password?: string
  readonly order?: string
  readonly recordings?: string
}
