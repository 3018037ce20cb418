import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../kit/Button.tsx'
import { Dialog } from '../../kit/Dialog.tsx'
import { toast } from '../../kit/toasts.ts'
import { sentenceOf } from '../../shell/errors.ts'
import { useNotation } from '../../shell/language/notation.ts'
import { ask, office } from '../../shell/office/office.ts'
import { setBasket } from './basketStore.ts'
import { buyerOf } from './buyers.ts'
import { offersOf } from './goods.ts'

/** Baskets that were put aside at this till; one comes back to the counter. */
export function HeldDialog({ till, onClosed }: { till: number; onClosed: () => void }) {
  const { t } = useTranslation()
  const notation = useNotation()
  const [open, setOpen] = useState(true)
  const held = useQuery(ask.till.held.queryOptions({ input: { till } }))
  const take = async (id: number) => {
    try {
      const { lines, percent, client } = await office.till.takeHeld({ id })
      const buyer = client === null ? null : await buyerOf(client)
      const offers = await offersOf(
        lines.map(({ item }) => item),
        buyer?.priceList ?? null,
      )
      const known = lines.flatMap((line) => {
        const offered = offers.find(({ item }) => item === line.item)
        return offered ? [{ ...offered, ...line, price: line.price ?? offered.price ?? 0 }] : []
      })
      setBasket({ lines: known, percent, client: buyer }, known.length - 1)
      setOpen(false)
    } catch (error) {
      toast({ tone: 'bad', text: sentenceOf(error) })
    }
  }
  return (
    <Dialog open={open} onClose={() => setOpen(false)} onClosed={onClosed} title={t('till.held')}>
      {held.data?.length === 0 && <p>{t('till.nothingHeld')}</p>}
      <ul className="counter-held">
        {held.data?.map(({ id, at, by, name, lines }) => (
          <li key={id}>
            <Button wide onClick={() => void take(id)}>
              <bdi>{name || t('till.noBuyer')}</bdi>
              <small>
                {notation.time(at)} · {by} · {t('till.lines', { count: lines })}
              </small>
            </Button>
          </li>
        ))}
      </ul>
    </Dialog>
  )
}
