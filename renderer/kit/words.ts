import { createContext, use } from 'react'
import type { Density } from './grid/gridState.ts'
import type { Period } from '../../app/periods.ts'

/** Every word the kit shows by itself, and the reader's notation. The shell fills it from the language files. */
export type KitWords = {
  /** BCP 47 tag for Intl, e.g. `km-KH`. */
  locale: string
  /** A number in the reader's notation. */
  number: (value: number, options?: Intl.NumberFormatOptions) => string
  /** A key as this keyboard and language write it: `Ctrl+S` → `Ctrl+S`, `Strg+S`, `⌘S`. */
  keys: (keys: string) => string

  close: string
  cancel: string
  save: string
  clear: string
  remove: string
  retry: string
  search: string
  loading: string
  notifications: string

  required: string
  unsaved: string
  saving: string
  /** Heading of the errors on top of a form that would not save. */
  correctThese: (count: number) => string
  showPassword: string
  hidePassword: string
  capsLock: string

  searching: string
  nothingFound: string
  couldNotLoad: string
  recent: string
  create: (text: string) => string
  openList: string

  noRows: string
  rows: (count: number) => string
  rowsSelected: (count: number) => string
  columns: string
  sortAscending: string
  sortDescending: string
  sortNone: string
  sortAlsoAscending: string
  sortAlsoDescending: string
  groupBy: string
  ungroup: string
  editCell: (title: string) => string
  grouping: string
  groupedBy: string
  dropToGroup: string
  expandAll: string
  collapseAll: string

  /** A day YYYY-MM-DD in the reader's notation. */
  day: (day: string) => string
  period: (period: Period) => string
  contains: string
  containsText: (text: string) => string
  begins: string
  beginsWith: (text: string) => string
  isEmpty: string
  isFilled: string
  /** Stands for no value among others. */
  nothingThere: string
  onlyThese: string
  allButThese: string
  allBut: (list: string) => string
  from: (value: string) => string
  until: (value: string) => string
  fromDay: string
  toDay: string
  fromNumber: string
  toNumber: string
  clearFilters: string
  typeForMore: (count: number) => string
  filterRow: string
  colouredRows: string
  rowHeight: string
  density: (density: Density) => string
  hideColumn: string
  freezeColumn: string
  unfreezeColumn: string
  moveEarlier: string
  moveLater: string
  resetColumns: string
  resizeColumn: (title: string) => string
  filter: string
  selectAll: string
  selectNone: string
  expand: string
  collapse: string
  progress: (done: number, total: number) => string
}

const WordsContext = createContext<KitWords | null>(null)

export const KitWordsProvider = WordsContext.Provider

/** The kit's words. Throws outside `<Kit>`: a component without words would be silent to some reader. */
export function useKitWords(): KitWords {
  const words = use(WordsContext)
  if (!words) throw new Error('A component of the kit stands outside <Kit words={…}>')
  return words
}
