/** A field that text goes into, with what stood in it before a scanner began to type. */
export interface FieldBefore {
  /** Puts it back as it was, and tells whoever follows the field. */
  restore(): void
}

type TextField = HTMLInputElement | HTMLTextAreaElement

const taking = (element: Element | null): element is TextField =>
  element instanceof HTMLTextAreaElement ||
  (element instanceof HTMLInputElement &&
    !['checkbox', 'radio', 'button', 'submit', 'file', 'range', 'color'].includes(element.type))

/** React keeps its own note of a field's value; the prototype's setter is the one it does not stand in front of. */
const setValue = (field: TextField, value: string) =>
  Object.getOwnPropertyDescriptor(Object.getPrototypeOf(field), 'value')?.set?.call(field, value)

/** The field that has the focus as it is now; null where text goes nowhere. */
export function fieldBefore(): FieldBefore | null {
  const field = document.activeElement
  if (field instanceof HTMLSelectElement) return selectBefore(field)
  if (!taking(field)) return null
  const { value, selectionStart, selectionEnd } = field
  return {
    restore() {
      if (field.value === value) return
      setValue(field, value)
      field.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'historyUndo' }))
      // Dates and numbers have no place of the cursor that could be asked for or set.
      if (selectionStart !== null) field.setSelectionRange(selectionStart, selectionEnd)
    },
  }
}

/** Letters move the choice of a list. */
function selectBefore(field: HTMLSelectElement): FieldBefore {
  const { selectedIndex } = field
  return {
    restore() {
      if (field.selectedIndex === selectedIndex) return
      field.selectedIndex = selectedIndex
      field.dispatchEvent(new Event('change', { bubbles: true }))
    },
  }
}
