import { useTranslation } from 'react-i18next'
import type { ClientFile } from '../../../../app/contract/files.ts'
import { toast } from '../../../kit/toasts.ts'
import { sentenceOf } from '../../../shell/errors.ts'
import { useNotation } from '../../../shell/language/notation.ts'
import { office } from '../../../shell/office/office.ts'

/** Throws files away or brings them back, and says so with the way to undo it. */
export function useFileBin() {
  const { t } = useTranslation()
  const { number } = useNotation()
  const move = async (
    files: readonly ClientFile[],
    way: 'bin' | 'restore',
    undoable = true,
  ): Promise<void> => {
    try {
      const { count } = await office.files[way]({ ids: files.map(({ id }) => id) })
      const words = { count, shown: number(count) }
      toast({
        text: way === 'bin' ? t('files.binned', words) : t('files.restored', words),
        tone: 'good',
        ...(undoable
          ? {
              action: {
                label: t('files.undo'),
                onChoose: () => void move(files, way === 'bin' ? 'restore' : 'bin', false),
              },
            }
          : {}),
      })
    } catch (error) {
      toast({ text: sentenceOf(error), tone: 'bad' })
    }
  }
  return {
    bin: (files: readonly ClientFile[]) => move(files, 'bin'),
    restore: (files: readonly ClientFile[]) => move(files, 'restore'),
  }
}
