/** Puts the cursor into the search over everything. */
export function showFind(): void {
  document.querySelector<HTMLInputElement>('#find-everything')?.focus()
}
