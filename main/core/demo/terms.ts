import { demoDeliveries, demoFields, demoGroups } from '../../../assets/demo/lists.ts'
import type { ClientDraft } from '../../../app/contract/clients.ts'
import { insertEntry, readEntries } from '../../../db/lists/entries.ts'
import { insertField } from '../../../db/lists/fields.ts'
import type { Writing } from '../../../db/tables.ts'
import { Chance } from './chance.ts'
import type { DemoClient } from './clients.ts'

/** Ids by key of everything that is chosen from. */
type Ids = ReadonlyMap<string, number>

/** Makes the lists and fields that the practice office has of its own, and says what stands in them for each client. */
export async function writeTerms(
  trx: Writing,
  clients: readonly DemoClient[],
): Promise<(Partial<ClientDraft> & Pick<ClientDraft, 'custom'>)[]> {
  const ids = new Map<string, number>()
  for (const { id, key } of await readEntries(trx)) if (key !== null) ids.set(key, id)
  for (const { key, name, names, tone } of demoGroups)
    ids.set(key, await insertEntry(trx, 'group', { name, names, tone }))
  for (const { key, type, of, name, names } of demoFields)
    ids.set(key, await insertField(trx, { type, name, names, relationIds: [ids.get(of)!], required: false }))
  // A chance of its own: whom the base holds must not depend on what they agreed on.
  const chance = new Chance(20_261_121)
  return clients.map((client, place) => termsOf(client, place, ids, chance))
}

function termsOf({ draft, status, supplier }: DemoClient, place: number, ids: Ids, chance: Chance) {
  const isPerson = draft.kind === 'person'
  const buys = !supplier || chance.happens(0.3)
  const trusted = status === 'reliable'
  const category = chance.weighted<string | null>(
    trusted
      ? [['category.key', 40], ['category.regular', 60]]
      : status === 'active'
        ? [['category.regular', 55], ['category.occasional', 35], [null, 10]]
        : [['category.occasional', 20], [null, 80]],
  ) // prettier-ignore
  const source = chance.weighted<string | null>([
    ['source.recommended', 30], ['source.passing', 22], ['source.social', 20], ['source.search', 10],
    ['source.advertising', 6], ['source.fair', isPerson ? 1 : 8], [null, 15],
  ]) // prettier-ignore
  const groups = [
    ...(isPerson && buys && chance.happens(0.35) ? ['gardens'] : []),
    ...(!isPerson && /hotel|caf|restaurant|resort|guest/i.test(draft.names.map(({ text }) => text).join())
      ? ['hospitality']
      : []),
    ...(trusted || chance.happens(0.08) ? ['newYear'] : []),
  ]
  const discount = trusted && buys && chance.happens(0.6) ? chance.pick([300, 500, 500, 750, 1000]) : null
  const day = `${two(1 + chance.below(12))}-${two(1 + chance.below(28))}`
  const year = 1950 + chance.below(54)
  const born = isPerson && chance.happens(0.4) ? (chance.happens(0.3) ? `--${day}` : `${year}-${day}`) : null
  const id = (key: string | null) => (key === null ? null : ids.get(key)!)
  return {
    relationIds: [...(buys ? ['relation.client'] : []), ...(supplier ? ['relation.supplier'] : [])].map(
      (key) => ids.get(key)!,
    ),
    categoryId: buys ? id(category) : null,
    sourceId: buys ? id(source) : null,
    groupIds: groups.map((key) => ids.get(key)!),
    priceListId: buys && !isPerson && chance.happens(0.5) ? id('price.wholesale') : null,
    discount,
    birthday: born,
    ...(isPerson && buys && status === 'active' && chance.happens(0.35)
      ? { bonusCard: `B-${String(10_000 + place)}` }
      : {}),
    creditLimit:
      !isPerson && trusted && buys ? { amount: chance.pick([500, 1000, 2000]) * 100, currency: 'USD' } : null,
    custom: {
      ...(groups.includes('gardens')
        ? { [ids.get('garden')!]: chance.pick([20, 35, 60, 80, 120, 250]) }
        : {}),
      ...(supplier ? { [ids.get('delivery')!]: chance.pick(demoDeliveries) } : {}),
    },
  }
}

const two = (number: number): string => String(number).padStart(2, '0')
