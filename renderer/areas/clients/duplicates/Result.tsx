import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import type { ClientDraft } from '../../../../app/contract/clients.ts'
import { TextWithNumbers } from '../../../shell/calls/TextWithNumbers.tsx'
import { useFieldTexts } from '../fieldTexts.ts'

/** What will be on the kept card, field by field. */
export function Result({ draft }: { draft: ClientDraft }) {
  const { t } = useTranslation()
  const texts = useFieldTexts()
  const heading = useId()
  const fields: [string, unknown][] = [
    ['names', draft.names],
    ['kind', draft.kind],
    ['status', draft.statusId],
    ['phones', draft.phones],
    ['emails', draft.emails],
    ['addresses', draft.addresses],
    ['contacts', draft.contacts],
    ['manager', draft.managerId],
    ['language', draft.language],
    ['code', draft.code],
    ['websites', draft.websites],
    ['relations', draft.relationIds],
    ['category', draft.categoryId],
    ['groups', draft.groupIds],
    ['source', draft.sourceId],
    ['birthday', draft.birthday],
    ['messengers', draft.messengers],
    ['socialPages', draft.socialPages],
    ['priceList', draft.priceListId],
    ['discount', draft.discount],
    ['bonusCard', draft.bonusCard],
    ['creditLimit', draft.creditLimit],
    ...Object.entries(draft.custom ?? {}).map(([id, value]): [string, unknown] => [`custom.${id}`, value]),
    ['notes', draft.notes],
    ['otherNotes', draft.otherNotes],
  ]
  return (
    <section aria-labelledby={heading}>
      <h3 id={heading}>{t('duplicates.merging.result')}</h3>
      <table className="merging-table">
        <tbody>
          {fields.map(([field, value]) => {
            const items = texts.items(field, value)
            return items.length === 0 ? null : (
              <tr key={field}>
                <th scope="row">{texts.name(field)}</th>
                <td>
                  {items.map((text, place) => (
                    <span key={place} dir="auto" className="client-block client-notes">
                      <TextWithNumbers
                        text={text}
                        number={field === 'phones' ? draft.phones?.[place]?.typed : undefined}
                      />
                    </span>
                  ))}
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </section>
  )
}
