import type { Warehouse } from '../../../app/contract/warehouses.ts'
import { Refusal } from '../../../app/errors.ts'
import { fold } from '../../../app/folding.ts'
import {
  deleteBranch,
  isStocked,
  readBranches,
  readWarehouses,
  setWarehouseRetired,
  writeBranch,
  writeWarehouse,
} from '../../../db/journal/warehouses.ts'
import { isBeingCounted } from '../../../db/journal/takes.ts'
import type { Reading } from '../../../db/tables.ts'
import { changesBetween } from '../changes.ts'
import type { Services, Work } from '../work.ts'

/** Throws NOT_FOUND. */
export async function theWarehouse(base: Reading, id: number): Promise<Warehouse> {
  const found = (await readWarehouses(base)).find((one) => one.id === id)
  if (!found) throw new Refusal('NOT_FOUND')
  return found
}

async function theBranch(base: Reading, id: number): Promise<{ id: number; name: string }> {
  const found = (await readBranches(base)).find((one) => one.id === id)
  if (!found) throw new Refusal('NOT_FOUND')
  return found
}

/** Throws NAME_TAKEN where another of them has the name. */
function refuseTaken(all: readonly { id: number; name: string }[], id: number | undefined, name: string) {
  if (all.some((one) => one.id !== id && fold(one.name) === fold(name)))
    throw new Refusal('NAME_TAKEN', { name })
}

const said = (one: Warehouse | undefined) =>
  one ? { name: one.name, branch: one.branch?.name ?? null, retired: one.retired || undefined } : {}

function logWarehouse(work: Work, before: Warehouse | undefined, after: Warehouse): void {
  work.log({
    subject: { type: 'warehouse', id: after.id, name: after.name },
    changes: changesBetween('warehouse', said(before), said(after)),
  })
  work.tell({ type: 'warehouses.changed' })
}

/** Where goods lie. */
export const warehouses: Services<'warehouses'> = {
  async list({ base }) {
    return { branches: await readBranches(base), warehouses: await readWarehouses(base) }
  },

  async save(work, { id, name, branchId }) {
    const before = id === undefined ? undefined : await theWarehouse(work.base, id)
    if (branchId !== null) await theBranch(work.base, branchId)
    refuseTaken(await readWarehouses(work.base), id, name)
    const after = await theWarehouse(work.base, await writeWarehouse(work.trx, { id, name, branchId }))
    logWarehouse(work, before, after)
    return after
  },

  async retire(work, { id, retired }) {
    const before = await theWarehouse(work.base, id)
    if (before.retired === retired) return null
    if (retired && ((await isStocked(work.base, id)) || (await isBeingCounted(work.base, id))))
      throw new Refusal('IN_USE')
    await setWarehouseRetired(work.trx, id, retired ? work.at : null)
    logWarehouse(work, before, { ...before, retired })
    return null
  },

  async saveBranch(work, { id, name }) {
    const before = id === undefined ? undefined : await theBranch(work.base, id)
    refuseTaken(await readBranches(work.base), id, name)
    const after = { id: await writeBranch(work.trx, id, name), name }
    work.log({
      subject: { type: 'branch', ...after },
      changes: changesBetween('branch', { name: before?.name }, { name }),
    })
    work.tell({ type: 'warehouses.changed' })
    return after
  },

  async removeBranch(work, { id }) {
    const before = await theBranch(work.base, id)
    if ((await readWarehouses(work.base)).some(({ branch }) => branch?.id === id)) throw new Refusal('IN_USE')
    await deleteBranch(work.trx, id)
    work.log({
      subject: { type: 'branch', ...before },
      changes: changesBetween('branch', { name: before.name }, {}),
    })
    work.tell({ type: 'warehouses.changed' })
    return null
  },
}
