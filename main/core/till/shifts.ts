import type { ShiftReport, Till } from '../../../app/contract/till.ts'
import { Refusal } from '../../../app/errors.ts'
import {
  closeShift,
  insertShift,
  readShift,
  readTills,
  sumsOfShift,
  tillOfName,
  writeTill,
} from '../../../db/till/shifts.ts'
import { readSettings } from '../../../db/settings.ts'
import { readWarehouses, writeWarehouse } from '../../../db/journal/warehouses.ts'
import { changesBetween } from '../changes.ts'
import { currencyOf } from '../stock/rules.ts'
import type { Look, Services, Work } from '../work.ts'

/** Throws NOT_FOUND. */
export async function tillOf({ base }: Pick<Look, 'base'>, id: number): Promise<Till> {
  const [till] = await readTills(base, id)
  if (!till) throw new Refusal('NOT_FOUND')
  return till
}

/** The till of a shift that is open. Throws SHIFT_CLOSED, NOT_FOUND. */
export async function openTill(look: Look, shift: number): Promise<Till> {
  const row = await readShift(look.base, shift)
  if (!row) throw new Refusal('NOT_FOUND')
  if (row.closedAt !== null) throw new Refusal('SHIFT_CLOSED')
  return tillOf(look, row.till)
}

/** What a shift has brought. Throws NOT_FOUND. */
async function reportOf(look: Look, id: number): Promise<ShiftReport> {
  const shift = await readShift(look.base, id)
  if (!shift) throw new Refusal('NOT_FOUND')
  const { name } = await tillOf(look, shift.till)
  const sums = await sumsOfShift(look.base, id)
  const cash = sums.payments.find(({ kind }) => kind === 'cash')?.amount ?? 0
  return {
    ...shift,
    ...sums,
    till: name,
    currency: await currencyOf(look.base),
    cashExpected: shift.cashAtOpen + cash,
  }
}

const said = ({ name, warehouseName, mostPercent }: Till) => ({ name, warehouse: warehouseName, mostPercent })

/** The first warehouse; an office that has none yet sells from one that is called as the office is. */
async function usualWarehouse({ trx, tell }: Work): Promise<number> {
  const [first] = await readWarehouses(trx)
  if (first) return first.id
  tell({ type: 'warehouses.changed' })
  return writeWarehouse(trx, { name: (await readSettings(trx))?.company ?? '', branchId: null })
}

/** Tills and their shifts. */
export const shifts: Pick<Services<'till'>, 'list' | 'save' | 'openShift' | 'report' | 'closeShift'> = {
  list({ base }) {
    return readTills(base)
  },

  async save(work, input) {
    const before = input.id === undefined ? undefined : await tillOf(work, input.id)
    const taken = await tillOfName(work.trx, input.name)
    if (taken !== undefined && taken !== input.id) throw new Refusal('NAME_TAKEN', { name: input.name })
    const id = await writeTill(work.trx, {
      ...input,
      warehouse: input.warehouse ?? (await usualWarehouse(work)),
    })
    const after = await tillOf(work, id)
    work.log({
      subject: { type: 'till', id, name: after.name },
      changes: changesBetween('till', before ? said(before) : {}, said(after)),
    })
    work.tell({ type: 'till.changed' })
    return after
  },

  async openShift(work, { till: id, cash }) {
    const till = await tillOf(work, id)
    if (till.shift) throw new Refusal('IN_USE')
    await insertShift(work.trx, { till: id, at: work.at, by: work.actor.userId, cash })
    work.log({
      subject: { type: 'till', id, name: till.name },
      changes: [
        {
          field: 'shift.cashAtOpen',
          before: null,
          after: { amount: cash, currency: await currencyOf(work.base) },
        },
      ],
    })
    work.tell({ type: 'till.changed' })
    return tillOf(work, id)
  },

  report: (look, { shift }) => reportOf(look, shift),

  async closeShift(work, { shift, cash }) {
    const before = await reportOf(work, shift)
    if (before.closedAt !== null) throw new Refusal('IN_USE')
    const { currency } = before
    await closeShift(work.trx, shift, { at: work.at, by: work.actor.userId, cash })
    work.log({
      subject: { type: 'shift', id: shift, name: before.till },
      changes: [
        { field: 'shift.cashExpected', before: null, after: { amount: before.cashExpected, currency } },
        { field: 'shift.cashCounted', before: null, after: { amount: cash, currency } },
      ],
    })
    work.tell({ type: 'till.changed' })
    return reportOf(work, shift)
  },
}
