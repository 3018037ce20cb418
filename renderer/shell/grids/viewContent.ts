import { z } from 'zod'
import { criterion } from '../../../app/criteria.ts'
import type { Filter } from '../../kit/grid/filters/filter.ts'
import { gridState } from '../../kit/grid/gridState.ts'
import type { GridState } from '../../kit/grid/types.ts'

/** All of a list that a view keeps. */
export interface ViewContent {
  readonly state: GridState
  readonly filters: readonly Filter[]
}

const content = z.object({ state: gridState, filters: z.array(criterion).max(50) })

export const written = ({ state, filters }: ViewContent): string => JSON.stringify({ state, filters })

/** Undefined for what another version of the program wrote and this one cannot read. */
export function readContent(text: string): ViewContent | undefined {
  try {
    return content.parse(JSON.parse(text))
  } catch {
    return undefined
  }
}

/** Whether the list still stands as the view has it. */
export const isAs = (text: string, now: ViewContent): boolean => {
  const kept = readContent(text)
  return kept !== undefined && written(kept) === written(ordered(now))
}

/** The same with its parts in the order in which they are read. */
const ordered = (now: ViewContent): ViewContent => readContent(written(now)) ?? now
