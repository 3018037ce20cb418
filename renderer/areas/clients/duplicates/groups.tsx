import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import type { ClientRow } from '../../../../app/contract/clients.ts'
import { surenessOf, type DuplicateGroup } from '../../../../app/contract/duplicates.ts'
import { Chip } from '../../../kit/Chip.tsx'

/** Some clients who may be one, with those of them who are still in use. */
export interface OpenGroup extends DuplicateGroup {
  /** Of its clients' ids. */
  readonly id: string
  readonly rows: readonly ClientRow[]
}

export const namesOf = ({ rows }: OpenGroup): string => rows.map(({ name }) => name).join(', ')

/** Where they are merged. */
export const mergeAddress = ({ rows }: OpenGroup): string =>
  `/clients/merge?ids=${rows.map(({ id }) => id).join(',')}`

/** Why one thinks so, by what at least two who are still in use have in common. */
export function reasonsOf(t: TFunction, { reasons, rows }: OpenGroup): string[] {
  const ids = new Set(rows.map(({ id }) => id))
  return reasons
    .filter((reason) => reason.ids.filter((id) => ids.has(id)).length > 1)
    .map(({ why, value }) => t(`duplicates.why.${why}`, { value }))
}

const tones = { sure: 'good', likely: 'info', maybe: 'neutral' } as const

/** How sure it is that they are one. */
export function Sureness({ group }: { group: OpenGroup }) {
  const { t } = useTranslation()
  const sureness = surenessOf(group.score)
  return <Chip tone={tones[sureness]}>{t(`duplicates.score.${sureness}`)}</Chip>
}
