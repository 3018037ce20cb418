import { create } from 'zustand'
import type { Filter } from '../../../kit/grid/filters/filter.ts'
import { openWindow } from '../../../shell/windows/index.ts'

/** What the list of clients is to show, asked for from another window; taken by the list as it does. */
export const useToShow = create<{
  wanted: { readonly text: string; readonly filters: readonly Filter[] } | null
}>(() => ({ wanted: null }))

/** Opens the list of clients with a search and filters. */
export function showInClients(text: string, filters: readonly Filter[]): void {
  useToShow.setState({ wanted: { text, filters } })
  openWindow('/clients')
}
