import { useQuery, keepPreviousData } from '@tanstack/react-query'
import { ScanBarcode } from 'lucide-react'
import { useId, useState, type Ref } from 'react'
import { useTranslation } from 'react-i18next'
import type { Offered } from '../../../app/contract/till.ts'
import { fromQuantity, type Quantity } from '../../../app/quantity.ts'
import { readTyped } from '../../../app/till/typed.ts'
import { KeyHint } from '../../kit/KeyHint.tsx'
import { useAccount } from '../../shell/account.ts'
import { useNotation } from '../../shell/language/notation.ts'
import { useCounter } from './basketStore.ts'
import { find } from './goods.ts'
import { counterKeys } from './keys.ts'

interface Props {
  readonly ref: Ref<HTMLInputElement>
  readonly text: string
  readonly setText: (text: string) => void
  /** A quantity that was typed for what comes next. */
  readonly pending: Quantity | undefined
  /** What was typed; it goes away where this says so. */
  readonly onEnter: (text: string) => boolean
  readonly onChoose: (offered: Offered) => void
  /** To another line of the basket. */
  readonly onMove: (by: number) => void
  readonly onTakeOut: () => void
  readonly onMore: (by: number) => void
}

/** A code has no spaces and is mostly figures: it is not looked for as words. */
const isCode = (text: string) => /^[\d-]{4,}$/.test(text)

/** The one line of the counter: codes, quantities and words go in here. While it is empty its keys move in the basket. */
export function Entry({ ref, text, setText, pending, onEnter, onChoose, onMove, onTakeOut, onMore }: Props) {
  const { t } = useTranslation()
  const notation = useNotation()
  const { currency } = useAccount().office
  const [at, setAt] = useState(0)
  const list = useId()
  const prices = useCounter(({ basket }) => basket.client?.priceList ?? null)
  const read = readTyped(text)
  const words = read.kind === 'item' && !isCode(read.text) ? read.text : ''
  const found = useQuery({
    queryKey: ['till', 'find', words, prices],
    queryFn: ({ signal }) => find(words, prices, currency, signal),
    enabled: words.length > 1,
    placeholderData: keepPreviousData,
    staleTime: 10_000,
  })
  const hits = words.length > 1 ? (found.data ?? []) : []
  const chosen = hits[Math.min(at, hits.length - 1)]
  const clear = () => {
    setText('')
    setAt(0)
  }
  const choose = (offered: Offered) => {
    onChoose(offered)
    clear()
  }
  const onKeyDown = (event: React.KeyboardEvent) => {
    const empty = text === ''
    const does: Record<string, (() => void) | undefined> = {
      Enter: () => {
        // Words are chosen from what was found for them; while it is looked for they stay.
        if (chosen && !found.isPlaceholderData) choose(chosen)
        else if (words === '' && onEnter(text)) clear()
      },
      ArrowDown: () => (hits.length > 0 ? setAt(Math.min(at + 1, hits.length - 1)) : onMove(1)),
      ArrowUp: () => (hits.length > 0 ? setAt(Math.max(at - 1, 0)) : onMove(-1)),
      Escape: empty ? undefined : clear,
      Delete: empty ? onTakeOut : undefined,
      '+': empty ? () => onMore(1) : undefined,
      '-': undefined,
    }
    const act = event.ctrlKey || event.altKey || event.metaKey ? undefined : does[event.key]
    if (!act) return
    event.preventDefault()
    event.stopPropagation()
    act()
  }
  return (
    <div className="counter-entry">
      <div className="kit-input">
        <ScanBarcode size={20} aria-hidden="true" />
        {pending !== undefined && (
          <span className="counter-pending kit-numbers">{notation.number(fromQuantity(pending))} ×</span>
        )}
        <input
          ref={ref}
          type="text"
          dir="auto"
          autoComplete="off"
          spellCheck={false}
          role="combobox"
          aria-label={t('till.entry')}
          aria-expanded={hits.length > 0}
          aria-controls={list}
          aria-activedescendant={chosen ? `${list}-${chosen.item}` : undefined}
          placeholder={t('till.entryHint')}
          value={text}
          onChange={(event) => {
            setText(event.currentTarget.value)
            setAt(0)
          }}
          onKeyDown={onKeyDown}
        />
        <span className="kit-affix">
          <KeyHint keys={counterKeys.entry} />
        </span>
      </div>
      {words.length > 1 && (hits.length > 0 || found.isSuccess) && (
        <ul className="counter-hits" role="listbox" id={list} aria-label={t('till.found')}>
          {hits.map((offered) => (
            <li
              key={offered.item}
              id={`${list}-${offered.item}`}
              role="option"
              aria-selected={offered === chosen}
              onPointerDown={(event) => {
                event.preventDefault()
                choose(offered)
              }}
            >
              <bdi>{offered.name}</bdi>
              <span className="kit-numbers">
                {offered.price === null ? '–' : notation.money({ amount: offered.price, currency })}
              </span>
            </li>
          ))}
          {hits.length === 0 && <li className="counter-none">{t('till.nothingFound')}</li>}
        </ul>
      )}
    </div>
  )
}
