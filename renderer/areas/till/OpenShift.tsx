import { useEffect, useId, useRef, useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { Till } from '../../../app/contract/till.ts'
import { fromMinor, minorDigits, toMinor } from '../../../app/money.ts'
import { Button } from '../../kit/Button.tsx'
import { NumberField } from '../../kit/form/NumberField.tsx'
import { SelectField } from '../../kit/form/SelectField.tsx'
import { useAccount } from '../../shell/account.ts'
import { sentenceOf } from '../../shell/errors.ts'
import { office } from '../../shell/office/office.ts'
import { useWindow } from '../../shell/windows/index.ts'

interface Props {
  readonly till: Till
  readonly tills: readonly Till[]
  readonly onChoose: (id: number) => void
  readonly onEdit: ((till: Till | 'new') => void) | undefined
}

/** Before the first client: what lies in the drawer is counted once, and the counter is open. */
export function OpenShift({ till, tills, onChoose, onEdit }: Props) {
  const { t } = useTranslation()
  const { currency } = useAccount().office
  const [cash, setCash] = useState<number | null>(null)
  const [problem, setProblem] = useState<string>()
  const [busy, setBusy] = useState(false)
  const heading = useId()
  const { isActive } = useWindow()
  const field = useRef<HTMLInputElement>(null)
  // What is drawn late takes nobody away from where they have gone meanwhile.
  useEffect(() => {
    if (isActive()) field.current?.focus()
  }, [isActive])
  const open = async (event: FormEvent) => {
    event.preventDefault()
    if (Number.isNaN(cash)) return setProblem(t('till.cashWrong'))
    setBusy(true)
    try {
      await office.till.openShift({ till: till.id, cash: cash ?? 0 })
    } catch (error) {
      setProblem(sentenceOf(error))
      setBusy(false)
    }
    return undefined
  }
  return (
    <form className="till-open" aria-labelledby={heading} onSubmit={(event) => void open(event)}>
      <h2 id={heading}>{t('till.openShift')}</h2>
      <p>{t('till.openShiftText')}</p>
      {tills.length > 1 && (
        <SelectField
          label={t('till.till')}
          value={String(till.id)}
          onChange={(event) => onChoose(Number(event.currentTarget.value))}
          options={tills.map(({ id, name }) => ({ id: String(id), label: name }))}
        />
      )}
      <NumberField
        ref={field}
        label={t('till.cashInDrawer')}
        error={problem}
        decimals={minorDigits(currency)}
        min={0}
        value={cash === null || Number.isNaN(cash) ? cash : fromMinor({ amount: cash, currency })}
        onChange={(value) =>
          setCash(value === null ? null : Number.isNaN(value) ? value : toMinor(value, currency))
        }
        after={currency}
      />
      <Button type="submit" kind="primary" size="large" busy={busy} wide>
        {t('till.open')}
      </Button>
      {onEdit && (
        <div className="till-open-more">
          <Button kind="quiet" onClick={() => onEdit(till)}>
            {t('till.edit', { name: till.name })}
          </Button>
          <Button kind="quiet" onClick={() => onEdit('new')}>
            {t('till.another')}
          </Button>
        </div>
      )}
    </form>
  )
}
