import { Combine, ListTodo, PencilLine, RotateCcw, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { MassTarget } from '../../../../app/contract/mass.ts'
import { Button } from '../../../kit/Button.tsx'
import { useMay } from '../../../shell/account.ts'
import { AddToListDialog } from '../../calls/lists/AddToListDialog.tsx'
import { MassDialog } from '../mass/MassDialog.tsx'
import { useOwnMass } from '../mass/ownMass.ts'
import type { RowActions } from './rowActions.ts'

/** What can be done with all that are selected, beside how many they are. */
export function SelectedActions({ actions }: { actions: RowActions }) {
  const { t } = useTranslation()
  const running = useOwnMass(({ own }) => own !== null)
  const mayList = useMay()('calls.lists')
  const [target, setTarget] = useState<MassTarget>()
  const [toCall, setToCall] = useState<MassTarget>()
  return (
    <>
      {actions.mayMerge && (
        <Button kind="quiet" size="small" icon={Combine} onClick={actions.merge}>
          {t('duplicates.merge')}
        </Button>
      )}
      {actions.mayEdit && !actions.binned && actions.anySelected && (
        <Button
          kind="quiet"
          size="small"
          icon={PencilLine}
          disabled={running}
          onClick={() => setTarget(actions.target)}
        >
          {t('mass.change')}
        </Button>
      )}
      {mayList && !actions.binned && actions.anySelected && (
        <Button kind="quiet" size="small" icon={ListTodo} onClick={() => setToCall(actions.target)}>
          {t('callLists.addTo')}
        </Button>
      )}
      {toCall && <AddToListDialog target={toCall} onClosed={() => setToCall(undefined)} />}
      {target && <MassDialog target={target} onClosed={() => setTarget(undefined)} />}
      {actions.mayMove && actions.anySelected && (
        <Button
          kind="quiet"
          size="small"
          icon={actions.binned ? RotateCcw : Trash2}
          onClick={() => void actions.moveSelected()}
        >
          {actions.binned ? t('clients.bin.restore') : t('clients.bin.move')}
        </Button>
      )}
    </>
  )
}
