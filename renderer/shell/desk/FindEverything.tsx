import { CornerDownLeft, Search, UserPlus } from 'lucide-react'
import {
  Fragment,
  useEffect,
  useId,
  useMemo,
  useRef,
  useState,
  type KeyboardEvent,
  type ReactNode,
} from 'react'
import { useTranslation } from 'react-i18next'
import type { ClientHit } from '../../../app/contract/clients.ts'
import { countryName, isCountryCode } from '../../../app/countries.ts'
import { Avatar } from '../../kit/Avatar.tsx'
import { KeyHint } from '../../kit/KeyHint.tsx'
import { Spinner } from '../../kit/Spinner.tsx'
import { useMay } from '../account.ts'
import { PhoneNumber } from '../calls/PhoneNumber.tsx'
import { useOfferedLanguages } from '../door/LanguageChoice.tsx'
import { keys } from '../keys.ts'
import { useLanguage } from '../language/language.ts'
import { office } from '../office/office.ts'
import { usePhoto } from '../office/photos.ts'
import { openWindow } from '../windows/index.ts'
import { commands, fittingCommands } from './commands.ts'

interface Line {
  readonly id: string
  readonly group: string
  readonly face: ReactNode
  run(): void
}

/** One search over clients and commands. Arrows choose, Enter opens, Esc goes back to where one was. */
export function FindEverything() {
  const { t } = useTranslation()
  const may = useMay()
  const language = useLanguage((state) => state.language)
  const offered = useOfferedLanguages()
  const [text, setText] = useState('')
  const [open, setOpen] = useState(false)
  const [chosen, setChosen] = useState(0)
  const list = useId()
  const { hits, searching } = useClientHits(text, open && may('clients.see'))
  const came = useRef<HTMLElement | null>(null)

  const all = useMemo(() => commands(t, may, offered), [t, may, offered])
  const linesFor = (found: readonly ClientHit[], complete: boolean): Line[] => [
    ...found.map((hit) => ({
      id: `client-${hit.id}`,
      group: t('shell.find.clients'),
      face: <HitFace hit={hit} language={language} />,
      run: () => openWindow(`/clients/${hit.id}`),
    })),
    ...fittingCommands(all, text).map((command) => ({
      id: command.id,
      group: t('shell.find.commands'),
      face: (
        <>
          <CornerDownLeft size={15} aria-hidden="true" className="kit-flip" />
          <span className="find-name">{command.label}</span>
        </>
      ),
      run: () => command.run(),
    })),
    ...(text.trim() && complete && found.length === 0 && may('clients.edit')
      ? [
          {
            id: 'create',
            group: t('shell.find.clients'),
            face: (
              <>
                <UserPlus size={15} aria-hidden="true" />
                <span className="find-name">{t('shell.find.create', { text: text.trim() })}</span>
              </>
            ),
            run: () => openWindow(`/clients/new?name=${encodeURIComponent(text.trim())}`),
          },
        ]
      : []),
  ]
  const lines = linesFor(hits, !searching)
  const at = Math.min(chosen, lines.length - 1)

  const leave = () => {
    setOpen(false)
    setText('')
    setChosen(0)
  }
  const run = (line: Line | undefined) => {
    if (!line) return
    leave()
    document.querySelector<HTMLInputElement>('#find-everything')?.blur()
    line.run()
  }
  /** Enter before the office has answered: what still stands in the list was found for what was typed before. */
  const runTyped = async (field: HTMLInputElement) => {
    const found = await office.clients.search({ text: text.trim(), limit: 1 }).catch(() => undefined)
    if (found && field.value === text && document.activeElement === field) run(linesFor(found, true)[0])
  }
  const key = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (step !== 0) setChosen((at + step + lines.length) % Math.max(1, lines.length))
    else if (event.key === 'Enter' && searching) void runTyped(event.currentTarget as HTMLInputElement)
    else if (event.key === 'Enter') run(lines[at])
    else if (event.key === 'Escape') {
      leave()
      came.current?.focus()
    } else return
    event.preventDefault()
    event.stopPropagation()
  }

  return (
    <div className="find">
      <div className="kit-input find-box">
        <Search size={15} aria-hidden="true" />
        <input
          id="find-everything"
          type="text"
          dir="auto"
          role="combobox"
          aria-label={t('shell.find.label')}
          aria-expanded={open && text !== ''}
          aria-controls={list}
          aria-activedescendant={open && lines[at] ? `${list}-${lines[at].id}` : undefined}
          aria-autocomplete="list"
          autoComplete="off"
          placeholder={t('shell.find.label')}
          value={text}
          onFocus={(event) => {
            came.current = event.relatedTarget as HTMLElement | null
            setOpen(true)
          }}
          onBlur={() => {
            setOpen(false)
          }}
          onChange={(event) => {
            setText(event.currentTarget.value)
            setChosen(0)
            setOpen(true)
          }}
          onKeyDown={key}
        />
        <span className="kit-affix">{searching ? <Spinner /> : <KeyHint keys={keys.everything} />}</span>
      </div>
      {open && text.trim() !== '' && (
        <ul className="kit-popup find-list" id={list} role="listbox" aria-label={t('shell.find.label')}>
          {lines.map((line, index) => (
            <Fragment key={line.id}>
              {lines[index - 1]?.group !== line.group && (
                <li role="presentation" className="find-group">
                  {line.group}
                </li>
              )}
              <li
                id={`${list}-${line.id}`}
                role="option"
                aria-selected={index === at}
                className="find-line"
                // Not click: the field must not lose the focus before.
                onPointerDown={(event) => {
                  event.preventDefault()
                  run(line)
                }}
                onPointerMove={() => setChosen(index)}
              >
                {line.face}
              </li>
            </Fragment>
          ))}
          {lines.length === 0 && !searching && (
            <li className="find-nothing">{t('shell.find.nothing', { text: text.trim() })}</li>
          )}
        </ul>
      )}
    </div>
  )
}

