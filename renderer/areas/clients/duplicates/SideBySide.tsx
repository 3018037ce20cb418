import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import type { ClientCard } from '../../../../app/contract/clients.ts'
import type { MergeChoice } from '../../../../app/contract/duplicates.ts'
import { singleFields, singleValue, type SingleField } from '../../../../app/merging.ts'
import { TextWithNumbers } from '../../../shell/calls/TextWithNumbers.tsx'
import { useLanguage } from '../../../shell/language/language.ts'
import { nameFor } from '../cardWords.ts'
import { ClientFace } from '../ClientFace.tsx'
import { useFieldTexts } from '../fieldTexts.ts'

const lists = [
  'names', 'phones', 'emails', 'addresses', 'contacts', 'websites', 'messengers', 'socialPages', 'relations', 'groups',
  'notes', 'otherNotes',
] as const // prettier-ignore

const listOf = (card: ClientCard, field: (typeof lists)[number]): unknown =>
  field === 'relations' ? card.relationIds : field === 'groups' ? card.groupIds : card[field]

/** The fields as the operation log names them. */
const logged: Partial<Record<SingleField, string>> = {
  statusId: 'status',
  managerId: 'manager',
  categoryId: 'category',
  sourceId: 'source',
  priceListId: 'priceList',
}

/** A field of which one value stays: the program's, or one of the office's own. */
interface Single {
  readonly key: string
  readonly value: (card: ClientCard) => unknown
  readonly chosen: number | undefined
  readonly choose: (id: number) => void
}

interface Props {
  readonly cards: readonly ClientCard[]
  readonly keep: number
  readonly onKeep: (id: number) => void
  readonly choice: MergeChoice
  readonly onChoose: (choice: MergeChoice) => void
}

/** A column for each card: which one stays, a choice where a field has one value, and what else stands on each. */
export function SideBySide({ cards, keep, onKeep, choice, onChoose }: Props) {
  const { t } = useTranslation()
  const texts = useFieldTexts()
  const language = useLanguage((state) => state.language)
  const group = useId()
  const kept = (card: ClientCard) => (card.id === keep ? 'kept' : undefined)
  const keptFirst = [...cards].sort((a, b) => Number(b.id === keep) - Number(a.id === keep))
  const own = [...new Set(cards.flatMap((card) => Object.keys(card.custom ?? {})))]
  const singles: Single[] = [
    ...singleFields.map((field) => ({
      key: logged[field] ?? field,
      value: (card: ClientCard) => singleValue(card, field),
      chosen: choice[field],
      choose: (id: number) => onChoose({ [field]: id }),
    })),
    ...own.map((id) => ({
      key: `custom.${id}`,
      value: (card: ClientCard) => card.custom?.[id] ?? null,
      chosen: choice.custom?.[id] ?? keptFirst.find((card) => (card.custom?.[id] ?? null) !== null)?.id,
      choose: (card: number) => onChoose({ custom: { ...choice.custom, [id]: card } }),
    })),
  ]
  const differing = singles.filter(
    ({ value }) =>
      new Set(
        cards
          .map(value)
          .filter((one) => one !== null)
          .map((one) => JSON.stringify(one)),
      ).size > 1,
  )
  const filled = lists.filter((field) =>
    cards.some((card) => texts.items(field, listOf(card, field)).length > 0),
  )
  const textOf = (card: ClientCard, { key, value }: Single) =>
    key === 'name' ? card.names[0]!.text : texts.items(key, value(card)).join()
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
        {differing.map((single) => (
          <tr key={single.key}>
            <th scope="row">{single.key === 'name' ? t('clients.fields.name') : texts.name(single.key)}</th>
            {cards.map((card) => (
              <td key={card.id} className={kept(card)}>
                {single.value(card) === null ? (
                  <span className="client-soft">{t('duplicates.merging.nothing')}</span>
                ) : (
                  <label>
                    <input
                      type="radio"
                      name={group + single.key}
                      checked={single.chosen === card.id}
                      onChange={() => single.choose(card.id)}
                    />
                    {single.key === 'photo' ? (
                      <ClientFace client={card} size={40} />
                    ) : (
                      <bdi>{textOf(card, single)}</bdi>
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
                {texts.items(field, listOf(card, field)).map((text, place) => (
                  <span key={text} dir="auto" className="client-block client-notes">
                    <TextWithNumbers
                      text={text}
                      number={field === 'phones' ? card.phones?.[place]?.typed : undefined}
                    />
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
