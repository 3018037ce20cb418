import { Copy, Printer } from 'lucide-react'
import { useEffect, useEffectEvent, useId, useMemo, useRef, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { ClientCard, ClientRow } from '../../../../app/contract/clients.ts'
import { mostCards } from '../../../../app/contract/clientCards.ts'
import { Button } from '../../../kit/Button.tsx'
import { ErrorState } from '../../../kit/ErrorState.tsx'
import { GridFoot } from '../../../kit/grid/GridFoot.tsx'
import { selectedCount } from '../../../kit/grid/selection.ts'
import type { RowSource } from '../../../kit/grid/types.ts'
import { useBlocks } from '../../../kit/grid/useBlocks.ts'
import { useSelection } from '../../../kit/grid/useSelection.ts'
import { writeClipboard } from '../../../kit/grid/writeClipboard.ts'
import { Segments } from '../../../kit/Segments.tsx'
import { Spinner } from '../../../kit/Spinner.tsx'
import { onTileKey } from '../../../kit/tiles/tileKeys.ts'
import type { RowsView } from '../../../kit/tiles/Tiles.tsx'
import { toast } from '../../../kit/toasts.ts'
import { keys } from '../../../shell/keys.ts'
import { useLanguage } from '../../../shell/language/language.ts'
import { useNotation } from '../../../shell/language/notation.ts'
import { office } from '../../../shell/office/office.ts'
import { useWindow } from '../../../shell/windows/index.ts'
import { useFieldTexts } from '../fieldTexts.ts'
import { CardArticle } from './CardArticle.tsx'
import { cardText, plainTexts, type CardText } from './cardText.ts'
import './text.css'
import { usePrintSheet } from './usePrintSheet.tsx'

/** More is not read as text, and not printed in one go: for that there is the export. */
const most = 2000

interface TextRow {
  readonly row: ClientRow
  /** Undefined where it went away between the list and the card. */
  readonly card: ClientCard | undefined
}

type Props = Omit<RowsView<ClientRow>, 'rowId'>

/** The clients found, as a text one reads, copies and prints: a line or two each, or their whole cards. */
export function TextView(props: Props) {
  const { rows, version = 0, onOpen, onLook, onActive } = props
  const { t } = useTranslation()
  const { number } = useNotation()
  const win = useWindow()
  const language = useLanguage((state) => state.language)
  const texts = useFieldTexts()
  const id = useId()
  const [whole, setWhole] = useState(false)
  const [reach, setReach] = useState(mostCards)
  const list = useRef<HTMLDivElement>(null)
  const source = useMemo(() => withCards(rows), [rows])
  const blocks = useBlocks(source, version)
  const chosen = useSelection({ blocks, rowId, selection: props.selection, onSelect: props.onSelect })
  const { active, selection, setActive } = chosen
  const { printCards, sheet } = usePrintSheet()

  const [question, setQuestion] = useState(source)
  if (question !== source) {
    setQuestion(source)
    setActive(-1)
    setReach(mostCards)
  }
  useEffect(() => {
    if (blocks.replace(source)) list.current?.scrollTo(0, 0)
  }, [blocks, source])

  const total = blocks.total ?? 0
  const shown = Math.min(total, reach, most)
  useEffect(() => blocks.look(0, Math.max(0, shown - 1)), [blocks, shown])
  const activeRow = active >= 0 ? blocks.row(active)?.row : undefined
  useEffect(() => onActive?.(activeRow), [activeRow, onActive])

  const textOf = ({ row, card }: TextRow): CardText =>
    card
      ? cardText(card, texts, language, whole)
      : { id: row.id, name: row.name, otherNames: row.otherNames, fields: [] }
  const goTo = (index: number, how: { extend: boolean; keep: boolean }) => {
    chosen.goTo(index, how)
    if (index >= shown - 1) setReach((before) => Math.min(most, before + mostCards))
    document.getElementById(`${id}-${index}`)?.scrollIntoView({ block: 'nearest' })
  }
  const count = selectedCount(selection, total)

  /** They may have been selected in another view, so they are read by what they are. */
  const selected = async (): Promise<CardText[]> => {
    if (selection.mode === 'all') return (await chosen.rows(most)).map((one) => textOf(one))
    const ids = [...selection.ids].map(Number).slice(0, most)
    const cards: ClientCard[] = []
    for (let from = 0; from < ids.length; from += mostCards)
      // eslint-disable-next-line no-await-in-loop -- a portion at a time
      cards.push(...(await office.clients.cards({ ids: ids.slice(from, from + mostCards) })))
    return cards.map((card) => cardText(card, texts, language, whole))
  }
  /** Those selected where several are, otherwise all that are found, as far as a text reaches. */
  const meant = async (): Promise<CardText[]> => {
    if (count > 1) return selected()
    if (total > most)
      toast({ text: t('views.onlyFirst', { most: number(most), total: number(total) }), tone: 'warn' })
    return (await blocks.load(0, Math.min(total, most) - 1)).map((one) => textOf(one))
  }
  const copy = async () => {
    const some = await meant()
    await writeClipboard(plainTexts(some, whole))
    toast({
      text: t('views.copied', { count: some.length, shown: number(some.length) }),
      tone: 'good',
      seconds: 3,
    })
  }
  const onPrint = useEffectEvent(
    async () => void printCards({ title: props.label, cards: await meant(), whole }),
  )
  useEffect(() => win.registerCommand('print', () => void onPrint().catch(() => undefined)), [win])

  const failed = blocks.failure !== undefined && blocks.total === undefined
  return (
    <div className="client-text-place">
      <div className="client-text-bar">
        <Segments
          label={t('views.much')}
          chosen={whole ? 'whole' : 'short'}
          onChoose={(next) => setWhole(next === 'whole')}
          segments={[
            { id: 'short', label: t('views.short') },
            { id: 'whole', label: t('views.whole') },
          ]}
        />
        <span className="client-soft" />
        <Button size="small" icon={Copy} disabled={total === 0} onClick={() => void copy()}>
          {count > 1 ? t('views.copySelected') : t('views.copy')}
        </Button>
        <Button
          size="small"
          icon={Printer}
          keys={keys.print}
          disabled={total === 0}
          onClick={() => void onPrint()}
        >
          {count > 1 ? t('views.printSelected') : t('views.print')}
        </Button>
      </div>
      <div
        ref={list}
        className="client-texts"
        role="listbox"
        tabIndex={0}
        aria-label={props.label}
        aria-multiselectable="true"
        aria-busy={blocks.busy}
        aria-activedescendant={active < 0 ? undefined : `${id}-${active}`}
        onFocus={(event) => {
          const byKeys = event.target === event.currentTarget && event.target.matches(':focus-visible')
          if (byKeys && active < 0 && total > 0) goTo(0, { extend: false, keep: false })
        }}
        onScroll={({ currentTarget: { scrollTop, clientHeight, scrollHeight } }) => {
          if (reach < Math.min(total, most) && scrollTop + clientHeight > scrollHeight - 600)
            setReach((before) => before + mostCards)
        }}
        onCopy={(event) => {
          // Words that were marked with the mouse are copied as they are.
          if (!getSelection()?.isCollapsed) return
          event.preventDefault()
          void selected().then((some) => writeClipboard(plainTexts(some, whole)))
        }}
        onClick={(event) => {
          const index = indexOf(event.target)
          if (index < 0 || !getSelection()?.isCollapsed) return
          if (event.ctrlKey || event.metaKey) chosen.toggleAt(index)
          else goTo(index, { extend: event.shiftKey, keep: false })
        }}
        onDoubleClick={(event) => {
          const row = blocks.row(indexOf(event.target))
          if (row) onOpen?.(row.row)
        }}
        onKeyDown={(event) =>
          onTileKey(event, {
            active,
            count: Math.min(total, most),
            across: 1,
            lines: 10,
            goTo,
            open: () => activeRow && onOpen?.(activeRow),
            look: onLook && activeRow ? () => onLook(activeRow) : undefined,
            toggle: () => chosen.toggleAt(active),
            selectAll: chosen.selectAll,
            clear: () => {
              if (count <= 1) return false
              chosen.clear()
              return true
            },
          })
        }
      >
        {Array.from({ length: shown }, (_, index) => {
          const row = blocks.row(index)
          if (!row) return null
          return (
            <div
              key={row.row.id}
              id={`${id}-${index}`}
              data-index={index}
              role="option"
              aria-selected={chosen.isSelected(row)}
              className={index === active ? 'client-text active' : 'client-text'}
            >
              <CardArticle text={textOf(row)} whole={whole} />
            </div>
          )
        })}
        <Below
          state={failed ? 'failed' : blocks.total === undefined ? 'waiting' : total === 0 ? 'empty' : 'there'}
          empty={props.empty}
          failure={
            failed && (
              <ErrorState
                title={props.describeError?.(blocks.failure).title ?? ''}
                onRetry={() => blocks.retry()}
              />
            )
          }
        >
          {shown === most &&
            total > most &&
            t('views.onlyFirst', { most: number(most), total: number(total) })}
        </Below>
      </div>
      <GridFoot
        total={blocks.total}
        selected={count}
        failed={!failed && blocks.failure !== undefined}
        onRetry={() => blocks.retry()}
      >
        {props.footer}
      </GridFoot>
      {sheet}
    </div>
  )
}

/** What stands under the texts, or in their place. */
function Below(props: {
  state: 'waiting' | 'failed' | 'empty' | 'there'
  empty: ReactNode
  failure: ReactNode
  children: ReactNode
}) {
  if (props.state === 'waiting')
    return (
      <div className="client-waiting">
        <Spinner />
      </div>
    )
  if (props.state === 'failed') return props.failure
  if (props.state === 'empty') return props.empty
  return props.children ? <p className="client-text-more">{props.children}</p> : null
}

const rowId = ({ row }: TextRow) => row.id

const indexOf = (target: EventTarget): number => {
  const element = target instanceof Element ? target.closest('[data-index]') : null
  return element ? Number(element.getAttribute('data-index')) : -1
}

/** The same rows with their whole cards. */
const withCards = (rows: RowSource<ClientRow>): RowSource<TextRow> => ({
  page: async (offset, limit, signal) => {
    const page = await rows.page(offset, limit, signal)
    const ids = page.rows.map((row) => row.id)
    const cards = ids.length === 0 ? [] : await office.clients.cards({ ids }, { signal })
    const byId = new Map(cards.map((card) => [card.id, card]))
    return { total: page.total, rows: page.rows.map((row) => ({ row, card: byId.get(row.id) })) }
  },
})
