import { useTranslation } from 'react-i18next'
import { ORPCError } from '@orpc/client'
import { toast } from '../../../kit/toasts.ts'
import { codeOf, sentenceOf } from '../../../shell/errors.ts'
import { useNotation } from '../../../shell/language/notation.ts'
import { office } from '../../../shell/office/office.ts'

/** Takes a merge back and says so, or why it stays. */
export function useUndoMerge(): (keptId: number, merge: number) => Promise<void> {
  const { t } = useTranslation()
  const notation = useNotation()
  return async (keptId, merge) => {
    try {
      await office.duplicates.undo({ id: keptId, merge })
      toast({ text: t('duplicates.merging.undone'), tone: 'good' })
    } catch (error) {
      const data = error instanceof ORPCError ? (error.data as { by: string | null; at: number }) : undefined
      const text =
        codeOf(error) === 'CHANGED_MEANWHILE' && data
          ? t('duplicates.merging.cannotUndo', {
              by: data.by ?? t('errors.somebody'),
              at: notation.when(data.at),
            })
          : sentenceOf(error)
      toast({ text, tone: 'bad' })
    }
  }
}
