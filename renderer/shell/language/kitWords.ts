import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { KitWords } from '../../kit/words.ts'
import { writtenKeys } from '../keys.ts'
import type { WindowWords } from '../windows/index.ts'
import { useNotation } from './notation.ts'

/** The kit's words in the reader's language. */
export function useWordsOfKit(): KitWords {
  const { t } = useTranslation()
  const notation = useNotation()
  const { number } = notation
  return useMemo(
    (): KitWords => ({
      locale: notation.locale,
      number,
      keys: writtenKeys,
      close: t('kit.close'),
      cancel: t('kit.cancel'),
      save: t('kit.save'),
      clear: t('kit.clear'),
      remove: t('kit.remove'),
      retry: t('kit.retry'),
      search: t('kit.search'),
      loading: t('kit.loading'),
      notifications: t('kit.notifications'),
      required: t('kit.required'),
      unsaved: t('kit.unsaved'),
      saving: t('kit.saving'),
      correctThese: (count) => t('kit.correctThese', { count }),
      showPassword: t('kit.showPassword'),
      hidePassword: t('kit.hidePassword'),
      capsLock: t('kit.capsLock'),
      searching: t('kit.searching'),
      nothingFound: t('kit.nothingFound'),
      couldNotLoad: t('kit.couldNotLoad'),
      recent: t('kit.recent'),
      create: (text) => t('kit.create', { text }),
      openList: t('kit.openList'),
      noRows: t('kit.noRows'),
      rows: (count) => t('kit.rows', { count, shown: number(count) }),
      rowsSelected: (count) => t('kit.rowsSelected', { count, shown: number(count) }),
      columns: t('kit.columns'),
      sortAscending: t('kit.sortAscending'),
      sortDescending: t('kit.sortDescending'),
      sortNone: t('kit.sortNone'),
      sortAlsoAscending: t('grid.sortAlsoAscending'),
      sortAlsoDescending: t('grid.sortAlsoDescending'),
      groupBy: t('grid.groupBy'),
      ungroup: t('grid.ungroup'),
      editCell: (title) => t('grid.editCell', { title }),
      grouping: t('grid.group.title'),
      groupedBy: t('grid.group.by'),
      dropToGroup: t('grid.group.drop'),
      expandAll: t('grid.group.expandAll'),
      collapseAll: t('grid.group.collapseAll'),
      day: (day) => notation.day(Date.parse(`${day}T12:00:00`)),
      period: (period) => t(`grid.periods.${period}`),
      contains: t('grid.filter.contains'),
      containsText: (text) => t('grid.filter.containsText', { text }),
      begins: t('grid.filter.begins'),
      beginsWith: (text) => t('grid.filter.beginsWith', { text }),
      isEmpty: t('grid.filter.empty'),
      isFilled: t('grid.filter.filled'),
      nothingThere: t('grid.filter.nothing'),
      onlyThese: t('grid.filter.onlyThese'),
      allButThese: t('grid.filter.allButThese'),
      allBut: (list) => t('grid.filter.allBut', { list }),
      from: (value) => t('grid.filter.from', { value }),
      until: (value) => t('grid.filter.until', { value }),
      fromDay: t('grid.filter.fromDay'),
      toDay: t('grid.filter.toDay'),
      fromNumber: t('grid.filter.fromNumber'),
      toNumber: t('grid.filter.toNumber'),
      clearFilters: t('grid.filter.clearAll'),
      typeForMore: (count) => t('grid.filter.typeForMore', { count, shown: number(count) }),
      filterRow: t('grid.filter.row'),
      colouredRows: t('grid.coloured'),
      rowHeight: t('grid.density.title'),
      density: (density) => t(`grid.density.${density}`),
      hideColumn: t('kit.hideColumn'),
      freezeColumn: t('kit.freezeColumn'),
      unfreezeColumn: t('kit.unfreezeColumn'),
      moveEarlier: t('kit.moveEarlier'),
      moveLater: t('kit.moveLater'),
      resetColumns: t('kit.resetColumns'),
      resizeColumn: (title) => t('kit.resizeColumn', { title }),
      filter: t('kit.filter'),
      selectAll: t('kit.selectAll'),
      selectNone: t('kit.selectNone'),
      expand: t('kit.expand'),
      collapse: t('kit.collapse'),
      progress: (done, total) => t('kit.progress', { done: number(done), total: number(total) }),
    }),
    [t, notation, number],
  )
}

/** The windows' words in the reader's language. */
export function useWordsOfWindows(): WindowWords {
  const { t } = useTranslation()
  return useMemo((): WindowWords => t('windows', { returnObjects: true }), [t])
}
