import { useController, useFormContext } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { Chip } from '../../../kit/Chip.tsx'
import { SelectField } from '../../../kit/form/SelectField.tsx'
import { useEntries, type NamedEntry } from '../lists.ts'
import type { CardValues } from './cardValues.ts'
import { useReadOnly } from './readOnly.ts'

/** What the client counts as: each kind of counterparty is ticked by itself, several at once. */
export function RelationField() {
  const { t } = useTranslation()
  const readOnly = useReadOnly()
  const { control } = useFormContext<CardValues>()
  const { field } = useController({ control, name: 'relationIds' })
  const all = useEntries('relation').filter(({ id, retired }) => !retired || field.value.includes(id))
  if (readOnly) return <Marks label={t('clients.fields.relations')} marks={marked(all, field.value)} />
  return (
    <div className="kit-field" role="group" aria-label={t('clients.fields.relations')}>
      <span className="kit-label" aria-hidden="true">
        {t('clients.fields.relations')}
      </span>
      <div className="client-marks">
        {all.map(({ id, name }) => (
          <label key={id}>
            <input
              type="checkbox"
              checked={field.value.includes(id)}
              onChange={(event) =>
                field.onChange(
                  event.currentTarget.checked
                    ? [...field.value, id]
                    : field.value.filter((one) => one !== id),
                )
              }
            />
            <span>{name}</span>
          </label>
        ))}
      </div>
    </div>
  )
}

/** The groups a client is in; nothing where the office has none. */
export function GroupField() {
  const { t } = useTranslation()
  const readOnly = useReadOnly()
  const { control } = useFormContext<CardValues>()
  const { field } = useController({ control, name: 'groupIds' })
  const all = useEntries('group')
  const own = marked(all, field.value)
  const others = all.filter(({ id, retired }) => !retired && !field.value.includes(id))
  if (own.length === 0 && (readOnly || others.length === 0)) return null
  if (readOnly) return <Marks label={t('clients.fields.groups')} marks={own} />
  return (
    <div className="kit-field" role="group" aria-label={t('clients.fields.groups')}>
      <SelectField
        label={t('clients.fields.groups')}
        value=""
        none={t('fields.addGroup')}
        options={others.map(({ id, name }) => ({ id: String(id), label: name }))}
        onChange={(event) => {
          const { value } = event.currentTarget
          if (value !== '') field.onChange([...field.value, Number(value)])
        }}
      />
      {own.length > 0 && (
        <span className="client-chips">
          {own.map(({ id, name, tone }) => (
            <Chip
              key={id}
              tone={tone}
              onRemove={() => field.onChange(field.value.filter((one) => one !== id))}
            >
              {name}
            </Chip>
          ))}
        </span>
      )}
    </div>
  )
}

const marked = (all: readonly NamedEntry[], ids: readonly number[]) =>
  all.filter(({ id }) => ids.includes(id))

function Marks({ label, marks }: { label: string; marks: readonly NamedEntry[] }) {
  if (marks.length === 0) return null
  return (
    <div className="kit-field" role="group" aria-label={label}>
      <span className="kit-label" aria-hidden="true">
        {label}
      </span>
      <span className="client-chips">
        {marks.map(({ id, name, tone }) => (
          <Chip key={id} tone={tone}>
            {name}
          </Chip>
        ))}
      </span>
    </div>
  )
}
