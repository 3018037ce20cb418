import { createRouterClient } from '@orpc/server'
import { contract, type Contract } from '../../../app/contract/index.ts'
import { quantity } from '../../../app/quantity.ts'
import { Office } from '../office.ts'
import { officeRouter } from '../router.ts'
import type { OfficeClient } from '../testOffice.ts'

/**
 * A program to be killed: sells, takes back and receives goods through the core without a pause, and says each thing on
 * a line of its own once it is done. Told on its input with what to begin, so that it can be loaded before its turn.
 */

/** Where it works and as whom. */
export interface Selling {
  readonly folder: string
  readonly token: string
  readonly shift: number
  readonly warehouse: number
  readonly supplier: number
  /** Goods of a dollar each. */
  readonly items: readonly number[]
}

/** Something that was shown as done, and what it came to in cents. */
export interface Shown {
  readonly id: number
  readonly total: number
}

const say = (shown: Shown) => process.stdout.write(`${JSON.stringify(shown)}\n`)

async function work({ folder, token, shift, warehouse, supplier, items }: Selling): Promise<never> {
  const office = await Office.open({ folder })
  const areas = Object.keys(contract) as (keyof Contract)[]
  const ask = createRouterClient(officeRouter(office, areas), {
    context: () => ({ caller: { seat: 'till', isAtOffice: true, token, keepToken: () => undefined } }),
  }) as OfficeClient
  for (;;) {
    const total = items.length * 200
    const lines = items.map((item) => ({ item, quantity: quantity(2000), percent: 0 }))
    const sold = await ask.till.sell({
      shift,
      basket: { lines, percent: 0, client: null },
      given: [{ kind: 'cash', amount: total }],
      total,
    })
    say(sold)
    const back = { shift, receipt: sold.id, lines: [{ at: 0, quantity: 1000 }], kind: 'cash' } as const
    say(await ask.till.giveBack({ ...back, lines: [...back.lines] }))
    const received = await ask.documents.post({
      content: {
        kind: 'goods-receipt',
        day: '2026-11-21',
        warehouseId: warehouse,
        supplierId: supplier,
        currency: 'USD',
        lines: items.map((itemId) => ({ itemId, quantity: 2000, price: 61 })),
      },
    })
    if (!('id' in received)) throw new Error(JSON.stringify(received))
    say({ id: received.id, total: items.length * 122 })
  }
}

process.stdin.once('data', (told) => void work(JSON.parse(String(told)) as Selling))
