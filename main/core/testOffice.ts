import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ContractRouterClient } from '@orpc/contract'
import { createRouterClient, ORPCError } from '@orpc/server'
import { onTestFinished } from 'vitest'
import { contract, type Contract } from '../../app/contract/index.ts'
import type { ClientCard, ClientDraft } from '../../app/contract/clients.ts'
import { rights, type Grant } from '../../app/rights.ts'
import type { OfficeEvent } from '../../app/events.ts'
import { Office } from './office.ts'
import { officeRouter } from './router.ts'
import type { Caller } from './work.ts'

/** An office for tests: its own folder, a clock that the test turns, people who are signed in through the real router. */

export type OfficeClient = ContractRouterClient<Contract, { key?: string }>

/** A window at some computer; `ask` answers as the real doors do, without a wire in between. */
export interface Seat {
  readonly ask: OfficeClient
  readonly caller: Caller & { token: string | null }
}

export interface Person extends Seat {
  readonly id: number
  readonly name: string
  readonly password: string
}

export const everything: Grant = { rights: [...rights], ownOnly: [], hidden: [], onlyRelations: [] }

export const ownerName = 'Sokha'
export const ownerPassword = 'a river in flood'

export class TestOffice {
  readonly folder: string
  /** What `now` says: turn it. */
  clock = Date.UTC(2026, 10, 21, 9)
  office!: Office
  #people = 0

  constructor(folder: string) {
    this.folder = folder
  }

  /** Closes the office and opens the same folder again, as after a restart. */
  async reopen(): Promise<void> {
    await this.office?.close()
    this.office = await Office.open({ folder: this.folder, now: () => this.clock })
  }

  seat(name = 'front desk', token: string | null = null, isAtOffice = true): Seat {
    const caller = {
      seat: name,
      isAtOffice,
      token,
      keepToken: (kept: string | null) => void (caller.token = kept),
    }
    const areas = Object.keys(contract) as (keyof Contract)[]
    const ask = createRouterClient(officeRouter(this.office, areas), {
      context: ({ key }: { key?: string }) => ({ caller, commandKey: key }),
    }) as OfficeClient
    return { ask, caller }
  }

  async signIn(name: string, password: string, seat = this.seat()): Promise<Person> {
    const { id } = await seat.ask.door.signIn({ name, password })
    return { ...seat, id, name, password }
  }

  owner(): Promise<Person> {
    return this.signIn(ownerName, ownerPassword)
  }

  /** A signed-in person whose one role is this; made by the owner as in the window. */
  async person(grant: Partial<Grant>, ...more: Partial<Grant>[]): Promise<Person> {
    const { ask } = await this.owner()
    const name = `Person ${++this.#people}`
    const roleIds = []
    for (const some of [grant, ...more]) {
      const whole = { rights: [], ownOnly: [], hidden: [], onlyRelations: [], ...some }
      const role = await ask.staff.saveRole({
        name: `Role ${this.#people}.${roleIds.length}`,
        grant: {
          rights: [...whole.rights],
          ownOnly: [...whole.ownOnly],
          hidden: [...whole.hidden],
          onlyRelations: [...whole.onlyRelations],
        },
      })
      roleIds.push(role.id)
    }
    const password = `password of ${name}`
    await ask.staff.createEmployee({ name, password, roleIds })
    return this.signIn(name, password)
  }

  /** Everything told from now on to all, to this person, and to the computer they sit at. */
  heard(person?: { id: number }, seat = 'front desk'): OfficeEvent[] {
    const heard: OfficeEvent[] = []
    const until = new AbortController()
    onTestFinished(() => until.abort())
    void (async () => {
      for await (const event of this.office.events(until.signal, person?.id ?? 0, seat)) heard.push(event)
    })().catch(() => undefined)
    return heard
  }

  /** How many rows a table has. */
  count(table: string): number {
    return this.office.connection.raw.prepare(`SELECT count(*) FROM ${table}`).pluck().get() as number
  }
}

/** An office in a folder of its own; `started` unless the test makes the first start itself. Gone when the test is over. */
export async function testOffice({ started = true } = {}): Promise<TestOffice> {
  const test = new TestOffice(temporaryFolder())
  await test.reopen()
  onTestFinished(() => test.office.close())
  if (started)
    await test.seat().ask.door.start({
      language: 'en',
      company: 'Angkor Trading',
      country: 'KH',
      currency: 'USD',
      name: ownerName,
      password: ownerPassword,
    })
  return test
}

export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'counterpart-test-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }))
  return folder
}

/** The code with which something is refused, and its data; 'done' where it is not. */
export async function refusal(asked: Promise<unknown>): Promise<{ code: string; data?: unknown }> {
  try {
    await asked
    return { code: 'done' }
  } catch (error) {
    // One that the contract does not define, the window could not put in words.
    if (!(error instanceof ORPCError) || !error.defined) throw error
    return { code: error.code as string, data: error.data as unknown }
  }
}

export const draft = (name: string, more: Partial<ClientDraft> = {}): ClientDraft => ({
  kind: 'organisation',
  names: [{ text: name }],
  ...more,
})

/** What a save sends back: the card's own identity and state. */
export const at = ({ id, revision }: ClientCard) => ({ id, revision })

/** Every procedure of the contract, so that one added later is tested too. */
export const procedures = Object.entries(contract).flatMap(([area, all]) =>
  Object.entries(all).map(([name, procedure]) => ({
    area: area as keyof Contract,
    name,
    action: `${area}.${name}`,
    meta: procedure['~orpc'].meta as { access: string; kind: string },
  })),
)

/** Asks any procedure by name, with nothing in hand. */
export const askAny = (ask: OfficeClient, area: string, name: string, input?: unknown): Promise<unknown> =>
  (ask as unknown as Record<string, Record<string, (input: unknown) => Promise<unknown>>>)[area]![name]!(
    input,
  )
