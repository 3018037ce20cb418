import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { ItemGroup } from '../../../app/contract/items.ts'
import { useLanguage } from '../../shell/language/language.ts'
import { ask } from '../../shell/office/office.ts'
import { linesOfTree, type ShownGroup } from './groupTree.ts'

const none: readonly ItemGroup[] = []

/** The tree of groups in the reader's words, line by line. */
export function useGroups(): readonly ShownGroup[] {
  const language = useLanguage((state) => state.language)
  const groups = useQuery(ask.items.groups.queryOptions()).data ?? none
  return useMemo(() => linesOfTree(groups, language), [groups, language])
}
