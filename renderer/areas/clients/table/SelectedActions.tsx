import { RotateCcw, Trash2 } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../../kit/Button.tsx'
import type { RowActions } from './rowActions.ts'

/** What can be done with all that are selected, beside how many they are. */
export function SelectedActions({ actions }: { actions: RowActions }) {
  const { t } = useTranslation()
  if (!actions.mayMove || !actions.anySelected) return null
  return (
    <Button
      kind="quiet"
      size="small"
      icon={actions.binned ? RotateCcw : Trash2}
      onClick={() => void actions.moveSelected()}
    >
      {actions.binned ? t('clients.bin.restore') : t('clients.bin.move')}
    </Button>
  )
}
