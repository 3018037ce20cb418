import type { QueryClient } from '@tanstack/react-query'
import type { Employee } from '../../../../app/contract/staff.ts'
import { fold } from '../../../../app/folding.ts'
import type { RowSource, Sort } from '../../../kit/grid/types.ts'
import { ask } from '../../../shell/office/office.ts'

/** How each column sorts: those who have never signed in come last of the newest. */
const sortValues: Record<string, (person: Employee) => string | number> = {
  name: (person) => person.name,
  state: (person) => (person.active ? 0 : 1),
  signedIn: (person) => -(person.signedInAt ?? 0),
}

/** The people as rows of a grid, from what the office told last. There are few enough to sort and search here. */
export function peopleRows(queries: QueryClient, text: string, sort: readonly Sort[], language: string) {
  const wanted = fold(text)
  const compare = new Intl.Collator(language).compare
  const order = (a: Employee, b: Employee): number => {
    for (const { column, descending } of sort) {
      const value = sortValues[column]
      if (!value) continue
      const [one, other] = [value(a), value(b)]
      const step = typeof one === 'string' ? compare(one, String(other)) : one - Number(other)
      if (step !== 0) return descending ? -step : step
    }
    return compare(a.name, b.name)
  }
  return {
    async page(offset: number, limit: number) {
      const all = await queries.ensureQueryData(ask.staff.employees.queryOptions())
      const found = all.filter((person) => fold(person.name).includes(wanted)).sort(order)
      return { rows: found.slice(offset, offset + limit), total: found.length }
    },
  } satisfies RowSource<Employee>
}
