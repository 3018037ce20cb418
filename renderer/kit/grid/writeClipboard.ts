import { asMarkup, asTable } from './copy.ts'
import type { Column } from './types.ts'

/** Puts text on the clipboard, and the same as markup where given. Over plain HTTP there is no `navigator.clipboard`, and the old way still works. */
export async function writeClipboard(text: string, markup?: string): Promise<void> {
  if (navigator.clipboard) {
    if (markup === undefined) return navigator.clipboard.writeText(text)
    const kinds = { 'text/plain': text, 'text/html': markup }
    const blobs = Object.entries(kinds).map(([type, what]) => [type, new Blob([what], { type })] as const)
    return navigator.clipboard.write([new ClipboardItem(Object.fromEntries(blobs))])
  }
  const give = (event: ClipboardEvent) => {
    event.preventDefault()
    event.stopImmediatePropagation()
    event.clipboardData?.setData('text/plain', text)
    if (markup !== undefined) event.clipboardData?.setData('text/html', markup)
  }
  document.addEventListener('copy', give, { capture: true, once: true })
  document.execCommand('copy')
  document.removeEventListener('copy', give, { capture: true })
}

/** Puts rows on the clipboard, for spreadsheets and for word processors. */
export const copyRows = <Row>(rows: readonly Row[], columns: readonly Column<Row>[]) =>
  writeClipboard(asTable(rows, columns), asMarkup(rows, columns))
