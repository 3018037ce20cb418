import { Combine, RotateCcw, Trash2 } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../../kit/Button.tsx'
import type { RowActions } from './rowActions.ts'

/** What can be done with all that are selected, beside how many they are. */
export function SelectedActions({ actions }: { actions: RowActions }) {
  const { t } = useTranslation()
  return (
    <>
      {actions.mayMerge && (
        <Button kind="quiet" size="small" icon={Combine} onClick={actions.merge}>
          {t('duplicates.merge')}
        </Button>
      )}
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
