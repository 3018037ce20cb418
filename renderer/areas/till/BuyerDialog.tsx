import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { formatPhone } from '../../../app/phone.ts'
import { Button } from '../../kit/Button.tsx'
import { Dialog } from '../../kit/Dialog.tsx'
import { Picker, type Option } from '../../kit/Picker.tsx'
import { office } from '../../shell/office/office.ts'
import { sentenceOf } from '../../shell/errors.ts'
import { toast } from '../../kit/toasts.ts'
import { setBuyer, useCounter } from './basketStore.ts'
import { buyerOf } from './buyers.ts'
import { offersOf } from './goods.ts'

/** Whose receipt it is: by name, telephone or card. */
export function BuyerDialog({ onClosed }: { onClosed: () => void }) {
  const { t } = useTranslation()
  const [open, setOpen] = useState(true)
  const { basket } = useCounter()
  const choose = async (option: Option | null) => {
    try {
      const client = option && (await buyerOf(Number(option.id)))
      const items = useCounter.getState().basket.lines.map(({ item }) => item)
      setBuyer(client, await offersOf(items, client?.priceList ?? null))
      setOpen(false)
    } catch (error) {
      toast({ tone: 'bad', text: sentenceOf(error) })
    }
  }
  return (
    <Dialog
      open={open}
      onClose={() => setOpen(false)}
      onClosed={onClosed}
      title={t('till.buyer')}
      footer={basket.client && <Button onClick={() => void choose(null)}>{t('till.withoutBuyer')}</Button>}
    >
      <Picker
        label={t('till.buyerSearch')}
        value={basket.client && { id: String(basket.client.id), label: basket.client.name }}
        onChange={(option) => void choose(option)}
        search={async (text, signal) =>
          text === ''
            ? []
            : (await office.clients.search({ text, limit: 8 }, { signal })).map(({ id, name, phone }) => ({
                id: String(id),
                label: name,
                detail: phone ? formatPhone(phone) : undefined,
              }))
        }
        autoFocus
      />
    </Dialog>
  )
}
