import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { CustomField, ListEntry, ListId } from '../../../app/contract/lists.ts'
import { entryName, usualRelation } from '../../../app/lists.ts'
import { useLanguage } from '../../shell/language/language.ts'
import { ask } from '../../shell/office/office.ts'

/** An entry of one of the office's lists, in the reader's words. */
export interface NamedEntry {
  readonly id: number
  readonly name: string
  readonly tone: ListEntry['tone']
  /** Not offered any more; shown where a client has it. */
  readonly retired: boolean
}

const nothing: readonly ListEntry[] = []

/** The entries of a list, in their order. */
export function useEntries(list: ListId): readonly NamedEntry[] {
  const { t } = useTranslation()
  const language = useLanguage((state) => state.language)
  const entries = useQuery(ask.lists.all.queryOptions()).data?.entries ?? nothing
  return useMemo(
    () =>
      entries
        .filter((entry) => entry.list === list)
        .map((entry) => ({
          id: entry.id,
          name: entryName(entry, language, (key) => t(`lists.ready.${key}`)),
          tone: entry.tone,
          retired: entry.retired,
        })),
    [entries, list, language, t],
  )
}

/** What each entry of all lists is called, by its id: for values that say only which one. */
export function useEntryNames(): ReadonlyMap<number, string> {
  const { t } = useTranslation()
  const language = useLanguage((state) => state.language)
  const entries = useQuery(ask.lists.all.queryOptions()).data?.entries ?? nothing
  return useMemo(
    () =>
      new Map(
        entries.map(
          (entry) => [entry.id, entryName(entry, language, (key) => t(`lists.ready.${key}`))] as const,
        ),
      ),
    [entries, language, t],
  )
}

/** A field of the office's own, in the reader's words. */
export interface NamedField extends CustomField {
  readonly shown: string
}

const noFields: readonly CustomField[] = []

/** The office's own fields in their order, those no longer on the card too. */
export function useCustomFields(): readonly NamedField[] {
  const language = useLanguage((state) => state.language)
  const fields = useQuery(ask.lists.all.queryOptions()).data?.fields ?? noFields
  return useMemo(
    () => fields.map((field) => ({ ...field, shown: field.names[language] ?? field.name })),
    [fields, language],
  )
}

/** What a new card counts as unless somebody says otherwise; undefined until the lists are known. */
export const useUsualRelation = (): number | undefined =>
  useQuery(ask.lists.all.queryOptions()).data?.entries.find(({ key }) => key === usualRelation)?.id

/** The office's statuses by name, in their order. */
export const useStatuses = (): readonly NamedEntry[] => useEntries('status')

export interface Person {
  readonly id: number
  readonly name: string
  /** Still works here: only then offered for new clients. */
  readonly active: boolean
}

const nobody: readonly Person[] = []

/** Who can be the manager of a client, those who have left included. */
export const useManagers = (): readonly Person[] =>
  useQuery(ask.clients.managers.queryOptions()).data ?? nobody
