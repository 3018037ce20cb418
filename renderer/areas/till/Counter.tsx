import { useQuery } from '@tanstack/react-query'
import { ReceiptText, Undo2, UserRound } from 'lucide-react'
import { useEffect, useEffectEvent, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { share } from '../../../app/accounting/amounts.ts'
import type { PaymentKind } from '../../../app/accounting/documents.ts'
import type { Offered, Receipt, Till } from '../../../app/contract/till.ts'
import { changed, settle, totalsOfBasket, withMore, without } from '../../../app/till/basket.ts'
import { readTyped } from '../../../app/till/typed.ts'
import { quantity, thousandths, type Quantity } from '../../../app/quantity.ts'
import { Button } from '../../kit/Button.tsx'
import { toast } from '../../kit/toasts.ts'
import { useAccount, useMay } from '../../shell/account.ts'
import { sentenceOf } from '../../shell/errors.ts'
import { isKey } from '../../shell/keys.ts'
import { useNotation } from '../../shell/language/notation.ts'
import { ask, office } from '../../shell/office/office.ts'
import { takeScans } from '../../shell/scanning/taking.ts'
import { useWindow } from '../../shell/windows/index.ts'
import { clearCounter, setBasket, useCounter } from './basketStore.ts'
import { BasketLines } from './BasketLines.tsx'
import { BuyerDialog } from './BuyerDialog.tsx'
import { Entry } from './Entry.tsx'
import { byCode } from './goods.ts'
import { HeldDialog } from './HeldDialog.tsx'
import { counterKeys } from './keys.ts'
import { PayPanel } from './PayPanel.tsx'
import { ReturnDialog } from './ReturnDialog.tsx'
import { useTillDevices } from './useTillDevices.ts'

type Asking = 'buyer' | 'held' | 'return'

interface Props {
  readonly till: Till
  readonly shift: NonNullable<Till['shift']>
  /** Shows what the shift has brought. */
  readonly onShift: () => void
  /** Something is asked over the counter, which then takes no keys and no scans. */
  readonly covered: boolean
}

/** A till whose shift is open: scan, take money, next. */
export function Counter({ till, shift, onShift, covered }: Props) {
  const { t } = useTranslation()
  const notation = useNotation()
  const { currency } = useAccount().office
  const may = useMay()
  const [mayReturn, mayAdd] = [may('till.return'), may('items.edit')]
  const { id, isActive, open } = useWindow()
  const devices = useTillDevices()
  const { basket, at, given } = useCounter()
  const [text, setText] = useState('')
  const [pending, setPending] = useState<Quantity>()
  const [asking, setAsking] = useState<Asking>()
  const [last, setLast] = useState<Receipt>()
  const [busy, setBusy] = useState(false)
  const entry = useRef<HTMLInputElement>(null)
  const cash = useRef<HTMLInputElement>(null)
  const held = useQuery(ask.till.held.queryOptions({ input: { till: till.id } }))
  const { total } = totalsOfBasket(basket)
  const settled = settle(total, given)
  const line = basket.lines[at]
  const money = (amount: number) => notation.money({ amount, currency })

  const add = (offered: Offered, many: Quantity) => {
    if (offered.price === null) {
      toast({ tone: 'bad', text: t('till.noPrice', { name: offered.name }) })
      return
    }
    const { item, name, unit, goods, price, tax } = offered
    const before = useCounter.getState().basket
    const next = withMore(before, { item, name, unit, goods, price, tax, quantity: many, percent: 0 })
    setBasket(next.basket, next.at)
    devices.show([`${name} ${money(price)}`, `${t('till.sum')} ${money(totalsOfBasket(next.basket).total)}`])
    setPending(undefined)
    setLast(undefined)
  }
  /** One code after the other, in the order in which they were scanned. */
  const queue = useRef(Promise.resolve())
  const scan = (code: string, many = pending) => {
    // What was typed before the scan is for this one.
    setPending(undefined)
    queue.current = queue.current.then(async () => {
      try {
        const list = useCounter.getState().basket.client?.priceList ?? null
        const found = await byCode(code, list, currency)
        if (found) add(found.offered, quantity(share(found.quantity, many ?? thousandths, thousandths)))
        else
          toast({
            tone: 'bad',
            text: t('till.unknown', { code }),
            ...(mayAdd && {
              action: {
                label: t('items.new'),
                onChoose: () => void open(`/items/new?code=${encodeURIComponent(code)}`),
              },
            }),
          })
      } catch (error) {
        toast({ tone: 'bad', text: sentenceOf(error) })
      }
    })
  }
  const onScan = useEffectEvent((code: string) => {
    if (covered || asking !== undefined) return
    // A quantity that stands there is for what is scanned now; half a name stays.
    const read = readTyped(text)
    if (read.kind !== 'quantity') return scan(code)
    setText('')
    scan(code, read.quantity)
  })
  // What is drawn late takes nobody away from where they have gone meanwhile.
  useEffect(() => {
    if (isActive()) entry.current?.focus()
  }, [isActive])
  useEffect(() => takeScans(id, (code) => onScan(code)), [id])

  const give = (kind: PaymentKind, amount: number) => {
    if (amount <= 0) return
    useCounter.setState({
      given: [...given, { kind, amount: kind === 'cash' ? amount : Math.min(amount, settled.open) }],
    })
  }
  const sell = async () => {
    if (busy || basket.lines.length === 0) return
    if (settled.open > 0) {
      cash.current?.focus()
      return
    }
    setBusy(true)
    try {
      const receipt = await office.till.sell({
        shift: shift.id,
        total,
        given: given.map(({ kind, amount }) => ({ kind: kind as 'cash', amount })),
        basket: {
          lines: basket.lines.map(({ item, quantity: many, price, percent }) => ({
            item,
            quantity: many,
            price,
            percent,
          })),
          percent: basket.percent,
          client: basket.client?.id ?? null,
        },
      })
      devices.print(receipt)
      if (given.some(({ kind }) => kind === 'cash')) devices.openDrawer()
      devices.show([
        `${t('till.sum')} ${money(receipt.total)}`,
        `${t('till.change')} ${money(receipt.content.change)}`,
      ])
      clearCounter()
      setLast(receipt)
      entry.current?.focus()
    } catch (error) {
      toast({ tone: 'bad', text: sentenceOf(error), seconds: 0 })
    } finally {
      setBusy(false)
    }
  }
  /** Enter, in the entry: what stands there, or on to the money. */
  const typed = (text: string): boolean => {
    const read = readTyped(text)
    if (read.kind === 'nothing') {
      if (basket.lines.length === 0) return true
      if (settled.open > 0) cash.current?.focus()
      else void sell()
    } else if (read.kind === 'quantity') setPending(read.quantity)
    else if (read.kind === 'discount') {
      if (line) setBasket(changed(basket, at, { percent: read.percent }), at)
      else useCounter.setState({ basket: { ...basket, percent: read.percent } })
    } else scan(read.text, read.quantity ?? pending)
    return true
  }
  const putAside = async () => {
    if (basket.lines.length === 0) {
      setAsking('held')
      return
    }
    try {
      await office.till.hold({
        till: till.id,
        name: basket.client?.name ?? '',
        basket: {
          lines: basket.lines.map(({ item, quantity: many, price, percent }) => ({
            item,
            quantity: many,
            price,
            percent,
          })),
          percent: basket.percent,
          client: basket.client?.id ?? null,
        },
      })
      clearCounter()
      toast({ text: t('till.putAside') })
    } catch (error) {
      toast({ tone: 'bad', text: sentenceOf(error) })
    }
  }
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (!isActive() || covered || asking !== undefined) return
    const does: [string, () => void][] = [
      [counterKeys.entry, () => entry.current?.focus()],
      [counterKeys.held, () => void putAside()],
      [counterKeys.return, () => mayReturn && setAsking('return')],
      [counterKeys.buyer, () => setAsking('buyer')],
      [counterKeys.card, () => give('card', settled.open)],
      [counterKeys.transfer, () => give('transfer', settled.open)],
      [counterKeys.shift, onShift],
    ]
    const found = does.find(([combination]) => isKey(event, combination))
    if (!found) return
    event.preventDefault()
    event.stopPropagation()
    found[1]()
  })
  useEffect(() => {
    const heed = (event: KeyboardEvent) => onKey(event)
    window.addEventListener('keydown', heed, true)
    return () => window.removeEventListener('keydown', heed, true)
  }, [])

  const move = (by: number) => {
    const to = Math.max(0, Math.min(basket.lines.length - 1, at + by))
    useCounter.setState({ at: basket.lines.length === 0 ? -1 : to })
  }
  const close = () => {
    setAsking(undefined)
    setTimeout(() => entry.current?.focus())
  }
  return (
    <div className="counter">
      <section className="counter-goods" aria-label={t('till.goods')}>
        <header className="counter-head">
          <Entry
            ref={entry}
            text={text}
            setText={setText}
            pending={pending}
            onEnter={typed}
            onChoose={(offered) => add(offered, pending ?? quantity(thousandths))}
            onMove={move}
            onTakeOut={() => line && setBasket(without(basket, at), at)}
            onMore={(by) => {
              if (!line) return
              const many = line.quantity + by * thousandths
              if (many > 0) setBasket(changed(basket, at, { quantity: quantity(many) }), at)
            }}
          />
          <Button icon={ReceiptText} keys={counterKeys.held} onClick={() => void putAside()}>
            {basket.lines.length > 0
              ? t('till.aside')
              : t('till.heldCount', { count: held.data?.length ?? 0 })}
          </Button>
          {mayReturn && (
            <Button icon={Undo2} keys={counterKeys.return} onClick={() => setAsking('return')}>
              {t('till.return')}
            </Button>
          )}
        </header>
        <BasketLines basket={basket} at={at} last={last} onChoose={(to) => useCounter.setState({ at: to })} />
        <footer className="counter-foot">
          <span>
            {till.name} · {t('till.shiftSince', { when: notation.when(shift.openedAt) })}
          </span>
          <Button kind="quiet" size="small" keys={counterKeys.shift} onClick={onShift}>
            {t('till.shift')}
          </Button>
        </footer>
      </section>
      <aside className="counter-pay" aria-label={t('till.paying')}>
        <Button
          className="counter-buyer"
          icon={UserRound}
          keys={counterKeys.buyer}
          onClick={() => setAsking('buyer')}
        >
          <bdi>{basket.client?.name ?? t('till.noBuyer')}</bdi>
        </Button>
        <PayPanel
          ref={cash}
          basket={basket}
          given={given}
          currency={currency}
          last={last}
          busy={busy}
          onGive={give}
          onTakeBack={() => useCounter.setState({ given: [] })}
          onSell={() => void sell()}
          onPrint={devices.prints && last ? () => devices.print(last) : undefined}
        />
      </aside>
      {asking === 'buyer' && <BuyerDialog onClosed={close} />}
      {asking === 'held' && <HeldDialog till={till.id} onClosed={close} />}
      {asking === 'return' && <ReturnDialog shift={shift.id} onGivenBack={devices.print} onClosed={close} />}
    </div>
  )
}
