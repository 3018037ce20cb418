import { useMemo } from 'react'
import type { ClientFilter } from '../../../../app/contract/clients.ts'
import { fold } from '../../../../app/folding.ts'
import { minorDigits } from '../../../../app/money.ts'
import type { FilterField } from '../../../kit/grid/filters/filter.ts'
import { useAccount } from '../../../shell/account.ts'
import { office } from '../../../shell/office/office.ts'
import { useClientFields, type ClientFieldInWords } from '../useClientFields.ts'

/** Choices asked for at once: all of any list that the office keeps by itself. */
const most = 300

/** The fields to filter the clients by; how many have what is counted among those that `filter` leaves. */
export function useFilterFields(filter: ClientFilter): readonly FilterField[] {
  const fields = useClientFields()
  const { currency } = useAccount().office
  return useMemo(() => {
    const cents = 10 ** minorDigits(currency)
    return fields.map((field) => offered(field, filter, field.type === 'money' ? cents : field.scale))
  }, [fields, filter, currency])
}

function offered(field: ClientFieldInWords, filter: ClientFilter, scale: number | undefined): FilterField {
  const { id, title, type, label, values } = field
  if (type !== 'choice' && type !== 'yes-no') return { id, title, type, scale }
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
