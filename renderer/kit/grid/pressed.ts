/** What of a grid an event is about: the row, the column, and whether something in the cell answers by itself. */
export function pressed(target: EventTarget | null) {
  const element = target instanceof Element ? target : null
  const row = element?.closest('[data-index]')
  return {
    index: row ? Number(row.getAttribute('data-index')) : -1,
    column: element?.closest('[data-column]')?.getAttribute('data-column') ?? undefined,
    check: element?.closest('[data-check], .kit-check-cell') !== null,
    toggle: element?.closest('[data-toggle]') !== null,
    edit: element?.closest('[data-edit]') !== null,
    own: element?.closest('a, button, input, select, label, [popover]') !== null,
  }
}
