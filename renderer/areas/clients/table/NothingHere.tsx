import { SearchX, Trash2, Users } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { ClientFilter } from '../../../../app/contract/clients.ts'
import { Button } from '../../../kit/Button.tsx'
import { EmptyState } from '../../../kit/EmptyState.tsx'
import { useMay } from '../../../shell/account.ts'
import { keys } from '../../../shell/keys.ts'
import { useWindow } from '../../../shell/windows/index.ts'

interface Props {
  readonly filter: ClientFilter
  readonly onClear: () => void
  readonly onLeaveBin: () => void
}

/** An empty table: nobody yet, nobody found, or an empty bin, each with its next step. */
export function NothingHere({ filter, onClear, onLeaveBin }: Props) {
  const { t } = useTranslation()
  const win = useWindow()
  const may = useMay()
  const { binned, ...wanted } = filter
  const text = wanted.text?.trim()
  if (Object.keys(wanted).length > 0)
    return (
      <EmptyState
        icon={SearchX}
        title={text ? t('clients.empty.notFound', { text }) : t('clients.empty.noneFit')}
        text={t('clients.empty.notFoundHelp')}
      >
        <Button onClick={onClear}>{t('clients.empty.clear')}</Button>
        {text && !binned && may('clients.edit') && (
          <Button kind="primary" onClick={() => win.open(`/clients/new?name=${encodeURIComponent(text)}`)}>
            {t('clients.empty.create', { text })}
          </Button>
        )}
      </EmptyState>
    )
  if (binned)
    return (
      <EmptyState icon={Trash2} title={t('clients.empty.bin')} text={t('clients.empty.binHelp')}>
        <Button onClick={onLeaveBin}>{t('clients.bin.leave')}</Button>
      </EmptyState>
    )
  return (
    <EmptyState icon={Users} title={t('clients.empty.title')} text={t('clients.empty.help')}>
      {may('clients.import') && (
        <Button onClick={() => win.open('/clients/import')}>{t('clients.import')}</Button>
      )}
      {may('clients.edit') && (
        <Button kind="primary" keys={keys.new} onClick={() => win.open('/clients/new')}>
          {t('clients.new')}
        </Button>
      )}
    </EmptyState>
  )
}