function HitFace({ hit, language }: { hit: ClientHit; language: string }) {
  const picture = usePhoto(hit.id, hit.photo)
  const place = [
    hit.city,
    hit.country && isCountryCode(hit.country) ? countryName(hit.country, language) : undefined,
  ]
  const detail = [
    { text: hit.otherNames[0] },
    { text: hit.worksAt },
    // A number cut off is no number.
    {
      text: hit.foundBy ?? hit.phone,
      whole: true,
      number: hit.foundBy === undefined || isNumber(hit.foundBy),
    },
    { text: place.filter(Boolean).join(', ') },
  ].filter(({ text }) => text)
  return (
    <>
      <Avatar name={hit.name} size={24} {...(picture === undefined ? {} : { picture })} />
      <span className="find-name">
        <bdi>{hit.name}</bdi>
      </span>
      <span className="find-detail">
        {detail.map(({ text = '', whole, number }) => (
          <bdi key={text} className={whole ? 'whole' : undefined}>
            {number ? <PhoneNumber number={text} inLine /> : text}
          </bdi>
        ))}
      </span>
    </>
  )
}

/** Found by an e-mail or a code there is nothing to call. */
const isNumber = (text: string): boolean => /^\+?[\d\s()./-]{5,}$/.test(text)

/** Asks the office as one types; an older answer never covers a newer one. */
function useClientHits(text: string, active: boolean) {
  const [state, setState] = useState<{ for: string; hits: ClientHit[] }>({ for: '', hits: [] })
  const wanted = active ? text.trim() : ''
  useEffect(() => {
    if (wanted.length === 0) return
    const stop = new AbortController()
    const wait = setTimeout(() => {
      office.clients
        .search({ text: wanted, limit: 8 }, { signal: stop.signal })
        .then((hits) => setState({ for: wanted, hits }))
        .catch(() => stop.signal.aborted || setState({ for: wanted, hits: [] }))
    }, 60)
    return () => {
      clearTimeout(wait)
      stop.abort()
    }
  }, [wanted])
  if (wanted === '') return { hits: [], searching: false }
  // Until the answer comes the last one stays, so that the list does not flicker, if it is about the same words.
  const related = wanted.startsWith(state.for) || state.for.startsWith(wanted)
  return { hits: related ? state.hits : [], searching: state.for !== wanted }
}
