import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import type { ClientCard } from '../../../../app/contract/clients.ts'
import type { MergeChoice } from '../../../../app/contract/duplicates.ts'
import { singleFields, singleValue, type SingleField } from '../../../../app/merging.ts'
import { useLanguage } from '../../../shell/language/language.ts'
import { nameFor } from '../cardWords.ts'
import { ClientFace } from '../ClientFace.tsx'
import { useFieldTexts } from '../fieldTexts.ts'

const lists = ['names', 'phones', 'emails', 'addresses', 'contacts', 'websites', 'notes'] as const

/** The fields as the operation log names them. */
const logged: Partial<Record<SingleField, string>> = { statusId: 'status', managerId: 'manager' }

interface Props {
  readonly cards: readonly ClientCard[]
  readonly keep: number
  readonly onKeep: (id: number) => void
  readonly choice: MergeChoice
  readonly onChoose: (field: SingleField, id: number) => void
}

/** A column for each card: which one stays, a choice where a field has one value, and what else stands on each. */
export function SideBySide({ cards, keep, onKeep, choice, onChoose }: Props) {
  const { t } = useTranslation()
  const texts = useFieldTexts()
  const language = useLanguage((state) => state.language)
  const group = useId()
  const kept = (card: ClientCard) => (card.id === keep ? 'kept' : undefined)
  const differing = singleFields.filter(
    (field) =>
      new Set(cards.map((card) => singleValue(card, field)).filter((value) => value !== null)).size > 1,
  )
  const filled = lists.filter((field) => cards.some((card) => texts.items(field, card[field]).length > 0))
  const textOf = (card: ClientCard, field: SingleField) =>
    field === 'name'
      ? card.names[0]!.text
      : texts.items(logged[field] ?? field, singleValue(card, field)).join()
  return (
    <table className="merging-table">
      <thead>
        <tr>
          <th scope="col">
            <span className="kit-unseen">{t('duplicates.merging.field')}</span>
          </th>
          {cards.map((card) => (
            <th scope="col" key={card.id} className={kept(card)}>
              <b dir="auto">{nameFor(card.names, language)}</b>
              <label>
                <input
                  type="radio"
                  name={`${group}keep`}
                  checked={card.id === keep}
                  onChange={() => onKeep(card.id)}
                />
                {t('duplicates.merging.keep')}
              </label>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {differing.length > 0 && (
          <tr>
            <th scope="rowgroup" colSpan={cards.length + 1}>
              {t('duplicates.merging.differ')}
            </th>
          </tr>
        )}
        {differing.map((field) => (
          <tr key={field}>
            <th scope="row">
              {field === 'name' ? t('clients.fields.name') : texts.name(logged[field] ?? field)}
            </th>
            {cards.map((card) => (
              <td key={card.id} className={kept(card)}>
                {singleValue(card, field) === null ? (
                  <span className="client-soft">{t('duplicates.merging.nothing')}</span>
                ) : (
                  <label>
                    <input
                      type="radio"
                      name={group + field}
                      checked={choice[field] === card.id}
                      onChange={() => onChoose(field, card.id)}
                    />
                    {field === 'photo' ? (
                      <ClientFace client={card} size={40} />
                    ) : (
                      <bdi>{textOf(card, field)}</bdi>
                    )}
                  </label>
                )}
              </td>
            ))}
          </tr>
        ))}
        {filled.map((field) => (
          <tr key={field}>
            <th scope="row">{texts.name(field)}</th>
            {cards.map((card) => (
              <td key={card.id} className={kept(card)}>
                {texts.items(field, card[field]).map((text) => (
                  <span key={text} dir="auto" className="client-block client-notes">
                    {text}
                  </span>
                ))}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
