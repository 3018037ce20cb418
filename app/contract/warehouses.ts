import { z } from 'zod'
import { command, read } from './procedure.ts'

const id = z.number().int().positive()
const name = z.string().trim().min(1).max(100)

const branch = z.object({ id, name: z.string() })

export const warehouse = z.object({
  id,
  name: z.string(),
  branch: branch.nullable(),
  /** Out of use: what lies there can be seen, and nothing is brought there any more. */
  retired: z.boolean(),
})
export type Warehouse = z.infer<typeof warehouse>

/** Where goods lie. A branch is a place of the office; a warehouse may belong to one. */
export const warehouses = {
  /** Those in use first, by name. */
  list: read('stock.see').output(z.object({ branches: z.array(branch), warehouses: z.array(warehouse) })),
  /** Throws NAME_TAKEN, NOT_FOUND. */
  save: command('warehouses.edit')
    .input(z.object({ id: id.optional(), name, branchId: id.nullable() }))
    .output(warehouse),
  /** Throws IN_USE for a warehouse in which something lies. */
  retire: command('warehouses.edit')
    .input(z.object({ id, retired: z.boolean() }))
    .output(z.null()),
  saveBranch: command('warehouses.edit')
    .input(z.object({ id: id.optional(), name }))
    .output(branch),
  /** Throws IN_USE for a branch that has warehouses. */
  removeBranch: command('warehouses.edit').input(z.object({ id })).output(z.null()),
}
