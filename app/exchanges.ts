import { z } from 'zod'

/** What an office says of its telephone exchanges: by kind, without the secrets. */

export const exchangeKinds = ['ami', 'smdr', 'http', 'practice'] as const
export type ExchangeKind = (typeof exchangeKinds)[number]

const port = z.number().int().min(1).max(65_535)
const host = z.string().trim().min(1).max(200)
const name = z.string().trim().min(1).max(100)

/** Asterisk and what is made of it (FreePBX, Issabel, …), and the practice exchange. */
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
  /** A ready-made format. */
  format: name,
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

/** Exchanges at a provider, that tell of their calls through the public door. */
export const httpSettings = z.object({
  /** A ready-made mapping. */
  mapping: name,
  /** The office's name at the provider, for orders. */
  key: z.string().max(300),
})

export const exchangeSettings = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('ami'), settings: amiSettings }),
  z.object({ kind: z.literal('practice'), settings: amiSettings }),
  z.object({ kind: z.literal('smdr'), settings: smdrSettings }),
  z.object({ kind: z.literal('http'), settings: httpSettings }),
])
export type ExchangeSettings = z.infer<typeof exchangeSettings>

/** What is kept apart and never given out. `password`: of the exchange; `order`: the provider's key for orders. */
export interface ExchangeSecret {
  readonly password?: string
  readonly order?: string
}
