import { Combine, FileDown, Plus, Target, Trash2 } from 'lucide-react'
import { useCallback, useEffect, useState, type ReactNode, type RefObject } from 'react'
import { useTranslation } from 'react-i18next'
import type { ClientFilter } from '../../../../app/contract/clients.ts'
import { Button } from '../../../kit/Button.tsx'
import { IconButton } from '../../../kit/IconButton.tsx'
import { SearchBox } from '../../../kit/SearchBox.tsx'
import { Toolbar } from '../../../kit/Toolbar.tsx'
import { useMay } from '../../../shell/account.ts'
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

/** Milliseconds after the last letter until the office is asked. */
const pause = 90

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
        <Button className="client-import" icon={FileDown} onClick={() => win.open('/clients/import')}>
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

/** The search keeps its own letters, so that typing never waits for the table. */
function SearchText(props: {
  text: string
  onText: (text: string) => void
  search: RefObject<HTMLInputElement | null>
  onEnter: (text: string) => void
  onDown: () => void
}) {
  const { text, onText, search, onEnter, onDown } = props
  const { t } = useTranslation()
  const [typed, setTyped] = useState(text)
  const [sent, setSent] = useState(text)
  // Cleared from elsewhere: the empty state's button.
  if (sent !== text) {
    setSent(text)
    setTyped(text)
  }
  const send = useCallback(
    (next: string) => {
      setSent(next)
      onText(next)
    },
    [onText],
  )
  useEffect(() => {
    if (typed === sent) return
    const timer = setTimeout(() => send(typed), pause)
    return () => clearTimeout(timer)
  }, [typed, sent, send])
  return (
    <SearchBox
      ref={search}
      className="clients-search"
      label={t('clients.search')}
      keys={keys.find}
      value={typed}
      onChange={setTyped}
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing) return
        if (event.key === 'ArrowDown') onDown()
        else if (event.key === 'Enter') {
          send(typed)
          onEnter(typed)
        } else return
        event.preventDefault()
      }}
    />
  )
}
