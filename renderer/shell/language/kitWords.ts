import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { KitWords } from '../../kit/words.ts'
import { writtenKeys } from '../keys.ts'
import type { WindowWords } from '../windows/index.ts'
import { useNotation } from './notation.ts'

/** The kit's words in the reader's language. */
export function useWordsOfKit(): KitWords {
  const { t } = useTranslation()
  const { locale, number } = useNotation()
  return useMemo(
    (): KitWords => ({
      locale,
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
    [t, locale, number],
  )
}

/** The windows' words in the reader's language. */
export function useWordsOfWindows(): WindowWords {
  const { t } = useTranslation()
  return useMemo((): WindowWords => t('windows', { returnObjects: true }), [t])
}
