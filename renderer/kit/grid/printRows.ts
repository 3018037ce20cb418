import { print } from '../print.ts'
import type { Column } from './types.ts'

/** Puts rows on paper as a plain table under a title: its words, not its pictures. */
export function printRows<Row>(title: string, rows: readonly Row[], columns: readonly Column<Row>[]): void {
  const sheet = document.createElement('section')
  const heading = document.createElement('h1')
  heading.textContent = title
  const table = document.createElement('table')
  const head = table.createTHead().insertRow()
  for (const column of columns) {
    const cell = document.createElement('th')
    cell.textContent = column.title
    cell.className = column.align ?? 'start'
    head.append(cell)
  }
  const body = table.createTBody()
  for (const row of rows) {
    const line = body.insertRow()
    for (const column of columns) {
      const cell = line.insertCell()
      cell.textContent = String(column.value(row) ?? '')
      cell.className = column.align ?? 'start'
      cell.dir = 'auto'
    }
  }
  sheet.append(heading, table)
  print(sheet, title)
}
