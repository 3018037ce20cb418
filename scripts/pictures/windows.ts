import { readFileSync } from 'node:fs'
import path from 'node:path'

/** What some windows have to be told besides. */
const asked: Readonly<Record<string, string>> = { '/clients/merge': '?ids=1,2' }

/** Every window that is registered, by an address that shows something in a practice base, and a name for its picture. */
export function everyWindow(): { name: string; address: string }[] {
  // Read and not imported: the areas bring the whole of the renderer.
  const areas = readFileSync(path.resolve(import.meta.dirname, '../../renderer/areas/areas.ts'), 'utf8')
  const patterns = Array.from(areas.matchAll(/pattern: '([^']+)'/g), ([, pattern]) => pattern!)
  if (patterns.length === 0) throw new Error('areas.ts registers no window any more in the way this reads it.')
  return patterns.map((pattern) => ({
    name: pattern.slice(1).replaceAll(/[/:]+/g, '-'),
    address: pattern.replaceAll(/:\w+/g, '1') + (asked[pattern] ?? ''),
  }))
}
