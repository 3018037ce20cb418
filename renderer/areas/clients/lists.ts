import { useQuery } from '@tanstack/react-query'
import type { TFunction } from 'i18next'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { ClientStatus } from '../../../app/contract/clients.ts'
import { ask } from '../../shell/office/office.ts'

const startingKeys = ['potential', 'active', 'reliable', 'problem', 'lost'] as const

/** The statuses that come with the program speak the reader's language; the office's own are as the office wrote them. */
export function statusName(t: TFunction, status: Pick<ClientStatus, 'key' | 'name'>): string {
  const key = startingKeys.find((known) => known === status.key)
  return key === undefined ? status.name : t(`clients.status.${key}`)
}

export interface NamedStatus {
  readonly id: number
  readonly name: string
  readonly tone: ClientStatus['tone']
}

/** The office's statuses by name, in their order. */
export function useStatuses(): readonly NamedStatus[] {
  const { t } = useTranslation()
  const { data } = useQuery(ask.clients.statuses.queryOptions())
  return useMemo(
    () => (data ?? []).map((status) => ({ id: status.id, name: statusName(t, status), tone: status.tone })),
    [data, t],
  )
}

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
