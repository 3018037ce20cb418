import { useState } from 'react'
import { freshState, gridState } from '../../kit/grid/gridState.ts'
import type { GridState } from '../../kit/grid/types.ts'
import { keepPreference, useAccount } from '../account.ts'

export interface KeptGrid {
  readonly state: GridState
  readonly keep: (changed: Partial<GridState>) => void
}

function read(text: string | undefined, fresh: GridState): GridState {
  if (text === undefined) return fresh
  try {
    return gridState.parse(JSON.parse(text))
  } catch {
    // Kept by another version of the program.
    return fresh
  }
}

/** Columns, order and groups of a table, kept with the person as they are changed, under the name of the list. */
export function useKeptGrid(list: string, more: Partial<GridState> = {}): KeptGrid {
  const { preferences } = useAccount()
  const [state, setState] = useState(() => read(preferences.grids?.[list], { ...freshState, ...more }))
  const keep = (changed: Partial<GridState>) => {
    const next = { ...state, ...changed }
    setState(next)
    // The next window of this table begins with it too.
    void keepPreference({ grids: { [list]: JSON.stringify(next) } })
  }
  return { state, keep }
}
