import { useQuery } from '@tanstack/react-query'
import { Store } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Till } from '../../../app/contract/till.ts'
import { Button } from '../../kit/Button.tsx'
import { EmptyState } from '../../kit/EmptyState.tsx'
import { ErrorState } from '../../kit/ErrorState.tsx'
import { useMay } from '../../shell/account.ts'
import { sentenceOf } from '../../shell/errors.ts'
import { ask } from '../../shell/office/office.ts'
import { chooseTill, chosenTill } from './basketStore.ts'
import { Counter } from './Counter.tsx'
import { OpenShift } from './OpenShift.tsx'
import { ShiftDialog } from './ShiftDialog.tsx'
import { TillDialog } from './TillDialog.tsx'
import './counter.css'

/** The counter of this computer: its till, the shift, and what is being sold. */
export function CounterWindow() {
  const { t } = useTranslation()
  const mayEdit = useMay()('till.edit')
  const tills = useQuery(ask.till.list.queryOptions())
  const [wanted, setWanted] = useState(chosenTill)
  const [editing, setEditing] = useState<Till | 'new'>()
  // Here, as it is still read when the shift is closed and the counter gone.
  const [shown, setShown] = useState<number>()
  if (tills.isError)
    return <ErrorState title={sentenceOf(tills.error)} onRetry={() => void tills.refetch()} />
  if (!tills.data) return null
  const choose = (id: number) => {
    chooseTill(id)
    setWanted(id)
  }
  const chosen = tills.data.find(({ id }) => id === wanted) ?? tills.data[0]
  return (
    <>
      {chosen === undefined ? (
        <EmptyState icon={Store} title={t('till.none')} text={t('till.noneText')}>
          {mayEdit && (
            <Button kind="primary" onClick={() => setEditing('new')}>
              {t('till.new')}
            </Button>
          )}
        </EmptyState>
      ) : chosen.shift ? (
        <Counter
          key={chosen.id}
          till={chosen}
          shift={chosen.shift}
          onShift={() => setShown(chosen.shift?.id)}
          covered={shown !== undefined}
        />
      ) : (
        <OpenShift
          key={chosen.id}
          till={chosen}
          tills={tills.data}
          onChoose={choose}
          onEdit={mayEdit ? setEditing : undefined}
        />
      )}
      {shown !== undefined && <ShiftDialog shift={shown} onClosed={() => setShown(undefined)} />}
      {editing && (
        <TillDialog
          till={editing === 'new' ? undefined : editing}
          onSaved={choose}
          onClosed={() => setEditing(undefined)}
        />
      )}
    </>
  )
}
