import { useMemo } from 'react'
import type { ClientFilter } from '../../../../app/contract/clients.ts'
import { fold } from '../../../../app/folding.ts'
import type { FilterField } from '../../../kit/grid/filters/filter.ts'
import { office } from '../../../shell/office/office.ts'
import { useClientFields, type NamedField } from '../useClientFields.ts'

/** Choices asked for at once: all of any list that the office keeps by itself. */
const most = 300

/** The fields to filter the clients by; how many have what is counted among those that `filter` leaves. */
export function useFilterFields(filter: ClientFilter): readonly FilterField[] {
  const fields = useClientFields()
  return useMemo(() => fields.map((field) => offered(field, filter)), [fields, filter])
}

function offered(field: NamedField, filter: ClientFilter): FilterField {
  const { id, title, type, label, values } = field
  if (type !== 'choice' && type !== 'yes-no') return { id, title, type }
  return {
    id,
    title,
    type,
    label,
    async choices(text, signal) {
      const asked = values === 'words' && text !== '' ? { text } : {}
      const { total, choices } = await office.clients.choices(
        { field: id, filter, limit: most, ...asked },
        { signal },
      )
      if (values === 'words' || text === '') return { total, choices }
      // Statuses, people, countries: the office knows them by number, the reader by name.
      const wanted = fold(text)
      const found = choices.filter(({ value }) => fold(label(value)).includes(wanted))
      return { total: found.length, choices: found }
    },
  }
}
