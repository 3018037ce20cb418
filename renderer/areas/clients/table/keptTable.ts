import { useState } from 'react'
import { z } from 'zod'
import { clientOrders } from '../../../../app/contract/clients.ts'
import type { Layout } from '../../../kit/grid/types.ts'
import { freshLayout } from '../../../kit/grid/layout.ts'
import { keepPreference, useAccount } from '../../../shell/account.ts'

const keptTable = z.object({
  layout: z.object({
    order: z.array(z.string()),
    widths: z.record(z.string(), z.number()),
    hidden: z.array(z.string()),
    frozen: z.number(),
  }),
  order: z.string().refine((field) => clientOrders.includes(field)),
  descending: z.boolean(),
})

export interface KeptTable {
  readonly layout: Layout
  readonly order: string
  readonly descending: boolean
}

const fresh: KeptTable = { layout: freshLayout, order: 'name', descending: false }

function read(text: string | undefined): KeptTable {
  if (text === undefined) return fresh
  try {
    return keptTable.parse(JSON.parse(text))
  } catch {
    // Kept by another version of the program.
    return fresh
  }
}

/** Columns and order of the table, kept with the person as they are changed. */
export function useKeptTable(): readonly [KeptTable, (changed: Partial<KeptTable>) => void] {
  const { preferences } = useAccount()
  const [kept, setKept] = useState(() => read(preferences.grids?.clients))
  const keep = (changed: Partial<KeptTable>) => {
    const next = { ...kept, ...changed }
    setKept(next)
    // The next window of this table begins with it too.
    void keepPreference({ grids: { clients: JSON.stringify(next) } })
  }
  return [kept, keep]
}
