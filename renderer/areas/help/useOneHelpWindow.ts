import { useLayoutEffect, useRef } from 'react'
import {
  closeWindow,
  focusWindow,
  matchAddress,
  readdressWindow,
  useWindow,
  useWindowList,
} from '../../shell/windows/index.ts'

/**
 * Help is asked for by address (`/help?page=staff`), and every address opens a window of its own. Where a help window is
 * open already, that one turns to the page and this one goes, before it is drawn.
 */
export function useOneHelpWindow(): void {
  const { id, address } = useWindow()
  const open = useWindowList()
  const other = open.find((window) => window.id !== id && matchAddress(window.address)?.kind.area === 'help')
  const first = useRef(true)
  useLayoutEffect(() => {
    if (!first.current) return
    first.current = false
    if (!other) return
    void closeWindow(id).then(() => {
      readdressWindow(other.id, address)
      focusWindow(other.id)
    })
  }, [id, address, other])
}
