import type { TFunction } from 'i18next'
import { logGroupings, type LogGrouping, type Operation } from '../../../app/contract/log.ts'
import { logAreas } from '../../../app/logAreas.ts'
import type { Group, Grouping, GroupStep, RowSource } from '../../kit/grid/types.ts'
import type { Notation } from '../../shell/language/notation.ts'
import { office } from '../../shell/office/office.ts'
import { startOf } from './days.ts'
import { actionName, areaName } from './deeds.ts'
import type { LogFilter } from './logFilter.ts'

type Asked = Parameters<typeof office.log.page>[0]

/** What the office is asked for. */
function askedOf(filter: LogFilter): Asked {
  const { text, userId, action } = filter
  const from = startOf(filter.from)
  // The last day counts whole.
  const to = startOf(filter.to, 1)
  return {
    ...(text.trim() === '' ? {} : { text: text.trim() }),
    ...(userId === undefined ? {} : { userId }),
    ...(action === '' ? {} : { action }),
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
  }
}

/** The log's pages as the office gives them, newest first. */
export function logRows(filter: LogFilter): RowSource<Operation> {
  const asked = askedOf(filter)
  return { page: (offset, limit, signal) => office.log.page({ ...asked, offset, limit }, { signal }) }
}

const isGrouping = (column: string): column is LogGrouping =>
  (logGroupings as readonly string[]).includes(column)

/** Columns by which the office puts the log together; others are left out. */
export const groupings = (columns: readonly string[]): LogGrouping[] => columns.filter(isGrouping)

const within = (path: readonly GroupStep[]): NonNullable<Asked>['within'] =>
  Object.fromEntries(path.map(({ column, key }) => [column, key]))

/** The same under the headings of its days, people, areas or actions, level by level as they are opened. */
export function logGroups(
  filter: LogFilter,
  { t, notation }: { readonly t: TFunction; readonly notation: Notation },
): Pick<Grouping<Operation>, 'groups' | 'rows'> {
  const asked = askedOf(filter)
  const compare = new Intl.Collator(notation.locale).compare
  return {
    async groups(path, column) {
      if (!isGrouping(column)) return { groups: [], records: 0 }
      const found = await office.log.groups({ ...asked, within: within(path), by: column })
      const groups = found.groups.map(({ key, name, count }): Group => ({
        key,
        count,
        title: {
          when: () => notation.longDay(startOf(String(key)) ?? 0),
          who: () => name ?? t('log.nobody'),
          area: () => areaName(t, logAreas.find((area) => area === key) ?? null) ?? t('log.elsewhere'),
          what: () => actionName(t, String(key)),
        }[column](),
      }))
      // Days come in their order, the latest first.
      return {
        records: found.count,
        groups: column === 'when' ? groups : groups.toSorted((a, b) => compare(a.title, b.title)),
      }
    },
    rows: (path, offset, limit, signal) =>
      office.log.page({ ...asked, within: within(path), offset, limit }, { signal }),
  }
}
