import type { CallerNumber } from '../../../app/callerNumber.ts'
import type { PbxCall } from '../../../app/calls.ts'
import { extensionOf } from '../../../db/calls/calls.ts'
import type { CallerClient, LiveCall } from '../../../app/liveCall.ts'
import { hides, may } from '../../../app/rights.ts'
import { readFaces, type StoredFace } from '../../../db/clients/card.ts'
import { readNames } from '../../../db/staff.ts'
import { reached, withoutHidden } from '../clients/reach.ts'
import type { Office } from '../office.ts'
import type { Actor } from '../work.ts'

/** A call as it was just written. */
export interface TakenCall {
  readonly id: number
  readonly exchangeId: number
  readonly call: PbxCall
  readonly number: CallerNumber
  /** Whose call it is, where that is known. */
  readonly clientId: number | null
  /** All clients with this number. */
  readonly clients: readonly number[]
  /** Who of the office had to do with it so far. */
  readonly people: ReadonlyMap<number, { rang: boolean; had: boolean }>
  readonly userOf: ReadonlyMap<string, number>
  readonly partOf: number | null
}

/** A number that half a town has is nobody's: of more clients than this none is shown. */
const mostClients = 5

/** Tells the calls to those whom they concern, each with what they may see of them. */
export async function tellLive(office: Office, taken: readonly TakenCall[]): Promise<void> {
  if (taken.length === 0) return
  await office.use(async () => {
    const present = await office.sessions.present(office.reading)
    const heeding = present.filter(({ grant }) => may(grant, 'calls.see'))
    if (heeding.length === 0) return
    const shown = await lookUp(office, taken)
    for (const one of taken)
      for (const actor of heeding)
        if (concerns(one, actor))
          office.tellPerson(actor.userId, { type: 'call.live', call: liveCallFor(office, actor, one, shown) })
  })
}

/** Whether a person hears of a call while it is on the line. */
export const concerns = ({ people }: Pick<TakenCall, 'people'>, { userId, grant }: Actor): boolean =>
  people.has(userId) || may(grant, 'calls.board')

/** Clients and people of the office that some calls name. */
export interface Named {
  readonly cards: ReadonlyMap<number, StoredFace>
  readonly names: ReadonlyMap<number, string>
}

/** Looks up once what several people are told. */
export async function lookUp(office: Office, taken: readonly TakenCall[]): Promise<Named> {
  const cards = await readFaces(office.reading, [...new Set(taken.flatMap(clientsOf))])
  const users = taken.flatMap(({ call, userOf }) =>
    [...call.ringing, ...call.talking, extensionOf(call)].map((extension) => userOf.get(extension ?? '')),
  )
  const managers = cards.map(({ managerId }) => managerId)
  const ids = [...users, ...managers].filter((id) => typeof id === 'number')
  return {
    cards: new Map(cards.map((card) => [card.id, card])),
    names: await readNames(office.reading, [...new Set(ids)]),
  }
}

function clientsOf({ clientId, clients }: TakenCall): number[] {
  if (clientId !== null) return [clientId]
  return clients.length > mostClients ? [] : [...clients]
}

/** The call as this person may see it. */
export function liveCallFor(
  office: Office,
  actor: Actor,
  taken: TakenCall,
  { cards, names }: Named,
): LiveCall {
  const { call, number, userOf } = taken
  const telephone = (extension: string) => {
    const userId = userOf.get(extension)
    const name = userId === undefined ? undefined : names.get(userId)
    return { extension, person: userId === undefined || name === undefined ? null : { id: userId, name } }
  }
  const mine = (extensions: readonly string[]) =>
    extensions.some((extension) => userOf.get(extension) === actor.userId)
  const seesClients = may(actor.grant, 'clients.see')
  const found = seesClients
    ? reached(
        { office, actor },
        clientsOf(taken).flatMap((id) => cards.get(id) ?? []),
      )
    : []
  const extension = extensionOf(call)
  return {
    id: taken.id,
    exchangeId: taken.exchangeId,
    at: call.at,
    direction: call.direction,
    ...(seesNumber(actor, taken.clients.length > 0 || taken.clientId !== null)
      ? { number: number.typed, e164: number.e164 }
      : {}),
    name: call.fromName,
    line: call.direction === 'incoming' && call.to !== '' ? call.to : null,
    startedAt: call.startedAt,
    answeredAt: call.answeredAt,
    endedAt: call.endedAt,
    outcome: call.outcome,
    ringing: call.ringing.map(telephone),
    talking: call.talking.map(telephone),
    employee: extension === null ? null : telephone(extension),
    talkSeconds: call.talkSeconds,
    talkingSince: call.talkingSince,
    voiceMessage: call.voiceMessage,
    own: mine(call.ringing)
      ? 'rings'
      : mine(call.talking)
        ? 'talks'
        : taken.people.has(actor.userId)
          ? 'before'
          : null,
    partOf: taken.partOf,
    clientId: found.some(({ id }) => id === taken.clientId) ? taken.clientId : null,
    clients: found.map((card) => callerClientFor(actor, card, names)),
  }
}

/** A role that does not see the numbers of clients sees only the numbers of strangers. */
export const seesNumber = ({ grant }: Pick<Actor, 'grant'>, ofClient: boolean): boolean =>
  !ofClient || !hides(grant, 'client.phones')

/** What a card says to whoever lifts the receiver. */
export function callerClientFor(
  { grant }: Actor,
  card: Parameters<typeof withoutHidden>[0],
  names: ReadonlyMap<number, string>,
): CallerClient {
  const shown = withoutHidden(card, grant)
  const { id, kind, managerId } = shown
  const manager = managerId === null || managerId === undefined ? null : managerId
  const kept =
    (['photo', 'statusId', 'categoryId', 'discount', 'bonusCard', 'creditLimit', 'birthday', 'notes'] as const) // prettier-ignore
      .filter((field) => shown[field] !== undefined)
  return {
    id,
    kind,
    names: shown.names,
    ...Object.fromEntries(kept.map((field) => [field, shown[field]])),
    ...('managerId' in shown
      ? { manager: manager === null ? null : { id: manager, name: names.get(manager) ?? '' } }
      : {}),
    language: shown.language ?? null,
  }
}
