import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PastImport } from '../../../../app/contract/imports.ts'
import { ask as question } from '../../../kit/ask.ts'
import { toast } from '../../../kit/toasts.ts'
import { useNotation } from '../../../shell/language/notation.ts'
import { office } from '../../../shell/office/office.ts'
import { importSentence } from './sentences.ts'

/** So many are named; the log and the list of clients know the others. */
const mostNamed = 12

const namesOf = (stayed: readonly { name: string }[], kept: number): string =>
  `${stayed
    .slice(0, mostNamed)
    .map(({ name }) => name)
    .join(', ')}${kept > mostNamed ? ' …' : '.'}`

/** Takes an import back after asking, and says what was removed and what stayed. */
export function useUndo() {
  const { t } = useTranslation()
  const notation = useNotation()
  const [taking, setTaking] = useState<number>()
  const counted = (count: number) => ({ count, shown: notation.number(count) })

  /** Whether it was taken back. */
  const ask = async ({
    id,
    file,
    created,
    updated,
  }: Pick<PastImport, 'id' | 'file' | 'created' | 'updated'>) => {
    const text = [
      t('imports.undo.text', counted(created)),
      ...(updated > 0 ? [t('imports.undo.updates', counted(updated))] : []),
    ].join(' ')
    const yes = await question({
      title: t('imports.undo.title', { file }),
      text,
      yes: t('imports.undo.yes'),
      danger: true,
    })
    if (!yes) return false
    setTaking(id)
    try {
      const { removed, restored, kept, stayed } = await office.imports.undo({ id })
      toast({
        tone: 'good',
        text: [
          ...(removed > 0 || restored === 0 ? [t('imports.undo.removed', counted(removed))] : []),
          ...(restored > 0 ? [t('imports.undo.restored', counted(restored))] : []),
          ...(kept > 0 ? [t('imports.undo.kept', counted(kept)), namesOf(stayed, kept)] : []),
        ].join(' '),
        // Long enough to read that something stayed.
        seconds: kept > 0 ? 0 : 6,
      })
      return true
    } catch (error) {
      toast({ tone: 'bad', text: `${t('imports.undo.failed')}. ${importSentence(t, error)}`, seconds: 0 })
      return false
    } finally {
      setTaking(undefined)
    }
  }
  return { taking, ask }
}
