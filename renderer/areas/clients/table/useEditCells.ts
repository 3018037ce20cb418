import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import {
  clientEmail,
  longest,
  type ClientCard,
  type ClientDraft,
  type ClientRow,
} from '../../../../app/contract/clients.ts'
import type { CellEdit } from '../../../kit/grid/types.ts'
import { toast } from '../../../kit/toasts.ts'
import { useMay } from '../../../shell/account.ts'
import { sentenceOf } from '../../../shell/errors.ts'
import { useLanguage } from '../../../shell/language/language.ts'
import { office } from '../../../shell/office/office.ts'
import { useEntries, useManagers, useStatuses, type NamedEntry } from '../lists.ts'

/** One field of a client as the table changes it. */
interface Way {
  /** What of the card becomes another by this value. */
  readonly draft: (value: string, card: ClientCard, language: string) => Partial<ClientDraft>
  /** What brings the card back to what it was. */
  readonly before: (card: ClientCard) => Partial<ClientDraft>
  /** The same on the row, until the office's next answer. */
  readonly onRow: (row: ClientRow, value: string) => ClientRow
}

const idOf = (value: string) => (value === '' ? null : Number(value))

/** The first line of a list as it shall be; emptied, the one below it becomes the first. */
const withFirst = <Line>(lines: readonly Line[], value: string, line: (text: string) => Line): Line[] => [
  ...(value.trim() === '' ? [] : [line(value.trim())]),
  ...lines.slice(1),
]

const ways = {
  name: {
    draft: (value, { names }, language) => {
      // The one that the table shows, as the office chose it.
      const shown = Math.max(
        0,
        names.findIndex((name) => name.language === language),
      )
      return { names: names.with(shown, { ...names[shown], text: value.trim() }) }
    },
    before: ({ names }) => ({ names }),
    onRow: (row, value) => ({ ...row, name: value.trim() }),
  },
  phone: {
    draft: (value, { phones = [] }) => ({
      phones: withFirst(phones, value, (typed) => ({ label: phones[0]?.label, typed })),
    }),
    before: ({ phones = [] }) => ({ phones }),
    onRow: (row, value) => ({ ...row, phone: value.trim() }),
  },
  email: {
    draft: (value, { emails = [] }) => ({
      emails: withFirst(emails, value, (address) => ({ label: emails[0]?.label, address })),
    }),
    before: ({ emails = [] }) => ({ emails }),
    onRow: (row, value) => ({ ...row, email: value.trim() }),
  },
  code: {
    draft: (value) => ({ code: value.trim() }),
    before: ({ code = '' }) => ({ code }),
    onRow: (row, value) => ({ ...row, code: value.trim() }),
  },
  bonusCard: {
    draft: (value) => ({ bonusCard: value.trim() }),
    before: ({ bonusCard = '' }) => ({ bonusCard }),
    onRow: (row, value) => ({ ...row, bonusCard: value.trim() }),
  },
  status: {
    draft: (value) => ({ statusId: idOf(value) }),
    before: ({ statusId }) => ({ statusId: statusId ?? null }),
    onRow: (row, value) => ({ ...row, statusId: idOf(value) }),
  },
  manager: {
    draft: (value) => ({ managerId: idOf(value) }),
    before: ({ managerId }) => ({ managerId: managerId ?? null }),
    onRow: (row, value) => ({ ...row, managerId: idOf(value) }),
  },
  category: {
    draft: (value) => ({ categoryId: idOf(value) }),
    before: ({ categoryId }) => ({ categoryId: categoryId ?? null }),
    onRow: (row, value) => ({ ...row, categoryId: idOf(value) }),
  },
  source: {
    draft: (value) => ({ sourceId: idOf(value) }),
    before: ({ sourceId }) => ({ sourceId: sourceId ?? null }),
    onRow: (row, value) => ({ ...row, sourceId: idOf(value) }),
  },
  priceList: {
    draft: (value) => ({ priceListId: idOf(value) }),
    before: ({ priceListId }) => ({ priceListId: priceListId ?? null }),
    onRow: (row, value) => ({ ...row, priceListId: idOf(value) }),
  },
  city: {
    draft(value, { addresses = [] }) {
      const { city: _before, ...first } = addresses[0] ?? {}
      const city = value.trim()
      return { addresses: [city === '' ? first : { ...first, city }, ...addresses.slice(1)] }
    },
    before: ({ addresses }) => ({ addresses: addresses ?? [] }),
    onRow: ({ city: _before, ...row }, value) => (value.trim() === '' ? row : { ...row, city: value.trim() }),
  },
} satisfies Record<string, Way>

