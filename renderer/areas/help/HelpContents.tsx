import type { RefObject } from 'react'
import { useTranslation } from 'react-i18next'
import { SelectField } from '../../kit/form/SelectField.tsx'
import { SearchBox } from '../../kit/SearchBox.tsx'
import type { HelpPage } from './pages.ts'

interface Props {
  readonly pages: readonly HelpPage[]
  readonly shown: string
  readonly text: string
  readonly search: RefObject<HTMLInputElement | null>
  readonly onText: (text: string) => void
  readonly onPage: (page: string) => void
  /** Enter in the search: the first one found. */
  readonly onEnter: () => void
}

/** The pages to choose from and the search over all of them; one line above the page where the window is narrow. */
export function HelpContents({ pages, shown, text, search, onText, onPage, onEnter }: Props) {
  const { t } = useTranslation()
  return (
    <nav className="help-contents" aria-label={t('help.contents')}>
      <SearchBox
        ref={search}
        value={text}
        onChange={onText}
        label={t('help.find')}
        onKeyDown={(event) => event.key === 'Enter' && onEnter()}
      />
      <div className="help-choice">
        <SelectField
          bare
          label={t('help.page')}
          value={shown}
          onChange={(event) => onPage(event.currentTarget.value)}
          options={pages.map(({ id, title }) => ({ id, label: title }))}
        />
      </div>
      <ul>
        {pages.map(({ id, title }) => (
          <li key={id}>
            <button
              type="button"
              className="help-entry"
              aria-current={id === shown && text.trim() === '' ? 'page' : undefined}
              onClick={() => onPage(id)}
            >
              {title}
            </button>
          </li>
        ))}
      </ul>
    </nav>
  )
}
