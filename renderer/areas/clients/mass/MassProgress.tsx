import { useTranslation } from 'react-i18next'
import { Progress } from '../../../kit/Progress.tsx'
import '../export/export.css'
import { useOwnMass } from './ownMass.ts'

/** How far the change of many clients is, and a way to stop it. */
export function MassProgress() {
  const { t } = useTranslation()
  const own = useOwnMass((state) => state.own)
  if (!own) return null
  const { done, total, stop } = own
  return (
    <div className="clients-export">
      <Progress label={t('mass.running')} done={done} total={total || undefined} onCancel={stop} />
    </div>
  )
}
