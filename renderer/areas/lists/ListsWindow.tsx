import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { listNames, type ListId } from '../../../app/contract/lists.ts'
import { ErrorState } from '../../kit/ErrorState.tsx'
import { SelectField } from '../../kit/form/SelectField.tsx'
import { useMay } from '../../shell/account.ts'
import { sentenceOf } from '../../shell/errors.ts'
import { ask } from '../../shell/office/office.ts'
import { useCustomFields } from '../clients/lists.ts'
import { EntriesPane } from './EntriesPane.tsx'
import { FieldsPane } from './FieldsPane.tsx'
import './lists.css'

/** What is open beside the names of the lists: a list, or the fields themselves. */
type Chosen = ListId | 'fields'

/** The lists and fields that the office itself defines. `shown`: whether its keys are heard. */
export function ListsWindow({ shown = true }: { shown?: boolean }) {
  const { t } = useTranslation()
  const mayEdit = useMay()('lists.edit')
  const lists = useQuery(ask.lists.all.queryOptions())
  const uses = useQuery({ ...ask.lists.uses.queryOptions(), enabled: mayEdit })
  const fields = useCustomFields()
  const [wanted, setChosen] = useState<Chosen>('status')
  if (lists.isError)
    return <ErrorState title={sentenceOf(lists.error)} onRetry={() => void lists.refetch()} />
  if (!lists.data) return null

  const choices = fields.filter(({ type, retired }) => type === 'choice' && !retired)
  const places: { id: Chosen; label: string; below?: boolean }[] = [
    ...listNames.map((list) => ({ id: list, label: t(`lists.names.${list}`) })),
    { id: 'fields', label: t('lists.fields.title') },
    ...choices.map(({ id, shown: label }) => ({ id: `field.${id}` as const, label, below: true })),
  ]
  // A field that somebody retires meanwhile takes its list along.
  const chosen = places.some(({ id }) => id === wanted) ? wanted : 'fields'
  return (
    <div className="lists">
      <nav className="lists-nav" aria-label={t('lists.nav')}>
        <div className="lists-choice">
          <SelectField
            bare
            label={t('lists.choose')}
            value={chosen}
            onChange={(event) => setChosen(event.currentTarget.value as Chosen)}
            options={places.map(({ id, label }) => ({ id, label }))}
          />
        </div>
        <ul>
          {places.map(({ id, label, below }) => (
            <li key={id}>
              <button
                type="button"
                className={below ? 'lists-place below' : 'lists-place'}
                aria-current={id === chosen ? 'true' : undefined}
                onClick={() => setChosen(id)}
              >
                <bdi>{label}</bdi>
              </button>
            </li>
          ))}
        </ul>
      </nav>
      {chosen === 'fields' ? (
        <FieldsPane mayEdit={mayEdit} shown={shown} onChoices={(field) => setChosen(`field.${field}`)} />
      ) : (
        <EntriesPane
          key={chosen}
          list={chosen}
          title={places.find(({ id }) => id === chosen)!.label}
          entries={lists.data.entries}
          uses={uses.data}
          mayEdit={mayEdit}
          shown={shown}
        />
      )}
    </div>
  )
}
