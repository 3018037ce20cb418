import { useKitWords } from './words.ts'

/** The key that does the same, e.g. `F2` or `Ctrl+S`, written as this reader's keyboard writes it. */
export function KeyHint({ keys }: { keys: string }) {
  const words = useKitWords()
  return (
    // Read from aria-keyshortcuts of the button it stands in, not as part of its name.
    <kbd className="kit-keys" aria-hidden="true">
      {words.keys(keys)}
    </kbd>
  )
}

/** The notation of ARIA: `Ctrl+S` → `Control+S`. */
export const ariaKeys = (keys: string) => keys.replace('Ctrl', 'Control').replace('Esc', 'Escape')
