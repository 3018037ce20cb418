import { useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { tillPayments, type Receipt } from '../../../app/contract/till.ts'
import { fromQuantity, quantity, toQuantity } from '../../../app/quantity.ts'
import { Button } from '../../kit/Button.tsx'
import { Dialog } from '../../kit/Dialog.tsx'
import { NumberField } from '../../kit/form/NumberField.tsx'
import { SelectField } from '../../kit/form/SelectField.tsx'
import { toast } from '../../kit/toasts.ts'
import { sentenceOf } from '../../shell/errors.ts'
import { unitName } from '../items/unitName.ts'
import { useNotation } from '../../shell/language/notation.ts'
import { office } from '../../shell/office/office.ts'

type Way = (typeof tillPayments)[number]

/** Goods come back: by the number of their receipt, line by line, for the money they were sold for. */
export function ReturnDialog(props: {
  shift: number
  onGivenBack: (receipt: Receipt) => void
  onClosed: () => void
}) {
  const { shift, onGivenBack, onClosed } = props
  const { t } = useTranslation()
  const notation = useNotation()
  const [open, setOpen] = useState(true)
  const [number, setNumber] = useState<number | null>(null)
  const [sold, setSold] = useState<Receipt>()
  const [back, setBack] = useState<Record<number, number | null>>({})
  const [kind, setKind] = useState<Way>('cash')
  const [problem, setProblem] = useState<string>()
  const find = async (event: FormEvent) => {
    event.preventDefault()
    if (number === null || Number.isNaN(number) || number < 1) return
    setProblem(undefined)
    try {
      const [row] = await office.till.receipts({ number, limit: 1 })
      if (!row || row.returns !== null) {
        setProblem(t('till.noReceipt', { number: notation.number(number, { useGrouping: false }) }))
        return
      }
      setSold(await office.till.receipt({ id: row.id }))
      setBack({})
    } catch (error) {
      setProblem(sentenceOf(error))
    }
  }
  const lines = Object.entries(back).flatMap(([at, many]) =>
    many === null || Number.isNaN(many) || many <= 0 ? [] : [{ at: Number(at), quantity: toQuantity(many) }],
  )
  const give = async (event: FormEvent) => {
    event.preventDefault()
    if (!sold || lines.length === 0) return
    try {
      const receipt = await office.till.giveBack({ shift, receipt: sold.id, lines, kind })
      onGivenBack(receipt)
      toast({
        tone: 'good',
        text: t('till.gaveBack', {
          amount: notation.money({ amount: -receipt.total, currency: receipt.currency }),
        }),
      })
      setOpen(false)
    } catch (error) {
      setProblem(sentenceOf(error))
    }
  }
  return (
    <Dialog open={open} onClose={() => setOpen(false)} onClosed={onClosed} title={t('till.returnTitle')} wide>
      <form className="counter-find" onSubmit={(event) => void find(event)}>
        <NumberField
          label={t('till.receiptNumber')}
          value={number}
          onChange={setNumber}
          min={1}
          error={problem}
        />
        <Button type="submit">{t('till.find')}</Button>
      </form>
      {sold && (
        <form onSubmit={(event) => void give(event)}>
          <table className="counter-back">
            <thead>
              <tr>
                <th scope="col">{t('till.item')}</th>
                <th scope="col">{t('till.wasSold')}</th>
                <th scope="col">{t('till.comesBack')}</th>
              </tr>
            </thead>
            <tbody>
              {sold.content.lines.map((line, at) => {
                const left = fromQuantity(quantity(line.quantity - sold.returned[at]!))
                return (
                  <tr key={at}>
                    <th scope="row">
                      <bdi>{line.name}</bdi>
                    </th>
                    <td className="kit-numbers">
                      {notation.number(left)} <bdi>{unitName(t, line.unit)}</bdi>
                    </td>
                    <td>
                      <NumberField
                        bare
                        label={t('till.comesBackOf', { name: line.name })}
                        decimals={3}
                        min={0}
                        max={left}
                        disabled={left === 0}
                        value={back[at] ?? null}
                        onChange={(many) => setBack({ ...back, [at]: many })}
                      />
                    </td>
                  </tr>
                )
              })}
            </tbody>
          </table>
          <SelectField
            label={t('till.moneyBack')}
            value={kind}
            onChange={(event) => setKind(event.currentTarget.value as Way)}
            options={tillPayments
              .filter((one) => one !== 'credit' || sold.client !== null)
              .map((id) => ({ id, label: t(`till.kinds.${id}`) }))}
          />
          <div className="counter-buttons">
            <Button type="submit" kind="primary" disabled={lines.length === 0}>
              {t('till.giveBack')}
            </Button>
          </div>
        </form>
      )}
    </Dialog>
  )
}
