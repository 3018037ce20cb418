import type { Payment } from '../../app/accounting/documents.ts'
import { receiptContent, type ReceiptContent } from '../../app/contract/till.ts'
import { insertMany } from '../dialect.ts'
import type { Reading, Writing } from '../tables.ts'

/** A receipt as it is written. */
export interface NewReceipt {
  readonly document: number
  readonly shift: number
  readonly at: number
  readonly by: number
  readonly client: number | null
  readonly currency: string
  readonly total: number
  readonly discount: number
  readonly returns: number | null
  readonly content: ReceiptContent
  readonly payments: readonly Payment[]
  /** What comes back of lines of `returns`. */
  readonly back: readonly { readonly at: number; readonly quantity: number }[]
}

/** Writes a receipt of a document that was posted. Numbers follow each other over all tills, without gaps. */
export async function insertReceipt(trx: Writing, receipt: NewReceipt): Promise<void> {
  const { document, payments, returns, back } = receipt
  const { last } = await trx
    .selectFrom('receipts')
    .select((eb) => eb.fn.max<number | null>('number').as('last'))
    .executeTakeFirstOrThrow()
  await trx
    .insertInto('receipts')
    .values({
      document_id: document,
      number: (last ?? 0) + 1,
      shift_id: receipt.shift,
      at: receipt.at,
      user_id: receipt.by,
      client_id: receipt.client,
      currency: receipt.currency,
      total: receipt.total,
      discount: receipt.discount,
      returns_id: returns,
      content: JSON.stringify(receipt.content),
    })
    .execute()
  await insertMany(
    trx,
    'receipt_payments',
    ['document_id', 'kind', 'amount'],
    payments.map(({ kind, amount }) => [document, kind, amount]),
  )
  if (returns !== null)
    await insertMany(
      trx,
      'receipt_returns',
      ['document_id', 'returns_id', 'line', 'quantity'],
      back.map(({ at, quantity }) => [document, returns, at, quantity]),
    )
}

const receiptRows = (base: Reading) =>
  base
    .selectFrom('receipts')
    .innerJoin('users', 'users.id', 'receipts.user_id')
    .leftJoin('clients', 'clients.id', 'receipts.client_id')
    .select([
      'receipts.document_id as id',
      'receipts.number',
      'receipts.at',
      'users.name as cashier',
      'receipts.client_id as clientId',
      'clients.name as clientName',
      'receipts.currency',
      'receipts.total',
      'receipts.returns_id as returns',
    ])

const asRow = <Row extends { clientId: number | null; clientName: string | null }>({
  clientId,
  clientName,
  ...row
}: Row) => ({ ...row, client: clientId === null ? null : { id: clientId, name: clientName ?? '' } })

/** The latest first. */
export async function readReceipts(
  base: Reading,
  { shift, number, limit }: { shift?: number | undefined; number?: number | undefined; limit: number },
) {
  let asked = receiptRows(base).orderBy('receipts.number', 'desc').limit(limit)
  if (shift !== undefined) asked = asked.where('receipts.shift_id', '=', shift)
  if (number !== undefined) asked = asked.where('receipts.number', '=', number)
  return (await asked.execute()).map(asRow)
}

/** One receipt with all that is printed on it, and what of each line has come back. */
export async function readReceipt(base: Reading, id: number) {
  const row = await receiptRows(base)
    .innerJoin('shifts', 'shifts.id', 'receipts.shift_id')
    .innerJoin('tills', 'tills.id', 'shifts.till_id')
    .select(['tills.name as till', 'tills.warehouse_id as warehouse', 'receipts.content'])
    .where('receipts.document_id', '=', id)
    .executeTakeFirst()
  if (!row) return undefined
  const content = receiptContent.parse(JSON.parse(row.content))
  const back = await base
    .selectFrom('receipt_returns')
    .select((eb) => ['line', eb.fn.sum<number>('quantity').as('quantity')])
    .where('returns_id', '=', id)
    .groupBy('line')
    .execute()
  const returned = content.lines.map((_, at) => back.find(({ line }) => line === at)?.quantity ?? 0)
  return { ...asRow(row), content, returned }
}
