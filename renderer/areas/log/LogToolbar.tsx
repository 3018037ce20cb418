import { FilterX, PanelRight } from 'lucide-react'
import type { ReactNode, RefObject } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../kit/Button.tsx'
import { DateField } from '../../kit/form/DateField.tsx'
import { SearchBox } from '../../kit/SearchBox.tsx'
import { Toolbar, ToolbarSpace } from '../../kit/Toolbar.tsx'
import { keys } from '../../shell/keys.ts'
import { isNarrowed, noFilter, type LogFilter } from './logFilter.ts'

interface Props {
  readonly filter: LogFilter
  readonly onFilter: (filter: LogFilter) => void
  readonly search: RefObject<HTMLInputElement | null>
  readonly details: boolean
  readonly onDetails: () => void
  /** The menu of saved views. */
  readonly views: ReactNode
}

/** What the log is narrowed to, apart from the lists under its titles. */
export function LogToolbar({ filter, onFilter, search, details, onDetails, views }: Props) {
  const { t } = useTranslation()
  return (
    <Toolbar label={t('log.tools')}>
      <SearchBox
        ref={search}
        value={filter.text}
        onChange={(text) => onFilter({ ...filter, text })}
        label={t('log.find')}
        keys={keys.find}
      />
      <div className="log-dates">
        <span aria-hidden="true">{t('log.from')}</span>
        <DateField
          bare
          label={t('log.from')}
          value={filter.from}
          max={filter.to || undefined}
          onChange={(event) => onFilter({ ...filter, from: event.currentTarget.value })}
        />
        <span aria-hidden="true">{t('log.to')}</span>
        <DateField
          bare
          label={t('log.to')}
          value={filter.to}
          min={filter.from || undefined}
          onChange={(event) => onFilter({ ...filter, to: event.currentTarget.value })}
        />
      </div>
      {isNarrowed(filter) && (
        <Button kind="quiet" icon={FilterX} onClick={() => onFilter(noFilter)}>
          {t('log.clear')}
        </Button>
      )}
      <ToolbarSpace />
      {views}
      <Button icon={PanelRight} aria-pressed={details} onClick={onDetails}>
        {t('log.details')}
      </Button>
    </Toolbar>
  )
}
