import { Send } from 'lucide-react'
import { useEffect, useState, type SubmitEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { Banner } from '../../kit/Banner.tsx'
import { Button } from '../../kit/Button.tsx'
import { NumberField } from '../../kit/form/NumberField.tsx'
import { TextField } from '../../kit/form/TextField.tsx'
import { toast } from '../../kit/toasts.ts'
import { sentenceOf } from '../../shell/errors.ts'
import { useNotation } from '../../shell/language/notation.ts'
import { takeScans } from '../../shell/scanning/taking.ts'
import { useWindow } from '../../shell/windows/index.ts'
import { count, finishCount, recount, sendWaiting, useCounting } from './counting.ts'
import './terminals.css'

/** So often what waits is tried again, ms. */
const AGAIN_MS = 5_000

const send = () =>
  void sendWaiting().catch((error: unknown) => toast({ tone: 'bad', text: sentenceOf(error), seconds: 0 }))

/** Counting with a telephone, or any computer with a scanner: scan, say how many, send. */
export function CountWindow() {
  const { t } = useTranslation()
  const notation = useNotation()
  const { id } = useWindow()
  const { lines, waiting, arrived } = useCounting()
  const [name, setName] = useState('')
  const [code, setCode] = useState('')
  useEffect(() => takeScans(id, (scanned) => count(scanned, 1)), [id])
  useEffect(() => {
    send()
    const timer = setInterval(send, AGAIN_MS)
    return () => clearInterval(timer)
  }, [])

  const add = (event: SubmitEvent) => {
    event.preventDefault()
    if (code.trim() === '') return
    count(code.trim(), 1)
    setCode('')
  }
  const finish = () => {
    finishCount(name.trim())
    setName('')
    send()
  }
  return (
    <section className="terminals" aria-label={t('terminals.count.title')}>
      <p className="kit-hint">{t('terminals.count.help')}</p>
      {waiting.length > 0 && (
        <Banner tone="warn">
          {t('terminals.count.waiting', { count: waiting.length, shown: notation.number(waiting.length) })}
        </Banner>
      )}
      {waiting.length === 0 && arrived > 0 && <Banner tone="good">{t('terminals.count.arrived')}</Banner>}
      <form className="terminals-add" onSubmit={add}>
        <TextField
          dir="ltr"
          label={t('terminals.barcode')}
          maxLength={100}
          value={code}
          onChange={(event) => setCode(event.currentTarget.value)}
        />
        <Button type="submit">{t('terminals.count.add')}</Button>
      </form>
      <ul>
        {lines.map(({ barcode, quantity }) => (
          <li key={barcode} className="terminals-counted">
            <bdi dir="ltr">{barcode}</bdi>
            <NumberField
              bare
              label={t('terminals.count.quantityOf', { barcode })}
              decimals={3}
              value={quantity}
              onChange={(now) => recount(barcode, now ?? Number.NaN)}
            />
            <Button size="small" kind="quiet" onClick={() => recount(barcode, null)}>
              {t('terminals.count.remove')}
            </Button>
          </li>
        ))}
      </ul>
      {lines.length > 0 && (
        <div className="terminals-add">
          <TextField
            label={t('terminals.count.name')}
            maxLength={100}
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <Button kind="primary" icon={Send} onClick={finish}>
            {t('terminals.count.send')}
          </Button>
        </div>
      )}
    </section>
  )
}
