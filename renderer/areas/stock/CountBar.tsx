import { FileUp } from 'lucide-react'
import { useEffect, useEffectEvent, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { StockTake } from '../../../app/contract/stockTakes.ts'
import { toQuantity } from '../../../app/quantity.ts'
import { Button } from '../../kit/Button.tsx'
import { NumberField } from '../../kit/form/NumberField.tsx'
import { TextField } from '../../kit/form/TextField.tsx'
import { toast } from '../../kit/toasts.ts'
import { sentenceOf } from '../../shell/errors.ts'
import { useNotation } from '../../shell/language/notation.ts'
import { office } from '../../shell/office/office.ts'
import { takeScans } from '../../shell/scanning/taking.ts'
import { useWindow } from '../../shell/windows/index.ts'
import { ItemPicker } from '../items/ItemPicker.tsx'
import { quantityText } from './amounts.ts'
import { readTerminalFile } from './terminalFile.ts'

/** Counts by hand, by scanner or from a terminal's file; whatever is counted is added to what others have. */
export function CountBar({ take }: { take: StockTake }) {
  const { t } = useTranslation()
  const notation = useNotation()
  const { id: windowId } = useWindow()
  const [sitting, setSitting] = useState('')
  const [item, setItem] = useState<{ id: number; name: string } | null>(null)
  const [amount, setAmount] = useState<number | null>(1)
  const [reading, setReading] = useState(false)
  const file = useRef<HTMLInputElement>(null)
  const bar = useRef<HTMLDivElement>(null)

  const add = async (of: { id: number; name: string }, quantity: number) => {
    await office.stockTakes.count({ id: take.id, sitting, counts: [{ itemId: of.id, quantity }] })
    toast({
      tone: 'good',
      text: t('stock.take.added', { item: of.name, quantity: quantityText(notation, quantity) }),
    })
  }
  const failed = (error: unknown) => void toast({ tone: 'bad', text: sentenceOf(error) })
  const byHand = async () => {
    if (!item || amount === null || Number.isNaN(amount) || amount === 0) return
    await add(item, toQuantity(amount))
    setItem(null)
    setAmount(1)
    bar.current?.querySelector<HTMLInputElement>('[data-item] input')?.focus()
  }
  const scanned = async (code: string) => {
    const found = await office.items.byCode({ code })
    if (found) await add(found.item, Math.round((found.quantity * found.factor) / 1000))
    else toast({ tone: 'bad', text: t('scanner.unknown', { code }) })
  }
  const onScan = useEffectEvent((code: string) => void scanned(code).catch(failed))
  useEffect(() => takeScans(windowId, (code) => onScan(code)), [windowId])

  const fromFile = async (chosen: File) => {
    setReading(true)
    try {
      const { counts, wrong } = await readTerminalFile(await chosen.text(), (code) =>
        office.items.byCode({ code }),
      )
      // All of it or nothing: a file that was half taken could not be read again.
      if (wrong.length > 0)
        toast({
          tone: 'bad',
          seconds: 0,
          text: t('stock.take.wrongLines', {
            count: wrong.length,
            shown: notation.number(wrong.length),
            lines: wrong.slice(0, 10).join(', '),
          }),
        })
      else if (counts.length > 0) {
        const { lines } = await office.stockTakes.count({
          id: take.id,
          sitting: sitting === '' ? chosen.name.slice(0, 100) : sitting,
          counts,
        })
        toast({
          tone: 'good',
          text: t('stock.take.read', { count: lines, shown: notation.number(lines) }),
        })
      }
    } catch (error) {
      failed(error)
    } finally {
      setReading(false)
    }
  }
  return (
    <div className="costs-bar" ref={bar}>
      <TextField
        label={t('stock.take.sitting')}
        value={sitting}
        maxLength={100}
        onChange={(event) => setSitting(event.currentTarget.value)}
      />
      <div data-item className="stock-item">
        <ItemPicker autoFocus label={t('stock.columns.item')} value={item} onChange={setItem} />
      </div>
      <form
        className="stock-count"
        onSubmit={(event) => {
          event.preventDefault()
          byHand().catch(failed)
        }}
      >
        <NumberField label={t('stock.columns.quantity')} decimals={3} value={amount} onChange={setAmount} />
        <Button type="submit" disabled={!item}>
          {t('stock.take.add')}
        </Button>
      </form>
      <span className="costs-space" />
      <Button icon={FileUp} busy={reading} onClick={() => file.current?.click()}>
        {t('stock.take.file')}
      </Button>
      <input
        ref={file}
        type="file"
        className="kit-unseen"
        tabIndex={-1}
        aria-label={t('stock.take.file')}
        accept=".csv,.txt"
        onChange={(event) => {
          const [chosen] = event.currentTarget.files ?? []
          event.currentTarget.value = ''
          if (chosen) void fromFile(chosen)
        }}
      />
    </div>
  )
}
