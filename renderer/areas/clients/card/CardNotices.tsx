import { useTranslation } from 'react-i18next'
import type { ClientCard } from '../../../../app/contract/clients.ts'
import { Banner } from '../../../kit/Banner.tsx'
import { Button } from '../../../kit/Button.tsx'
import { useMay } from '../../../shell/account.ts'
import { useNotation } from '../../../shell/language/notation.ts'
import { useWindow } from '../../../shell/windows/index.ts'
import { useBin } from '../table/bin.ts'
import { ChangedMeanwhile } from './ChangedMeanwhile.tsx'
import type { useCardForm } from './useCardForm.ts'
import type { useSaveCard } from './useSaveCard.ts'

interface Props {
  readonly card: ClientCard | undefined
  readonly cardForm: ReturnType<typeof useCardForm>
  readonly saving: ReturnType<typeof useSaveCard>
}

/** What one has to know before reading on: in the bin, changed by somebody else, back from a crash. */
export function CardNotices({ card, cardForm, saving }: Props) {
  const { t } = useTranslation()
  const { when } = useNotation()
  const may = useMay()
  const win = useWindow()
  const { restore } = useBin()
  const { form, base, keptAt } = cardForm
  const { isDirty, isSubmitting } = form.formState
  const binned = card?.binnedAt ?? null
  const newer = card !== undefined && card.revision > base.revision && isDirty && !isSubmitting
  return (
    <div className="client-notices">
      {card?.mergedInto !== undefined && (
        <Banner
          tone="warn"
          actions={
            <Button size="small" onClick={() => win.open(`/clients/${card.mergedInto}`)}>
              {t('duplicates.merged.open')}
            </Button>
          }
        >
          {t('duplicates.merged.notice')}
        </Banner>
      )}
      {card && binned !== null && card.mergedInto === undefined && (
        <Banner
          tone="warn"
          actions={
            may('clients.delete') && (
              <Button size="small" onClick={() => void restore([card.id])}>
                {t('clients.bin.restore')}
              </Button>
            )
          }
        >
          {t('clients.card.binned', { when: when(binned) })}
        </Banner>
      )}
      {keptAt !== undefined && isDirty && (
        <Banner
          tone="info"
          onClose={cardForm.hideKept}
          actions={
            <Button size="small" onClick={cardForm.discard}>
              {t('clients.draft.discard')}
            </Button>
          }
        >
          {t('clients.draft.back', { when: when(keptAt) })}
        </Banner>
      )}
      {card && newer && binned === null && (
        <ChangedMeanwhile card={card} cardForm={cardForm} saving={saving} />
      )}
    </div>
  )
}
