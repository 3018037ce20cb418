import { useWatch } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import type { ClientCard } from '../../../../app/contract/clients.ts'
import { Banner } from '../../../kit/Banner.tsx'
import { Button } from '../../../kit/Button.tsx'
import { toast } from '../../../kit/toasts.ts'
import { useNotation } from '../../../shell/language/notation.ts'
import { useFieldTexts } from '../fieldTexts.ts'
import { useManagers } from '../lists.ts'
import { draftOf, valuesOf, type CardField } from './cardValues.ts'
import { compareCards, mergeCards } from './merge.ts'
import type { useCardForm } from './useCardForm.ts'
import type { useSaveCard } from './useSaveCard.ts'

interface Props {
  readonly card: ClientCard
  readonly cardForm: ReturnType<typeof useCardForm>
  readonly saving: ReturnType<typeof useSaveCard>
}

/** Somebody saved this card while it was being changed here: quiet until saving is refused, then the two side by side. */
export function ChangedMeanwhile({ card, cardForm, saving }: Props) {
  const { t } = useTranslation()
  const { when } = useNotation()
  const managers = useManagers()
  const texts = useFieldTexts()
  const { form, base, startFrom } = cardForm
  const { refused, settled, save } = saving

  const by = refused?.by ?? managers.find(({ id }) => id === card.changedBy)?.name ?? t('errors.somebody')
  const said = t('clients.meanwhile.said', { by, when: when(refused?.at ?? card.changedAt) })
  const theirs = valuesOf(card)
  // Drawn anew as one types on.
  useWatch({ control: form.control })
  const mine = form.getValues()

  const keepMine = async () => {
    const merged = mergeCards(base.values, mine, theirs, 'mine')
    startFrom(card, merged)
    await save(merged, { revision: card.revision, values: theirs })
  }
  const takeTheirs = () => {
    const all = mergeCards(base.values, mine, theirs, 'mine')
    startFrom(card, mergeCards(base.values, mine, theirs, 'theirs'))
    settled()
    toast({
      text: t('clients.meanwhile.taken', { by }),
      action: { label: t('clients.meanwhile.bringBack'), onChoose: () => startFrom(card, all) },
    })
  }

  if (!refused)
    return (
      <Banner tone="info">
        {said} {t('clients.meanwhile.quiet')}
      </Banner>
    )
  const { clashing, theirs: others } = compareCards(base.values, mine, theirs)
  return (
    <Banner
      tone="warn"
      actions={
        <span className="client-choice">
          {clashing.length > 0 && (
            <Button size="small" onClick={takeTheirs}>
              {t('clients.meanwhile.theirs')}
            </Button>
          )}
          <Button size="small" kind="primary" onClick={() => void keepMine()}>
            {clashing.length > 0 ? t('clients.meanwhile.mine') : t('clients.meanwhile.both')}
          </Button>
        </span>
      }
    >
      <p>
        {said} {clashing.length > 0 ? t('clients.meanwhile.choose') : t('clients.meanwhile.noClash')}
      </p>
      {clashing.length > 0 && (
        <table className="client-clashes">
          <thead>
            <tr>
              <td />
              <th scope="col">{t('clients.meanwhile.mineHead')}</th>
              <th scope="col">{t('clients.meanwhile.theirsHead', { by })}</th>
            </tr>
          </thead>
          <tbody>
            {clashing.map((field) => (
              <tr key={field}>
                <th scope="row">{texts.name(logField(field))}</th>
                <td>
                  <Texts of={texts.items(logField(field), draftOf(mine)[field])} />
                </td>
                <td>
                  <Texts of={texts.items(logField(field), draftOf(theirs)[field])} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {others.length > 0 && (
        <p className="client-small">
          {t('clients.meanwhile.others', {
            fields: others.map((field) => texts.name(logField(field))).join(', '),
          })}
        </p>
      )}
    </Banner>
  )
}

/** The fields of a card as the operation log names them. */
const logField = (field: CardField): string =>
  field === 'statusId' ? 'status' : field === 'managerId' ? 'manager' : field

function Texts({ of: texts }: { of: readonly string[] }) {
  if (texts.length === 0) return <span className="client-soft">—</span>
  return texts.map((text, place) => (
    <span key={place} dir="auto" className="client-block client-notes">
      {text}
    </span>
  ))
}
