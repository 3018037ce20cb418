import { Lexer, type Token, type Tokens } from 'marked'
import { Fragment, useMemo, type ReactNode } from 'react'
import { writtenKeys } from '../../shell/keys.ts'
import { openWindow } from '../../shell/windows/index.ts'
import { KeysTable } from './KeysTable.tsx'

interface Props {
  readonly text: string
  /** Goes to another page of the help. */
  readonly onPage: (page: string) => void
}

/**
 * A page of the help as React elements. HTML in it is left out, so that nothing but what is drawn here can come onto
 * the page. A link is `[Staff](staff)` to a page, `[Staff](/staff)` to a window, or leads outside.
 */
export function Markdown({ text, onPage }: Props) {
  const tokens = useMemo(() => new Lexer().lex(text), [text])
  return <Blocks tokens={tokens} onPage={onPage} />
}

interface Part {
  readonly tokens: readonly Token[] | undefined
  readonly onPage: Props['onPage']
}

const Blocks = ({ tokens = [], onPage }: Part) =>
  tokens.map((token, place) => <Fragment key={place}>{block(token, onPage)}</Fragment>)

const Inline = Blocks

function block(token: Token, onPage: Props['onPage']): ReactNode {
  const inner = <Inline tokens={'tokens' in token ? token.tokens : undefined} onPage={onPage} />
  switch (token.type) {
    case 'heading':
      return heading((token as Tokens.Heading).depth, inner)
    case 'paragraph':
      return <p>{inner}</p>
    case 'list':
      return <List list={token as Tokens.List} onPage={onPage} />
    case 'table':
      return <Table table={token as Tokens.Table} onPage={onPage} />
    case 'blockquote':
      return <blockquote>{inner}</blockquote>
    case 'hr':
      return <hr />
    case 'code':
      // The one place where the page asks for something drawn: the table of keys, from the table in the code.
      return token.lang === 'keys' ? <KeysTable /> : <pre>{(token as Tokens.Code).text}</pre>
    default:
      return inline(token, onPage)
  }
}

function inline(token: Token, onPage: Props['onPage']): ReactNode {
  const inner = <Inline tokens={'tokens' in token ? token.tokens : undefined} onPage={onPage} />
  switch (token.type) {
    case 'strong':
      return <strong>{inner}</strong>
    case 'em':
      return <em>{inner}</em>
    case 'codespan':
      return <Code text={(token as Tokens.Codespan).text} />
    case 'link':
      return (
        <Link href={(token as Tokens.Link).href} onPage={onPage}>
          {inner}
        </Link>
      )
    case 'br':
      return <br />
    case 'text':
    case 'escape':
      return 'tokens' in token && token.tokens ? inner : token.text
    default:
      return null
  }
}

/** The page's own title is the first rank; windows have theirs above. */
function heading(depth: number, inner: ReactNode): ReactNode {
  if (depth === 1) return <h1>{inner}</h1>
  return depth === 2 ? <h2>{inner}</h2> : <h3>{inner}</h3>
}

const keyForm =
  /^(?:(?:Ctrl|Alt|Shift)\+)*(?:F\d{1,2}|Enter|Escape|Space|Tab|Home|End|Page(?:Up|Down)|Arrow(?:Up|Down|Left|Right)|[A-Z0-9/])$/

/** A key as this keyboard writes it; anything else as it was typed. */
const Code = ({ text }: { text: string }) =>
  keyForm.test(text) ? <kbd className="kit-keys help-key">{writtenKeys(text)}</kbd> : <code>{text}</code>

function Link({ href, onPage, children }: { href: string; onPage: Props['onPage']; children: ReactNode }) {
  if (/^(?:https?|mailto):/.test(href))
    return (
      <a href={href} target="_blank" rel="noreferrer">
        {children}
      </a>
    )
  return (
    <button
      type="button"
      className="kit-link"
      onClick={() => (href.startsWith('/') ? openWindow(href) : onPage(href.replace(/\.md$/, '')))}
    >
      {children}
    </button>
  )
}

function List({ list, onPage }: { list: Tokens.List; onPage: Props['onPage'] }) {
  const items = list.items.map((item, place) => (
    <li key={place}>
      <Blocks tokens={item.tokens} onPage={onPage} />
    </li>
  ))
  return list.ordered ? <ol start={list.start || 1}>{items}</ol> : <ul>{items}</ul>
}

function Table({ table, onPage }: { table: Tokens.Table; onPage: Props['onPage'] }) {
  return (
    <table>
      <thead>
        <tr>
          {table.header.map((cell, place) => (
            <th key={place} scope="col">
              <Inline tokens={cell.tokens} onPage={onPage} />
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {table.rows.map((row, line) => (
          <tr key={line}>
            {row.map((cell, place) => (
              <td key={place}>
                <Inline tokens={cell.tokens} onPage={onPage} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
