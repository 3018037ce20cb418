import { describe, expect, it } from 'vitest'
import { clientDraft } from '../../../app/contract/clients.ts'
import { isCountryCode } from '../../../app/countries.ts'
import { readPhone } from '../../../app/phone.ts'
import { remarks } from '../../../assets/demo/khmer-people.ts'
import { demoStaff } from '../../../assets/demo/staff.ts'
import { demoClients, demoCount } from './clients.ts'

const now = new Date(2026, 10, 21, 9, 30).getTime()
const clients = demoClients(now, 'Sophea')
const drafts = clients.map(({ draft }) => draft)

const repeated = (list: readonly string[]) => list.filter((value, index) => list.indexOf(value) !== index)

describe('the counterparties of a practice base', () => {
  it('are four hundred, of several countries, scripts and kinds', () => {
    expect(clients).toHaveLength(demoCount)
    const countries = new Set(drafts.map(({ addresses }) => addresses![0]!.country))
    expect(countries.size).toBeGreaterThan(12)
    const texts = drafts.flatMap(({ names }) => names.map(({ text }) => text)).join('\n')
    for (const script of ['Khmr', 'Latn', 'Cyrl', 'Hans', 'Arab', 'Thai', 'Hang', 'Hira'])
      expect(texts).toMatch(new RegExp(`\\p{Script=${script === 'Hans' ? 'Hani' : script}}`, 'u'))
    const atHome = drafts.filter(({ addresses }) => addresses![0]!.country === 'KH')
    expect(atHome.length).toBeGreaterThan(demoCount / 2)
    for (const kind of ['person', 'organisation'])
      expect(drafts.filter((draft) => draft.kind === kind).length).toBeGreaterThan(150)
  })

  it('are the same every time, whenever they are made', () => {
    expect(demoClients(now, 'Sophea')).toEqual(clients)
    const anEarlySunday = demoClients(new Date(2027, 0, 3, 6, 5).getTime(), 'Sophea')
    const told = (all: typeof clients) =>
      all
        .map(({ draft, status, manager }) => JSON.stringify({ ...draft, code: null, status, manager }))
        .sort()
    expect(told(anEarlySunday)).toEqual(told(clients))
  })

  it('fit the card, with valid numbers and addresses that lead nowhere', () => {
    for (const draft of drafts) {
      expect(clientDraft.parse(draft)).toEqual(draft)
      const { country } = draft.addresses![0]!
      expect(isCountryCode(country!)).toBe(true)
      expect(draft.phones).not.toEqual([])
      for (const { typed } of draft.phones!)
        expect([typed, readPhone(typed, country as 'KH').e164]).toEqual([typed, expect.stringMatching(/^\+/)])
      for (const { address } of draft.emails!) expect(address).toMatch(/^[a-z0-9.-]+@[a-z0-9.-]+\.example$/)
      for (const { address } of draft.websites!)
        expect(address).toMatch(/^https:\/\/www\.[a-z0-9-]+\.example\/$/)
      expect(() => Intl.getCanonicalLocales(draft.names.map(({ language }) => language!))).not.toThrow()
      // No pattern was left undrawn.
      expect(JSON.stringify({ ...draft, names: [] })).not.toMatch(/\{n\}|\bN?X{2,}/)
    }
  })

  it('are nobody twice', () => {
    expect(repeated(drafts.map(({ names }) => names[0]!.text))).toEqual([])
    expect(
      repeated(
        drafts.flatMap(({ phones, addresses }) =>
          phones!.map(({ typed }) => readPhone(typed, addresses![0]!.country as 'KH').e164!),
        ),
      ),
    ).toEqual([])
    expect(repeated(drafts.flatMap(({ emails }) => emails!.map(({ address }) => address)))).toEqual([])
    expect(repeated(drafts.flatMap(({ code }) => code ?? []))).toEqual([])
    expect(repeated(drafts.flatMap(({ notes }) => notes ?? []))).toEqual([])
  })

  it('have every status, some none, and everything that was said of them', () => {
    const statuses = Map.groupBy(clients, ({ status }) => status)
    for (const status of ['active', 'potential', 'reliable', 'problem', 'lost', null] as const)
      expect(statuses.get(status)?.length, String(status)).toBeGreaterThan(8)
    expect(drafts.map(({ notes }) => notes)).toEqual(expect.arrayContaining(remarks.map(([note]) => note)))
  })

  it('are in the hands of those who look after clients', () => {
    const managers = Map.groupBy(clients, ({ manager }) => manager)
    const looking = demoStaff.filter(({ clients }) => clients > 0).map(({ name }) => name)
    expect(new Set(managers.keys())).toEqual(new Set([...looking, 'Sophea', null]))
  })

  it('came over two years, in opening hours, and nothing of them is of tomorrow', () => {
    const day = 24 * 3_600_000
    for (const { created, changed } of clients) {
      expect(created.at).toBeLessThanOrEqual(now)
      expect(created.at).toBeGreaterThan(now - 2 * 366 * day)
      expect([created.at, changed?.at ?? created.at]).toEqual(
        [created.at, changed?.at ?? created.at].sort((one, other) => one - other),
      )
      expect(changed?.at ?? 0).toBeLessThanOrEqual(now)
    }
    const yesterday = clients.filter(({ created }) => created.at < now - 2 * day)
    for (const { created } of yesterday) {
      expect(new Date(created.at).getDay()).not.toBe(0)
      expect(new Date(created.at).getHours()).toSatisfy((hour: number) => hour >= 8 && hour < 18)
    }
    expect(clients[0]!.created.at).toBeLessThan(now - 600 * day)
    expect(clients.at(-1)!.created.at).toBeGreaterThan(now - 14 * day)
  })
})
