/**
 * Prints a part of the page by itself, as a copy beside the desk (`styles/print.css`). The copy goes away when the
 * browser has taken it; `title` is what a printed file is called.
 */
export function print(part: Element, title: string): void {
  const sheet = document.createElement('div')
  sheet.className = 'kit-print'
  sheet.append(part.cloneNode(true))
  document.body.append(sheet)
  const before = document.title
  document.title = title
  const done = () => {
    sheet.remove()
    document.title = before
  }
  window.addEventListener('afterprint', done, { once: true })
  window.print()
}
