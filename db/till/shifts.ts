import type { PaymentKind } from '../../app/accounting/documents.ts'
import { fold } from '../../app/folding.ts'
import type { Reading, Writing } from '../tables.ts'

/** A till with its open shift. */
export interface TillRow {
  readonly id: number
  readonly name: string
  readonly warehouse: number
  readonly warehouseName: string
  readonly mostPercent: number
  readonly shift: { readonly id: number; readonly openedAt: number; readonly by: string } | null
}

/** All tills by name, or one of them. */
export async function readTills(base: Reading, id?: number): Promise<TillRow[]> {
  let asked = base
    .selectFrom('tills')
    .innerJoin('warehouses', 'warehouses.id', 'tills.warehouse_id')
    .leftJoin('shifts', (join) =>
      join.onRef('shifts.till_id', '=', 'tills.id').on('shifts.closed_at', 'is', null),
    )
    .leftJoin('users', 'users.id', 'shifts.opened_by')
    .select([
      'tills.id',
      'tills.name',
      'tills.warehouse_id as warehouse',
      'warehouses.name as warehouseName',
      'tills.most_percent as mostPercent',
      'shifts.id as shift',
      'shifts.opened_at as openedAt',
      'users.name as by',
    ])
    .orderBy('tills.folded')
  if (id !== undefined) asked = asked.where('tills.id', '=', id)
  const rows = await asked.execute()
  return rows.map(({ shift, openedAt, by, ...row }) => ({
    ...row,
    shift: shift === null ? null : { id: shift, openedAt: openedAt!, by: by! },
  }))
}

export async function tillOfName(base: Reading, name: string): Promise<number | undefined> {
  const row = await base.selectFrom('tills').select('id').where('folded', '=', fold(name)).executeTakeFirst()
  return row?.id
}

/** Returns its id. */
export async function writeTill(
  trx: Writing,
  {
    id,
    name,
    warehouse,
    mostPercent,
  }: { id?: number | undefined } & Omit<TillRow, 'id' | 'warehouseName' | 'shift'>,
): Promise<number> {
  const values = { name, folded: fold(name), warehouse_id: warehouse, most_percent: mostPercent }
  if (id === undefined) {
    const made = await trx.insertInto('tills').values(values).returning('id').executeTakeFirstOrThrow()
    return made.id
  }
  await trx.updateTable('tills').set(values).where('id', '=', id).execute()
  return id
}

export interface ShiftRow {
  readonly id: number
  readonly till: number
  readonly openedAt: number
  readonly openedBy: string
  readonly cashAtOpen: number
  readonly closedAt: number | null
  readonly closedBy: string | null
  readonly cashCounted: number | null
}

export async function readShift(base: Reading, id: number): Promise<ShiftRow | undefined> {
  return base
    .selectFrom('shifts')
    .innerJoin('users as opener', 'opener.id', 'shifts.opened_by')
    .leftJoin('users as closer', 'closer.id', 'shifts.closed_by')
    .select([
      'shifts.id',
      'shifts.till_id as till',
      'shifts.opened_at as openedAt',
      'opener.name as openedBy',
      'shifts.cash_at_open as cashAtOpen',
      'shifts.closed_at as closedAt',
      'closer.name as closedBy',
      'shifts.cash_counted as cashCounted',
    ])
    .where('shifts.id', '=', id)
    .executeTakeFirst()
}

export async function insertShift(
  trx: Writing,
  { till, at, by, cash }: { till: number; at: number; by: number; cash: number },
): Promise<void> {
  await trx
    .insertInto('shifts')
    .values({ till_id: till, opened_at: at, opened_by: by, cash_at_open: cash })
    .execute()
}

export async function closeShift(
  trx: Writing,
  id: number,
  { at, by, cash }: { at: number; by: number; cash: number },
): Promise<void> {
  await trx
    .updateTable('shifts')
    .set({ closed_at: at, closed_by: by, cash_counted: cash })
    .where('id', '=', id)
    .execute()
}

/** What a shift sold and took back: receipts, their totals and discounts; and what stayed in the till by kind. */
export async function sumsOfShift(base: Reading, shift: number) {
  const { count, sum } = base.fn
  const receipts = await base
    .selectFrom('receipts')
    .select((eb) => [
      eb('returns_id', 'is not', null).as('returned'),
      count<number>('document_id').as('receipts'),
      sum<number>('total').as('total'),
      sum<number>('discount').as('discount'),
    ])
    .where('shift_id', '=', shift)
    .groupBy('returned')
    .execute()
  const payments = await base
    .selectFrom('receipt_payments')
    .innerJoin('receipts', 'receipts.document_id', 'receipt_payments.document_id')
    .select((eb) => ['kind', eb.fn.sum<number>('amount').as('amount')])
    .where('receipts.shift_id', '=', shift)
    .groupBy('kind')
    .execute()
  const of = (returned: boolean) => receipts.find((row) => Boolean(row.returned) === returned)
  return {
    sales: { receipts: of(false)?.receipts ?? 0, total: of(false)?.total ?? 0 },
    returns: { receipts: of(true)?.receipts ?? 0, total: of(true)?.total ?? 0 },
    discounts: of(false)?.discount ?? 0,
    payments: payments.map(({ kind, amount }) => ({ kind: kind as PaymentKind, amount })),
  }
}
