import type { TimelineEntry, TimelineKind } from '../../../../app/contract/timeline.ts'
import { hides, may } from '../../../../app/rights.ts'
import { readAttemptsOf } from '../../../../db/calls/attempts.ts'
import { readCallsOf } from '../../../../db/calls/ofClients.ts'
import { readVoiceOf } from '../../../../db/calls/voice.ts'
import { readRemarks, type StoredRemark } from '../../../../db/clients/remarks.ts'
import { readMassOf } from '../../../../db/clients/mass.ts'
import { readHistory, readImportsOf } from '../../../../db/clients/timeline.ts'
import { ownCallsOf } from '../../calls/reach.ts'
import { readable } from '../../log.ts'
import { logged } from '../mass/acts.ts'
import type { Actor, Look } from '../../work.ts'

/** What a source is asked for: entries of these cards with smaller ids than `before`. */
export interface Asked {
  readonly ids: readonly number[]
  readonly before: number | undefined
  readonly limit: number
}

/**
 * One stream of things that happen with a client. An area that has more to tell (calls, messages, sales, payments,
 * tasks, documents) adds its source to the list below, and its kind of entry to `app/contract/timeline.ts`.
 */
export interface TimelineSource {
  /** How far it has been read is kept under this name. */
  readonly name: string
  readonly kind: TimelineKind
  /** The latest first: at most `limit` entries, each with the id by which the next stretch goes on behind it. */
  read(look: Look, asked: Asked): Promise<readonly { readonly id: number; readonly entry: TimelineEntry }[]>
}

export const sources: readonly TimelineSource[] = [
  {
    name: 'remarks',
    kind: 'remark',
    async read({ base, actor }, { ids, before, limit }) {
      if (hides(actor.grant, 'client.notes')) return []
      const remarks = await readRemarks(base, ids, { before, limit })
      return remarks.map((stored) => ({ id: stored.id, entry: remarkEntry(stored, actor) }))
    },
  },
  {
    name: 'changes',
    kind: 'change',
    async read({ base, actor }, { ids, before, limit }) {
      const operations = readable(await readHistory(base, ids, { before, limit }), actor.grant)
      return operations.map((operation) => ({
        id: operation.id,
        entry: { kind: 'change', at: operation.at, by: operation.by, operation },
      }))
    },
  },
  {
    // What was done to this client together with others stands in the log once for all of them.
    name: 'mass',
    kind: 'change',
    async read({ base, actor }, { ids, before, limit }) {
      const done = await readMassOf(base, ids, { before, limit })
      return done.map(({ id, client_id, at, by, seat, act, before: was, undone_at }) => {
        const action = undone_at === null ? 'mass.run' : 'mass.undone'
        const subject = { type: 'client', id: client_id, name: '' }
        const changes = [logged(act, was, at)]
        const [operation] = readable([{ id: -id, at, by, seat, action, subject, changes }], actor.grant)
        return { id, entry: { kind: 'change', at, by, operation: operation! } }
      })
    },
  },
  {
    name: 'calls',
    kind: 'call',
    async read({ base, actor }, { ids, before, limit }) {
      if (!may(actor.grant, 'calls.see')) return []
      const calls = await readCallsOf(base, ids, { before, limit }, ownCallsOf(actor))
      return calls.map(({ id, at, by, direction, outcome, talked, missed, returned_at, note }) => ({
        id,
        entry: {
          kind: 'call',
          at,
          by,
          call: { id, direction, outcome, talked, missed: missed === 1, returnedAt: returned_at, note },
        },
      }))
    },
  },
  {
    name: 'callAttempts',
    kind: 'series',
    async read({ base, actor }, { ids, before, limit }) {
      const attempts = await readAttemptsOf(base, ids, { before, limit })
      return attempts.map(({ id, at, by, name, result, note }) => ({
        id,
        entry: {
          kind: 'series',
          at,
          by,
          series: {
            what: 'attempt',
            id,
            list: name,
            result,
            note: hides(actor.grant, 'client.notes') ? '' : note,
          },
        },
      }))
    },
  },
  {
    name: 'voiceMessages',
    kind: 'series',
    async read({ base }, { ids, before, limit }) {
      const told = await readVoiceOf(base, ids, { before, limit })
      return told.map(({ id, at, by, name, result }) => ({
        id,
        entry: { kind: 'series', at, by, series: { what: 'voice', id, message: name, result } },
      }))
    },
  },
  {
    name: 'imports',
    kind: 'import',
    async read({ base }, { ids, before, limit }) {
      const imports = await readImportsOf(base, ids, { before, limit })
      return imports.map(({ id, at, by, file }) => ({
        id,
        entry: { kind: 'import', at, by, import: { id, file } },
      }))
    },
  },
]

export const remarkEntry = (stored: StoredRemark, actor: Actor): TimelineEntry => ({
  kind: 'remark',
  at: stored.at,
  by: stored.by,
  remark: {
    id: stored.id,
    about: stored.about,
    text: stored.text,
    due: stored.due,
    doneAt: stored.done_at,
    changedAt: stored.changed_at,
    pinned: stored.pinned === 1,
    own: stored.user_id === actor.userId,
  },
})
