import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { ClientCard, ClientDraft } from '../../../app/contract/clients.ts'
import { at, testOffice } from '../testOffice.ts'

const merging = (keep: ClientCard, ...others: ClientCard[]) => ({
  keep: keep.id,
  cards: [keep, ...others].map(at),
})
/** What a card says; not when it was last changed. */
const said = ({ revision: _r, changedAt: _a, changedBy: _b, ...card }: ClientCard) => card

const text = fc.constantFrom('Sok Dara', 'Dara Sok', 'Anna', 'ចាន់ សុខ', 'Иван', 'Ромашка', '王')
const some = <T>(one: fc.Arbitrary<T>) => fc.array(one, { maxLength: 3 })
const number = fc.constantFrom(
  '012 345 678',
  '+85512345678',
  '089 555 666',
  '1234',
  '+49 30 901820',
  '030 901820',
)
const anyClient: fc.Arbitrary<ClientDraft> = fc.record({
  kind: fc.constantFrom('person', 'organisation'),
  names: fc.array(fc.record({ text }, { requiredKeys: ['text'] }), { minLength: 1, maxLength: 3 }),
  code: fc.constantFrom('A1', 'B2', 'C3'),
  statusId: fc.constantFrom(null, 1, 2),
  language: fc.constantFrom(null, 'km', 'en'),
  phones: some(fc.record({ typed: number, label: fc.constantFrom('work', 'home') })),
  emails: some(fc.record({ address: fc.constantFrom('a@b.example', 'A@B.example', 'c@d.example') })),
  addresses: some(
    fc.record({ city: fc.constantFrom('Kep', 'Kampot'), country: fc.constantFrom('KH', 'DE') }),
  ),
  contacts: some(fc.record({ name: text, position: fc.constantFrom('buyer', 'cook') })),
  websites: some(fc.record({ address: fc.constantFrom('https://a.example', 'b.example') })),
  notes: fc.constantFrom('', 'one', 'two'),
})

test('whatever is merged, nothing is lost; undone, everything is as it was', async () => {
  const office = await testOffice()
  const { ask } = await office.owner()
  const searches = ['dara', 'sok dara', '345678', '12345678', 'a@b', 'A1', 'B2', '901820', 'ចាន់', 'ива']
  const shown = async () => ({
    found: await Promise.all(
      searches.map(async (words) =>
        (await ask.clients.search({ text: words, limit: 100 })).map(
          ({ changedAt: _c, ...row }: Record<string, unknown>) => row,
        ),
      ),
    ),
    table: (await ask.clients.page({ limit: 500 })).rows.map(({ changedAt: _c, ...row }) => row),
    total: (await ask.clients.page({})).total,
  })
  await fc.assert(
    fc.asyncProperty(fc.array(anyClient, { minLength: 2, maxLength: 4 }), fc.nat(), async (drafts, dice) => {
      const cards: ClientCard[] = []
      for (const one of drafts) cards.push(await ask.clients.create(one))
      const [kept, ...others] = cards as [ClientCard, ...ClientCard[]]
      const before = await shown()
      const chosen = cards[dice % cards.length]!.id
      const { merge, card } = await ask.duplicates.merge({
        ...merging(kept, ...others),
        choice: { code: chosen, name: chosen },
      })

      const all = JSON.stringify(card)
      for (const one of cards) {
        for (const name of one.names) expect(card.names.map((each) => each.text)).toContain(name.text)
        for (const phone of one.phones ?? [])
          expect(
            card.phones!.some(
              (each) => (phone.e164 !== null && each.e164 === phone.e164) || each.typed === phone.typed,
            ),
            `${phone.typed} in ${all}`,
          ).toBe(true)
        for (const { address } of one.emails ?? []) expect(all.toLowerCase()).toContain(address.toLowerCase())
        for (const address of one.addresses ?? []) expect(card.addresses).toContainEqual(address)
        for (const contact of one.contacts ?? []) expect(card.contacts).toContainEqual(contact)
        for (const { address } of one.websites ?? []) expect(card.websites).toContainEqual({ address })
        expect(all).toContain(one.code)
        expect(card.notes).toContain(one.notes)
      }
      const { total } = await ask.clients.page({})
      expect(total).toBe(before.total - others.length)
      expect((await ask.clients.page({ limit: 500 })).rows).toHaveLength(total)

      await ask.duplicates.undo({ id: kept.id, merge })
      expect(await shown()).toEqual(before)
      for (const one of cards) expect(said(await ask.clients.card({ id: one.id }))).toEqual(said(one))
      await ask.clients.bin({ ids: cards.map(({ id }) => id) })
    }),
    { numRuns: 15 },
  )
})
