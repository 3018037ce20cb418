import type { Change } from '../work.ts'
import type { OperationRow } from '../../../db/log.ts'
import { changesBetween } from '../changes.ts'
import type { DemoClient } from './clients.ts'

/** The log of a practice base goes back this far. */
const kept = 30 * 24 * 3_600_000

export interface Numbered {
  readonly id: number
  readonly name: string
  readonly client: DemoClient
  readonly statusId: number | null
  readonly managerId: number | null
}

/** What the log would hold of the last weeks: clients made, clients changed; oldest first. */
export function recentOperations(
  clients: readonly Numbered[],
  users: ReadonlyMap<string, number>,
  statuses: ReadonlyMap<string, number>,
  now: number,
): OperationRow[] {
  const operation = (
    { id, name }: Numbered,
    action: string,
    { at, by }: { at: number; by: string },
    changes: Change[],
  ): OperationRow => ({
    at,
    userId: users.get(by) ?? null,
    // Everyone has a computer of their own.
    seat: `192.168.1.${20 + (users.get(by) ?? 0)}`,
    action,
    subject: { type: 'client', id, name },
    changes,
  })
  return clients
    .flatMap((numbered) => {
      const { created, changed } = numbered.client
      const changes = changed ? lastChange(numbered, statuses) : []
      return [
        ...(created.at > now - kept
          ? [operation(numbered, 'clients.create', created, firstState(numbered, changes))]
          : []),
        ...(changed && changed.at > now - kept && changes.length > 0
          ? [operation(numbered, 'clients.save', changed, changes)]
          : []),
      ]
    })
    .sort((one, other) => one.at - other.at)
}

/** What the last hand on the card did: the note, else the status moved on. */
function lastChange({ client, statusId }: Numbered, statuses: ReadonlyMap<string, number>): Change[] {
  const { notes } = client.draft
  if (notes) return [{ field: 'client.notes', before: null, after: notes }]
  const earlier = client.status === 'reliable' ? 'active' : 'potential'
  if (client.status === null || client.status === earlier) return []
  return [{ field: 'client.status', before: statuses.get(earlier) ?? null, after: statusId }]
}

/** The card as it was made, before `later`. */
function firstState({ client, statusId, managerId }: Numbered, later: readonly Change[]): Change[] {
  const made = changesBetween('client', {}, { ...client.draft, status: statusId, manager: managerId })
  return made.flatMap((change) => {
    const { before } = later.find(({ field }) => field === change.field) ?? { before: change.after }
    return before === null ? [] : [{ ...change, after: before }]
  })
}
