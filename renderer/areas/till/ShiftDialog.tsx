import { useQuery } from '@tanstack/react-query'
import { Printer } from 'lucide-react'
import { useRef, useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { ShiftReport } from '../../../app/contract/till.ts'
import { minorDigits, toMinor } from '../../../app/money.ts'
import { Button } from '../../kit/Button.tsx'
import { Dialog } from '../../kit/Dialog.tsx'
import { NumberField } from '../../kit/form/NumberField.tsx'
import { print } from '../../kit/print.ts'
import { sentenceOf } from '../../shell/errors.ts'
import { useNotation } from '../../shell/language/notation.ts'
import { ask, office } from '../../shell/office/office.ts'

/** What the shift has brought (X), and its end (Z): the drawer is counted, and what differs is said. */
export function ShiftDialog({ shift, onClosed }: { shift: number; onClosed: () => void }) {
  const { t } = useTranslation()
  const [open, setOpen] = useState(true)
  const report = useQuery({ ...ask.till.report.queryOptions({ input: { shift } }), staleTime: 0 })
  const [closed, setClosed] = useState<ShiftReport>()
  const [cash, setCash] = useState<number | null>(null)
  const [problem, setProblem] = useState<string>()
  const sheet = useRef<HTMLDivElement>(null)
  const shown = closed ?? report.data
  const close = async (event: FormEvent) => {
    event.preventDefault()
    if (!shown) return
    if (cash === null || Number.isNaN(cash)) {
      setProblem(t('till.cashWrong'))
      return
    }
    try {
      setClosed(await office.till.closeShift({ shift, cash: toMinor(cash, shown.currency) }))
    } catch (error) {
      setProblem(sentenceOf(error))
    }
  }
  return (
    <Dialog
      open={open}
      onClose={() => setOpen(false)}
      onClosed={onClosed}
      title={closed ? t('till.zReport') : t('till.xReport')}
      footer={
        <>
          <Button icon={Printer} onClick={() => sheet.current && print(sheet.current, t('till.zReport'))}>
            {t('till.print')}
          </Button>
          {closed && (
            <Button kind="primary" onClick={() => setOpen(false)}>
              {t('till.finished')}
            </Button>
          )}
        </>
      }
    >
      {shown && <Report ref={sheet} report={shown} />}
      {report.isError && <p role="alert">{sentenceOf(report.error)}</p>}
      {shown && !closed && (
        <form className="counter-find" onSubmit={(event) => void close(event)}>
          <NumberField
            label={t('till.cashCounted')}
            error={problem}
            decimals={minorDigits(shown.currency)}
            min={0}
            value={cash}
            onChange={setCash}
            after={shown.currency}
          />
          <Button type="submit" kind="danger">
            {t('till.closeShift')}
          </Button>
        </form>
      )}
    </Dialog>
  )
}

function Report({ report, ref }: { report: ShiftReport; ref: React.Ref<HTMLDivElement> }) {
  const { t } = useTranslation()
  const notation = useNotation()
  const money = (amount: number) => notation.money({ amount, currency: report.currency })
  const rows: [string, string][] = [
    [t('till.opened'), `${notation.dayAndTime(report.openedAt)} · ${report.openedBy}`],
    ...(report.closedAt === null
      ? []
      : [
          [t('till.closed'), `${notation.dayAndTime(report.closedAt)} · ${report.closedBy}`] as [
            string,
            string,
          ],
        ]),
    [t('till.sales', { count: report.sales.receipts }), money(report.sales.total)],
    [t('till.returns', { count: report.returns.receipts }), money(report.returns.total)],
    [t('till.discounts'), money(report.discounts)],
    ...report.payments.map(({ kind, amount }): [string, string] => [t(`till.kinds.${kind}`), money(amount)]),
    [t('till.cashAtOpen'), money(report.cashAtOpen)],
    [t('till.cashExpected'), money(report.cashExpected)],
    ...(report.cashCounted === null
      ? []
      : ([
          [t('till.cashCounted'), money(report.cashCounted)],
          [t('till.differs'), money(report.cashCounted - report.cashExpected)],
        ] as [string, string][])),
  ]
  return (
    <div ref={ref} className="counter-report">
      <h3>{report.till}</h3>
      <dl>
        {rows.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd className="kit-numbers">{value}</dd>
          </div>
        ))}
      </dl>
    </div>
  )
}
