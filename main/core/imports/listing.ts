import type { ClientDraft, ClientLink } from '../../../app/contract/clients.ts'
import type { ListEntry, ListId, ListName } from '../../../app/contract/lists.ts'
import { fold } from '../../../app/folding.ts'
import { toMinor } from '../../../app/money.ts'
import { namesOfEntry } from '../clients/words.ts'
import { listedFields, type ImportedClient, type ListedField } from './reading/imported.ts'

/** Finds entries of the office's lists by what a file calls them. */
export class Listing {
  readonly #lists: ReadonlyMap<ListId, ReadonlyMap<string, number>>

  constructor(entries: readonly ListEntry[]) {
    this.#lists = new Map(
      [...new Set(entries.map(({ list }) => list))].map((list) => {
        const own = entries.filter((entry) => entry.list === list && !entry.retired)
        return [
          list,
          new Map([
            ...own.flatMap((entry) => namesOfEntry(entry).map((name) => [fold(name), entry.id] as const)),
            // What the office itself has called one counts before what the program calls another.
            ...own.map((entry) => [fold(entry.name), entry.id] as const),
          ]),
        ]
      }),
    )
  }

  idOf(list: ListId, name: string): number | undefined {
    return this.#lists.get(list)?.get(fold(name))
  }

  /** What a row says of them, and the texts that the office knows nothing of. */
  read({ lists = {} }: ImportedClient): { card: Partial<ClientDraft>; unknown: [ListedField, string][] } {
    const card: Partial<ClientDraft> = {}
    const unknown: [ListedField, string][] = []
    for (const field of listedFields) {
      const text = lists[field]
      if (text === undefined) continue
      const read = this.#readField(field, text)
      if (read) Object.assign(card, read)
      else unknown.push([field, text])
    }
    return { card, unknown }
  }

  #readField(field: ListedField, text: string): Partial<ClientDraft> | undefined {
    const one = (list: ListName, key: 'categoryId' | 'sourceId' | 'priceListId') => {
      const id = this.idOf(list, text)
      return id === undefined ? undefined : { [key]: id }
    }
    const several = (list: ListName, key: 'relationIds' | 'groupIds') => {
      const ids = partsOf(text).map((name) => this.idOf(list, name))
      return ids.some((id) => id === undefined) ? undefined : { [key]: [...new Set(ids as number[])] }
    }
    const links = (key: 'messengers' | 'socialPages') => {
      const all = partsOf(text).map(readLink)
      return all.some((link) => link === undefined) ? undefined : { [key]: all as ClientLink[] }
    }
    switch (field) {
      case 'relations':
        return several('relation', 'relationIds')
      case 'groups':
        return several('group', 'groupIds')
      case 'category':
        return one('category', 'categoryId')
      case 'source':
        return one('source', 'sourceId')
      case 'priceList':
        return one('price', 'priceListId')
      case 'discount': {
        const percent = /^(\d{1,3}(?:[.,]\d{1,2})?)\s*%?$/.exec(text)?.[1]?.replace(',', '.')
        const discount = Math.round(Number(percent) * 100)
        return percent === undefined || discount > 10_000 ? undefined : { discount }
      }
      case 'bonusCard':
        return text.length > 100 ? undefined : { bonusCard: text }
      case 'creditLimit': {
        const [, amount, currency] = /^(\d{1,13}(?:[.,]\d{1,3})?)\s*([A-Z]{3})$/.exec(text) ?? []
        if (amount === undefined || currency === undefined) return undefined
        return { creditLimit: { amount: toMinor(Number(amount.replace(',', '.')), currency), currency } }
      }
      case 'messengers':
        return links('messengers')
      case 'socialPages':
        return links('socialPages')
    }
  }
}

const partsOf = (text: string): string[] =>
  text
    .split(/[;\n]/)
    .map((part) => part.trim())
    .filter((part) => part !== '')

/** "Telegram: @name", as our own export writes it. */
function readLink(text: string): ClientLink | undefined {
  const [, network, address] = /^([^:/]{1,60}):\s*(\S.{0,999})$/.exec(text) ?? []
  if (network === undefined || address === undefined || /^https?$/i.test(network)) return undefined
  return { network: network.trim(), address }
}
