import { useTranslation } from 'react-i18next'
import type { Filter, FilterField } from '../../kit/grid/filters/filter.ts'
import { toast } from '../../kit/toasts.ts'
import type { KeptGrid } from './useKeptGrid.ts'
import type { ViewContent } from './viewContent.ts'

/** Looks at a list as a view has it, without the filters by what the reader does not see; that is said. */
export function useFiltersOfView(
  { keep }: KeptGrid,
  fields: readonly Pick<FilterField, 'id'>[],
  onFilters: (filters: readonly Filter[]) => void,
): (view: ViewContent) => void {
  const { t } = useTranslation()
  return (view) => {
    keep(view.state)
    const able = view.filters.filter(({ field }) => fields.some(({ id }) => id === field))
    onFilters(able)
    if (able.length < view.filters.length) toast({ tone: 'warn', text: t('grid.views.partly') })
  }
}
