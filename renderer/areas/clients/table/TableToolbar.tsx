import { Combine, FileDown, Plus, Target, Trash2 } from 'lucide-react'
import { useCallback, type ReactNode, type RefObject } from 'react'
import { useTranslation } from 'react-i18next'
import type { ClientFilter } from '../../../../app/contract/clients.ts'
import { Button } from '../../../kit/Button.tsx'
import { IconButton } from '../../../kit/IconButton.tsx'
import { Toolbar } from '../../../kit/Toolbar.tsx'
import { useMay } from '../../../shell/account.ts'
import { SearchText } from '../../../shell/grids/SearchText.tsx'
import { keys } from '../../../shell/keys.ts'
import { useWindow } from '../../../shell/windows/index.ts'
import './table.css'

interface Props {
  readonly filter: ClientFilter
  readonly onFilter: (changed: Partial<ClientFilter>) => void
  readonly search: RefObject<HTMLInputElement | null>
  /** Enter in the search. */
  readonly onEnter: (text: string) => void
  /** Down out of the search: into the rows. */
  readonly onDown: () => void
  /** The menu of export, which knows what is shown and selected. */
  readonly exporting: ReactNode
  /** The menu of fields to filter by. */
  readonly filtering: ReactNode
  /** The switch between table, cards and text. */
  readonly views: ReactNode
}

/** New, import, search and filters: the line above the table. */
export function TableToolbar(props: Props) {
  const { filter, onFilter, search, onEnter, onDown, exporting, filtering, views } = props
  const { t } = useTranslation()
  const win = useWindow()
  const may = useMay()
  const onText = useCallback((text: string) => onFilter({ text }), [onFilter])
  return (
    <Toolbar label={t('clients.toolbar')}>
      {may('clients.edit') && (
        <Button kind="primary" icon={Plus} keys={keys.new} onClick={() => win.open('/clients/new')}>
          {t('clients.new')}
        </Button>
      )}
      {may('clients.import') && (
        <Button className="client-import" folds icon={FileDown} onClick={() => win.open('/clients/import')}>
          {t('clients.import')}
        </Button>
      )}
      {exporting}
      <IconButton
        className="client-targets"
        icon={Target}
        label={t('targets.title')}
        onClick={() => win.open('/clients/targets')}
      />
      {may('clients.merge') && (
        <IconButton
          className="client-duplicates"
          icon={Combine}
          label={t('duplicates.title')}
          onClick={() => win.open('/clients/duplicates')}
        />
      )}
      <SearchText
        className="clients-search"
        label={t('clients.search')}
        text={filter.text ?? ''}
        onText={onText}
        search={search}
        onEnter={onEnter}
        onDown={onDown}
      />
      {filtering}
      {views}
      {may('clients.delete') && (
        <IconButton
          icon={Trash2}
          label={filter.binned ? t('clients.bin.leave') : t('clients.bin.show')}
          aria-pressed={filter.binned === true}
          onClick={() => onFilter({ binned: !filter.binned })}
        />
      )}
    </Toolbar>
  )
}
