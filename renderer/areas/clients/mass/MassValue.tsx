import { useTranslation } from 'react-i18next'
import type { CustomValue } from '../../../../app/contract/lists.ts'
import type { MassField, OwnField } from '../../../../app/contract/mass.ts'
import { CheckField } from '../../../kit/form/CheckField.tsx'
import type { SelectOption } from '../../../kit/form/Options.tsx'
import { SelectField } from '../../../kit/form/SelectField.tsx'
import { CustomControl } from '../card/CustomFields.tsx'
import { languageChoices } from '../cardWords.ts'
import { useCustomFields, useEntries, useManagers } from '../lists.ts'

/** What shall be done: a field given, or a group joined or left. */
export type What = MassField | OwnField | 'join' | 'leave'
/** Null takes a value away; undefined: nothing is chosen yet. */
export type Given = CustomValue | null | undefined

interface Props {
  readonly what: What
  readonly value: Given
  readonly onValue: (value: Given) => void
}

/** What all of them shall have. */
export function MassValue({ what, value, onValue }: Props) {
  const { t } = useTranslation()
  const field = useCustomFields().find(({ id }) => what === `custom.${id}`)
  if (!field) return <Listed what={what as Exclude<What, OwnField>} value={value} onValue={onValue} />
  const onChange = (typed: CustomValue | null) => onValue(typed ?? undefined)
  return (
    <>
      <CustomControl
        field={field}
        value={value ?? null}
        bound={{ name: 'value', label: t('mass.value'), required: false, error: undefined, onChange }}
      />
      <CheckField
        label={t('mass.none')}
        checked={value === null}
        onChange={(event) => onValue(event.currentTarget.checked ? null : undefined)}
      />
    </>
  )
}

const nothing = 'none'

function Listed({ what, value, onValue }: Props & { what: Exclude<What, OwnField> }) {
  const { t } = useTranslation()
  const values = useValues(what)
  return (
    <SelectField
      label={what === 'join' || what === 'leave' ? t('mass.group') : t('mass.value')}
      value={value === undefined ? '' : String(value ?? nothing)}
      options={[{ id: '', label: t('mass.choose') }, ...values]}
      onChange={({ currentTarget: { value: chosen } }) => {
        if (chosen === '' || chosen === nothing) return onValue(chosen === '' ? undefined : null)
        onValue(what === 'language' ? chosen : Number(chosen))
      }}
    />
  )
}

/** What can be chosen, "nothing" among it where a field may be empty. */
function useValues(what: Exclude<What, OwnField>): SelectOption[] {
  const { t } = useTranslation()
  const lists = {
    status: useEntries('status'),
    category: useEntries('category'),
    source: useEntries('source'),
    priceList: useEntries('price'),
    groups: useEntries('group'),
  }
  const managers = useManagers()
  const named = (entries: readonly { id: number; name: string }[]) =>
    entries.map(({ id, name }) => ({ id: String(id), label: name }))
  if (what === 'join' || what === 'leave')
    return named(lists.groups.filter(({ retired }) => what === 'leave' || !retired))
  const none = { id: nothing, label: t('mass.none') }
  if (what === 'manager') return [...named(managers.filter(({ active }) => active)), none]
  if (what === 'language') return [...languageChoices(''), none]
  return [...named(lists[what].filter(({ retired }) => !retired)), none]
}
