import { SearchX } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '../../kit/EmptyState.tsx'
import { excerptOf, type Section } from './search.ts'

interface Props {
  readonly sections: readonly Section[]
  readonly text: string
  readonly onPage: (page: string) => void
}

/** What the search found, with the words round it. */
export function Found({ sections, text, onPage }: Props) {
  const { t } = useTranslation()
  if (sections.length === 0)
    return (
      <EmptyState
        icon={SearchX}
        title={t('help.nothing', { text: text.trim() })}
        text={t('help.nothingHelp')}
      />
    )
  return (
    <ul className="help-found" aria-label={t('help.found')}>
      {sections.map((section) => (
        <li key={`${section.page} ${section.heading}`}>
          <button type="button" onClick={() => onPage(section.page)}>
            <b>{section.heading || section.title}</b>
            {section.heading && <small>{section.title}</small>}
            <span>
              <Marked text={excerptOf(section.text, text)} typed={text} />
            </span>
          </button>
        </li>
      ))}
    </ul>
  )
}

/** The typed words stand out. */
function Marked({ text, typed }: { text: string; typed: string }) {
  const words = typed
    .trim()
    .split(/\s+/)
    .map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`))
  const parts = text.split(new RegExp(`(${words.join('|')})`, 'giu'))
  return parts.map((part, place) => (place % 2 === 1 ? <mark key={place}>{part}</mark> : part))
}
