import type { ItemGroup } from '../../../app/contract/items.ts'

/** A group in the reader's words, and how deep it stands. */
export interface ShownGroup {
  readonly group: ItemGroup
  readonly name: string
  readonly depth: number
}

/** The tree of groups as lines from top to bottom, each under the one it stands in, by name. */
export function linesOfTree(groups: readonly ItemGroup[], language: string): ShownGroup[] {
  const under = Map.groupBy(groups, ({ parentId }) => parentId)
  const { compare } = new Intl.Collator(language)
  const walk = (parentId: number | null, depth: number): ShownGroup[] =>
    (under.get(parentId) ?? [])
      .map((group) => ({ group, depth, name: group.names[language] ?? group.name }))
      .toSorted((a, b) => compare(a.name, b.name))
      .flatMap((line) => [line, ...walk(line.group.id, depth + 1)])
  return walk(null, 0)
}

/** As one of a list that does not show the tree by its lines. */
export const indented = ({ name, depth }: ShownGroup): string => `${'\u2003'.repeat(depth)}${name}`
