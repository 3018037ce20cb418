import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Progress } from '../../../kit/Progress.tsx'
import { useOwnExport } from './ownExport.ts'
import './export.css'

/** Milliseconds that an export may take before it is worth a line above the table. */
const patience = 400

/** How far the export is, and a way to stop it. */
export function ExportProgress() {
  const { t } = useTranslation()
  const own = useOwnExport((state) => state.own)
  const running = own !== null
  const [late, setLate] = useState(false)
  useEffect(() => {
    if (!running) return undefined
    const timer = setTimeout(() => setLate(true), patience)
    return () => {
      clearTimeout(timer)
      setLate(false)
    }
  }, [running])
  if (!own || !late) return null
  const { done, total, stop } = own
  return (
    <div className="clients-export">
      <Progress label={t('clients.export.running')} done={done} total={total || undefined} onCancel={stop} />
    </div>
  )
}
