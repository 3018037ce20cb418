import type { TFunction } from 'i18next'
import { Building2, UserRound } from 'lucide-react'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { clientFields, customKind, isSortable } from '../../../../app/clientFields.ts'
import { clientOrders, type ClientRow } from '../../../../app/contract/clients.ts'
import { customName } from '../../../../app/custom.ts'
import { countryName, isCountryCode } from '../../../../app/countries.ts'
import { isGroupable } from '../../../../app/fields.ts'
import type { HideableField } from '../../../../app/rights.ts'
import { Chip } from '../../../kit/Chip.tsx'
import type { Column } from '../../../kit/grid/types.ts'
import { useAccount, useSees } from '../../../shell/account.ts'
import { PhoneNumber } from '../../../shell/calls/PhoneNumber.tsx'
import { useLanguage } from '../../../shell/language/language.ts'
import { useNotation } from '../../../shell/language/notation.ts'
import { ClientFace } from '../ClientFace.tsx'
import { languageName } from '../cardWords.ts'
import { customText } from '../fieldTexts.ts'
import { useCustomFields, useEntries, useEntryNames, useManagers, useStatuses } from '../lists.ts'
import { useEditCells } from './useEditCells.ts'

/** What may be hidden from a role, by column. */
const hideable: Partial<Record<string, HideableField>> = {
  phone: 'client.phones',
  contact: 'client.contacts',
  city: 'client.addresses',
  country: 'client.addresses',
  status: 'client.status',
  manager: 'client.manager',
  email: 'client.emails',
  category: 'client.category',
  source: 'client.source',
  groups: 'client.groups',
  priceList: 'client.priceList',
  discount: 'client.discount',
  bonusCard: 'client.bonusCard',
  creditLimit: 'client.creditLimit',
  birthday: 'client.birthday',
}

const groupable: ReadonlySet<string> = new Set(clientFields.filter(isGroupable).map(({ id }) => id))

