import { useEffect, useRef, useState, useSyncExternalStore } from 'react'
import { RowBlocks } from './blocks.ts'
import type { RowSource } from './types.ts'

/** The rows of a source for a component: draws again as they come, and fetches anew when `version` changes. */
export function useBlocks<Row>(source: RowSource<Row>, version: number | string) {
  const [blocks] = useState(() => new RowBlocks(source))
  useSyncExternalStore(blocks.subscribe, blocks.state)
  const seen = useRef(version)
  useEffect(() => {
    if (seen.current === version) return
    seen.current = version
    blocks.refreshForChange()
  }, [blocks, version])
  useEffect(() => () => blocks.close(), [blocks])
  return blocks
}
