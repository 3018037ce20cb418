import { useQuery } from '@tanstack/react-query'
import { ArrowLeft } from 'lucide-react'
import { useEffect, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Banner } from '../../kit/Banner.tsx'
import { ErrorState } from '../../kit/ErrorState.tsx'
import { IconButton } from '../../kit/IconButton.tsx'
import { useLanguage } from '../../shell/language/language.ts'
import { useWindow } from '../../shell/windows/index.ts'
import { Found } from './Found.tsx'
import { HelpContents } from './HelpContents.tsx'
import { Markdown } from './Markdown.tsx'
import { loadPages } from './pages.ts'
import { findSections, sectionsOf } from './search.ts'
import { useOneHelpWindow } from './useOneHelpWindow.ts'
import './help.css'

/** The pages of the help, one at a time; F1 turns to the one of the window in front. */
export function HelpWindow() {
  const { t } = useTranslation()
  const { query, readdress, setTitle, registerCommand } = useWindow()
  useOneHelpWindow()
  const language = useLanguage((state) => state.language)
  const pages = useQuery({ queryKey: ['help', language], queryFn: () => loadPages(language) })
  const [text, setText] = useState('')
  const [visited, setVisited] = useState<readonly string[]>([])
  const search = useRef<HTMLInputElement>(null)

  const page = pages.data?.find(({ id }) => id === query.page) ?? pages.data?.[0]
  const sections = useMemo(() => pages.data?.flatMap(sectionsOf) ?? [], [pages.data])
  const found = useMemo(() => findSections(sections, text), [sections, text])
  const searching = text.trim() !== ''

  const title = page?.title
  useEffect(
    () => setTitle(title === undefined ? null : t('help.title', { page: title })),
    [setTitle, t, title],
  )
  useEffect(() => registerCommand('find', () => search.current?.focus()), [registerCommand])

  const show = (to: string) => {
    setText('')
    if (page && to !== page.id) setVisited([...visited, page.id])
    readdress(`/help?page=${to}`)
  }
  const back = () => {
    const last = visited.at(-1)
    setVisited(visited.slice(0, -1))
    if (last) readdress(`/help?page=${last}`)
  }

  if (pages.isError) return <ErrorState title={t('help.failed')} onRetry={() => void pages.refetch()} />
  if (!pages.data || !page) return null
  return (
    <div className="help">
      <HelpContents
        pages={pages.data}
        shown={page.id}
        text={text}
        search={search}
        onText={setText}
        onPage={show}
        onEnter={() => found[0] && show(found[0].page)}
      />
      {/* Another page begins at its top. */}
      <article key={searching ? '' : page.id} className="help-page" tabIndex={-1}>
        {searching ? (
          <Found sections={found} text={text} onPage={show} />
        ) : (
          <>
            {visited.length > 0 && (
              <IconButton icon={ArrowLeft} flip label={t('help.back')} className="help-back" onClick={back} />
            )}
            {!page.own && <Banner tone="info">{t('help.otherLanguage')}</Banner>}
            <div className="help-text" {...(page.own ? {} : { lang: 'en', dir: 'ltr' })}>
              <Markdown text={page.text} onPage={show} />
            </div>
          </>
        )}
      </article>
    </div>
  )
}