/** Cells of the table that the reader may change in place, by column. None without the right, or where they are not `allowed`. */
export function useEditCells(allowed: boolean): Partial<Record<string, CellEdit<ClientRow>>> {
  const { t } = useTranslation()
  const mayEdit = useMay()('clients.edit') && allowed
  const language = useLanguage((state) => state.language)
  const statuses = useStatuses()
  const managers = useManagers()
  const categories = useEntries('category')
  const sources = useEntries('source')
  const priceLists = useEntries('price')
  return useMemo(() => {
    if (!mayEdit) return {}
    /** Brings back what the card was, unless that has been changed once more since. */
    const takeBack = async (saved: ClientCard, undo: Partial<ClientDraft>) => {
      const now = await office.clients.card({ id: saved.id })
      const same = Object.keys(undo).every(
        (field) =>
          JSON.stringify(now[field as keyof ClientCard]) === JSON.stringify(saved[field as keyof ClientCard]),
      )
      const { revision } = same ? now : saved
      await office.clients.save({ id: saved.id, revision, draft: undo })
    }
    const begin =
      (column: keyof typeof ways): CellEdit<ClientRow>['begin'] =>
      (row) => {
        const { draft, before, onRow } = ways[column]
        const reading = office.clients.card({ id: row.id })
        // Looked at when it is saved; until then nobody waits for it.
        reading.catch(() => undefined)
        return async (value) => {
          const card = await reading
          const saved = await office.clients.save({
            id: card.id,
            revision: card.revision,
            draft: draft(value, card, language),
          })
          toast({
            text: t('grid.cellSaved', { name: row.name, title: t(`clientFields.${column}`) }),
            tone: 'good',
            action: {
              label: t('clients.bin.undo'),
              onChoose: () =>
                void takeBack(saved, before(card)).catch((error: unknown) =>
                  toast({ text: sentenceOf(error), tone: 'bad' }),
                ),
            },
          })
          return onRow(row, value)
        }
      }
    const options = (list: readonly { id: number; name: string; retired?: boolean }[]) =>
      list.flatMap(({ id, name, retired }) => (retired ? [] : [{ id: String(id), label: name }]))
    const entry = (
      column: 'category' | 'source' | 'priceList',
      list: readonly NamedEntry[],
      own: (row: ClientRow) => number | null | undefined,
    ): CellEdit<ClientRow> => ({
      value: (row) => String(own(row) ?? ''),
      choices: options(list),
      none: t('fields.none'),
      begin: begin(column),
    })
    return {
      name: {
        value: (row) => row.name,
        maxLength: longest.name,
        check: (value) => (value.trim() === '' ? t('clients.problems.required') : undefined),
        begin: begin('name'),
      },
      phone: { value: (row) => row.phone ?? '', maxLength: longest.short, begin: begin('phone') },
      email: {
        value: (row) => row.email ?? '',
        maxLength: longest.short,
        check: (value) =>
          value.trim() === '' || clientEmail.safeParse({ address: value }).success
            ? undefined
            : t('clients.problems.email'),
        begin: begin('email'),
      },
      code: { value: (row) => row.code ?? '', maxLength: longest.code, begin: begin('code') },
      bonusCard: { value: (row) => row.bonusCard ?? '', maxLength: longest.code, begin: begin('bonusCard') },
      status: {
        value: (row) => String(row.statusId ?? ''),
        choices: options(statuses),
        none: t('clients.none.status'),
        begin: begin('status'),
      },
      manager: {
        value: (row) => String(row.managerId ?? ''),
        choices: options(managers.filter(({ active }) => active)),
        none: t('clients.none.manager'),
        begin: begin('manager'),
      },
      category: entry('category', categories, (row) => row.categoryId),
      source: entry('source', sources, (row) => row.sourceId),
      priceList: entry('priceList', priceLists, (row) => row.priceListId),
      city: {
        value: (row) => row.city ?? '',
        maxLength: longest.short,
        begin: begin('city'),
      },
    }
  }, [t, mayEdit, language, statuses, managers, categories, sources, priceLists])
}
