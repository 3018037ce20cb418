import type { TFunction } from 'i18next'
import { surenessOf } from '../../../../app/contract/duplicates.ts'
import type { Column } from '../../../kit/grid/types.ts'
import type { Notation } from '../../../shell/language/notation.ts'
import { namesOf, reasonsOf, Sureness, type OpenGroup } from './groups.tsx'

/** What several cards have in a field, each once. */
const each = (values: readonly (string | undefined)[]): string =>
  [...new Set(values.filter((value) => value !== undefined && value !== ''))].join(', ')

/** The columns of the list of duplicates: a line for some clients who may be one. */
export function groupColumns(t: TFunction, notation: Notation): Column<OpenGroup>[] {
  const latest = ({ rows }: OpenGroup) => Math.max(...rows.map(({ changedAt }) => changedAt))
  return [
    {
      id: 'clients',
      title: t('duplicates.columns.clients'),
      width: 240,
      grow: 2,
      fixed: true,
      sortable: true,
      filterAs: 'text',
      value: namesOf,
    },
    {
      id: 'sureness',
      title: t('duplicates.columns.sureness'),
      width: 140,
      sortable: true,
      groupable: true,
      filterAs: 'choice',
      order: ({ score }) => -score,
      value: ({ score }) => t(`duplicates.score.${surenessOf(score)}`),
      render: (group) => <Sureness group={group} />,
    },
    {
      id: 'why',
      title: t('duplicates.columns.why'),
      width: 220,
      grow: 2,
      filterAs: 'text',
      value: (group) => reasonsOf(t, group).join(' · '),
    },
    {
      id: 'city',
      title: t('clients.columns.city'),
      width: 120,
      sortable: true,
      groupable: true,
      filterAs: 'choice',
      value: ({ rows }) => each(rows.map(({ city }) => city)),
    },
    {
      id: 'phone',
      title: t('clients.columns.phone'),
      width: 160,
      rare: true,
      filterAs: 'text',
      value: ({ rows }) => each(rows.map(({ phone }) => phone)),
    },
    {
      id: 'email',
      title: t('clientFields.email'),
      width: 180,
      rare: true,
      filterAs: 'text',
      value: ({ rows }) => each(rows.map(({ email }) => email)),
    },
    {
      id: 'changed',
      title: t('clients.columns.changed'),
      width: 110,
      rare: true,
      sortable: true,
      order: (group) => -latest(group),
      value: (group) => notation.when(latest(group)),
    },
  ]
}
