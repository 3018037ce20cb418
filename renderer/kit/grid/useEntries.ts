import { useMemo, useState } from 'react'
import { GroupTree } from './groupTree.ts'
import type { GroupHead } from './groupTree.ts'
import type { Grouping, RowSource, Sort } from './types.ts'

/** What a grid's rows come from: the records themselves, or under the headings of their groups. */
export function useEntries<Row>(
  source: RowSource<Row>,
  grouping: Grouping<Row> | undefined,
  sort: readonly Sort[],
): { entries: RowSource<Row | GroupHead>; tree: GroupTree<Row> | undefined } {
  const by = grouping && grouping.by.length > 0 ? grouping.by.join('\n') : undefined
  const [kept, setKept] = useState({ by, open: new Set<string>() })
  // Other groups: nothing of what was open is there any more.
  if (kept.by !== by) setKept({ by, open: new Set() })
  const { open } = kept
  const [groups, rows] = [grouping?.groups, grouping?.rows]
  const descending = sort
    .filter((one) => one.descending)
    .map(({ column }) => column)
    .join('\n')
  const tree = useMemo(() => {
    if (by === undefined || !groups || !rows) return undefined
    const turned = new Set(descending.split('\n'))
    return new GroupTree<Row>(
      {
        by: by.split('\n'),
        async groups(path, column) {
          const answer = await groups(path, column)
          // Sorted downwards by it: the last group first.
          return turned.has(column) ? { ...answer, groups: answer.groups.toReversed() } : answer
        },
        rows,
      },
      open,
    )
  }, [by, groups, rows, open, descending])
  return { entries: tree ?? source, tree }
}
