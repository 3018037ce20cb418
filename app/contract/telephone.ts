import { z } from 'zod'
import { callOutcomes } from '../calls.ts'
import { exchangeKinds, exchangeSettings, httpSettings, smdrSettings } from '../exchanges.ts'
import { pbxProblems } from '../pbxProblems.ts'
import { recordingsPlace } from '../recordings.ts'
import { callDirections } from './calls.ts'
import { command, read, task } from './procedure.ts'

const id = z.number().int().positive()

/** How the connection to an exchange stands. */
export const exchangeState = z.object({
  id,
  name: z.string(),
  kind: z.enum(exchangeKinds),
  state: z.enum(['off', 'connecting', 'connected', 'waiting']),
  problem: z.enum(pbxProblems).nullable(),
  /** When it will be tried again, while `waiting`. */
  retryAt: z.number().nullable(),
  /** Until when it was listened to; null where it never was. */
  heardUntil: z.number().nullable(),
})
export type ExchangeState = z.infer<typeof exchangeState>

/** Whose telephone an extension is. */
const extension = z.object({ extension: z.string().trim().min(1).max(40), userId: id })

const exchangeNames = {
  name: z.string().trim().min(1).max(100),
  branch: z.string().trim().max(100),
  enabled: z.boolean(),
  extensions: z.array(extension).max(2000),
}

/** An exchange as it is set up. Secrets stay in the office: only whether there is one is said. */
export const exchange = exchangeSettings.and(
  z.object({
    id,
    ...exchangeNames,
    hasPassword: z.boolean(),
    hasOrderKey: z.boolean(),
    recordings: recordingsPlace,
    hasRecordingsPassword: z.boolean(),
    /** The latest stretches in which nobody listened. */
    gaps: z.array(z.object({ from: z.number(), to: z.number(), filled: z.boolean() })),
  }),
)
export type TelephoneExchange = z.infer<typeof exchange>

const secret = z.string().max(300).optional()
/** A secret that is absent stays as it is. */
const secrets = { password: secret, orderKey: secret }

export const exchangeDraft = exchangeSettings.and(
  z.object({
    id: id.optional(),
    ...exchangeNames,
    ...secrets,
    /** Absent: as it is. */
    recordings: recordingsPlace.optional(),
    recordingsPassword: secret,
  }),
)
export type TelephoneDraft = z.infer<typeof exchangeDraft>

export const abilities = ['dial', 'hang_up', 'transfer', 'voice_message'] as const

export const telephone = {
  states: read('calls.see').output(z.array(exchangeState)),
  all: read('telephone.edit').output(
    z.object({
      exchanges: z.array(exchange),
      /** To whom telephones can be given. */
      people: z.array(z.object({ id, name: z.string() })),
      formats: z.array(
        z.object({
          id: z.string(),
          name: z.string(),
          patterns: z.array(z.string()),
          dateOrder: z.enum(['MDY', 'DMY', 'YMD']),
          moment: z.enum(['start', 'end']),
          port: z.number(),
          asksPassword: z.boolean(),
        }),
      ),
      mappings: z.array(z.object({ id: z.string(), name: z.string(), dials: z.boolean() })),
    }),
  ),
  save: command('telephone.edit').input(exchangeDraft).output(z.object({ id })),
  /** Its calls stay. */
  remove: command('telephone.edit')
    .input(z.object({ id, removed: z.boolean() }))
    .output(z.null()),
  /** Tries the connection as it would be; changes nothing, neither here nor there. */
  test: task('telephone.edit')
    .input(exchangeSettings.and(z.object({ id: id.optional(), ...secrets })))
    .output(
      z.object({
        problem: z.enum(pbxProblems).nullable(),
        /** What the exchange says it is. */
        banner: z.string(),
        /** What it may not be asked for. */
        lacking: z.array(z.enum(abilities)),
      }),
    ),
  /** Serial lines of the office's computer. */
  serialLines: read('telephone.edit').output(z.array(z.object({ path: z.string(), maker: z.string() }))),
  /** What lines would mean. Throws BAD_PATTERN. */
  tryLines: read('telephone.edit')
    .input(
      z.object({ settings: smdrSettings.pick({ format: true, own: true }), text: z.string().max(20_000) }),
    )
    .output(
      z.array(
        z.object({
          line: z.string(),
          /** `no_call`: it fits, but tells of none; `strange`: it does not fit. */
          kind: z.enum(['call', 'no_call', 'strange']),
          direction: z.enum(callDirections).nullable(),
          extension: z.string(),
          number: z.string(),
          trunk: z.string(),
          moment: z.number().nullable(),
          talkSeconds: z.number(),
          answered: z.boolean(),
        }),
      ),
    ),
  /** What a notification would mean; none where it tells of no call, null where it cannot be read. */
  tryNotification: read('telephone.edit')
    .input(
      z.object({ settings: httpSettings.pick({ mapping: true, own: true }), text: z.string().max(100_000) }),
    )
    .output(
      z
        .array(
          z.object({
            id: z.string(),
            kind: z.enum(['ringing', 'answered', 'transferred', 'ended', 'complete', 'ignored']),
            direction: z.enum(callDirections).nullable(),
            from: z.string(),
            to: z.string(),
            extension: z.string(),
            moment: z.number().nullable(),
            talkSeconds: z.number().nullable(),
            outcome: z.enum(callOutcomes).nullable(),
          }),
        )
        .nullable(),
    ),
}
