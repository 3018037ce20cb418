import { Combine } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '../../../kit/EmptyState.tsx'

/** Said to whom the office would refuse it. */
export function Limited() {
  const { t } = useTranslation()
  return (
    <EmptyState icon={Combine} title={t('duplicates.limited.title')} text={t('duplicates.limited.text')} />
  )
}