/** The columns of the table: none for what the reader's role hides. The same array until a word or a list changes. */
export function useClientColumns(editable: boolean): readonly Column<ClientRow>[] {
  const { t } = useTranslation()
  const { grant } = useAccount()
  const sees = useSees()
  const language = useLanguage((state) => state.language)
  const notation = useNotation()
  const statuses = useStatuses()
  const managers = useManagers()
  const entries = useEntryNames()
  const categories = useEntries('category')
  const custom = useCustomFields()
  const edits = useEditCells(editable)
  return useMemo(() => {
    const statusOf = new Map(statuses.map((status) => [status.id, status]))
    const managerOf = new Map(managers.map((manager) => [manager.id, manager.name]))
    const country = ({ country: code }: ClientRow) =>
      code === undefined ? undefined : isCountryCode(code) ? countryName(code, language) : code
    const column = (
      id: keyof typeof widths,
      value: Column<ClientRow>['value'],
      more: Partial<Column<ClientRow>> = {},
    ): Column<ClientRow> => ({
      id,
      title: t(`clients.columns.${id}`),
      width: widths[id],
      value,
      sortable: clientOrders.includes(id),
      groupable: groupable.has(id),
      edit: edits[id],
      ...more,
    })
    const all = [
      column('name', (row) => row.name, { grow: 3, fixed: true, render: (row) => <Name row={row} t={t} /> }),
      column('phone', (row) => row.phone, {
        render: ({ phone }) => phone && <PhoneNumber number={phone} inLine />,
      }),
      column('contact', (row) => row.contact, { grow: 1 }),
      column('city', (row) => row.city, { grow: 1 }),
      column('country', country),
      column('status', (row) => statusOf.get(row.statusId ?? 0)?.name, {
        render: (row) => {
          const status = statusOf.get(row.statusId ?? 0)
          return status && <Chip tone={status.tone}>{status.name}</Chip>
        },
      }),
      column('manager', (row) => managerOf.get(row.managerId ?? 0)),
      column('changed', (row) => notation.when(row.changedAt), {
        render: (row) => (
          <span className="kit-numbers client-soft" title={notation.dayAndTime(row.changedAt)}>
            {notation.when(row.changedAt)}
          </span>
        ),
      }),
    ]
    const named = (id: number | null | undefined) => (id ? entries.get(id) : undefined)
    const several = (ids: readonly number[] | undefined) =>
      ids?.flatMap((id) => entries.get(id) ?? []).join(', ')
    /** What one seldom needs at a glance: there once the reader asks for it. */
    const rare = (
      id: keyof typeof rareWidths,
      value: Column<ClientRow>['value'],
      more: Partial<Column<ClientRow>> = {},
    ): Column<ClientRow> => ({
      id,
      title: t(`clientFields.${id}`),
      width: rareWidths[id],
      rare: true,
      value,
      sortable: clientOrders.includes(id),
      groupable: groupable.has(id),
      edit: edits[id],
      ...more,
    })
    const rares = [
      rare('email', (row) => row.email),
      rare('code', (row) => row.code),
      rare('relations', (row) => several(row.relationIds)),
      rare('category', (row) => named(row.categoryId), {
        render: (row) => {
          const category = categories.find(({ id }) => id === row.categoryId)
          return category && <Chip tone={category.tone}>{category.name}</Chip>
        },
      }),
      rare('groups', (row) => several(row.groupIds)),
      rare('source', (row) => named(row.sourceId)),
      rare('priceList', (row) => named(row.priceListId)),
      rare('discount', (row) => (row.discount == null ? undefined : notation.percent(row.discount)), {
        align: 'end',
      }),
      rare('creditLimit', (row) => (row.creditLimit ? notation.money(row.creditLimit) : undefined), {
        align: 'end',
      }),
      rare('bonusCard', (row) => row.bonusCard),
      rare('birthday', (row) => (row.birthday ? notation.date(row.birthday) : undefined)),
      rare('refusals', (row) => row.refusals.map((channel) => t(`voice.refusals.${channel}`)).join(', ')),
      rare('language', (row) => (row.language ? languageName(row.language) : undefined)),
      rare('created', (row) => notation.day(row.createdAt)),
      ...custom
        .filter(({ retired }) => !retired)
        .map((field): Column<ClientRow> => {
          const id = `custom.${field.id}`
          return {
            id,
            title: field.shown,
            width: 120,
            rare: true,
            align: field.type === 'number' || field.type === 'money' ? 'end' : undefined,
            sortable: isSortable(customKind(field)),
            groupable: isGroupable(customKind(field)),
            value: (row) => {
              const own = row.custom[field.id]
              return own === undefined
                ? undefined
                : customText(own, id, { t, notation, entries, fields: custom })
            },
          }
        }),
    ]
    return [...all, ...rares].filter(({ id }) => {
      const field = id.startsWith('custom.') ? customName(id.slice('custom.'.length)) : hideable[id]
      return field === undefined || sees(field)
    })
    // `sees` is made anew at each drawing; what it says follows from the grant.
    // eslint-disable-next-line react/exhaustive-deps
  }, [t, grant, language, notation, statuses, managers, entries, categories, custom, edits])
}

/** CSS px; together they fill a window as it first opens. */
const widths = {
  name: 206,
  phone: 144,
  contact: 136,
  city: 104,
  country: 100,
  status: 136,
  manager: 96,
  changed: 104,
} as const

/** The same of columns that are not there at first. */
const rareWidths = {
  email: 170,
  code: 90,
  relations: 130,
  category: 120,
  groups: 130,
  source: 130,
  priceList: 110,
  discount: 90,
  creditLimit: 120,
  bonusCard: 110,
  birthday: 100,
  refusals: 130,
  language: 100,
  created: 100,
} as const

/** Face, name, and in a quiet tone what tells namesakes apart: the other names, else where a person works. */
function Name({ row, t }: { row: ClientRow; t: TFunction }) {
  const Kind = row.kind === 'person' ? UserRound : Building2
  const beside = row.otherNames[0] ?? row.worksAt
  return (
    <span className="client-name">
      <ClientFace client={row} size={20} />
      <span
        className="client-name-words"
        title={[row.name, ...row.otherNames, row.worksAt].filter(Boolean).join(' · ')}
      >
        <bdi className="client-name-main">{row.name}</bdi>
        {beside !== undefined && <bdi className="client-name-other">{beside}</bdi>}
      </span>
      <Kind className="client-kind" size={13} role="img" aria-label={t(`clients.kinds.${row.kind}`)} />
    </span>
  )
}
