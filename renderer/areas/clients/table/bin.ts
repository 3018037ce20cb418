import { useTranslation } from 'react-i18next'
import { toast } from '../../../kit/toasts.ts'
import { sentenceOf } from '../../../shell/errors.ts'
import { useNotation } from '../../../shell/language/notation.ts'
import { office } from '../../../shell/office/office.ts'

/** Clients moved in one command, as the contract has it. */
const atOnce = 1000

async function inParts(
  ids: readonly number[],
  move: (part: { ids: number[] }) => Promise<{ count: number }>,
): Promise<number> {
  let moved = 0
  for (let from = 0; from < ids.length; from += atOnce) {
    // eslint-disable-next-line no-await-in-loop -- one writer, and each part is whole
    const { count } = await move({ ids: ids.slice(from, from + atOnce) })
    moved += count
  }
  return moved
}

/** Moves clients to the bin or back and says so, with the way to undo it. Resolves to whether it was done. */
export function useBin(): {
  bin(ids: readonly number[]): Promise<boolean>
  restore(ids: readonly number[]): Promise<boolean>
} {
  const { t } = useTranslation()
  const { number } = useNotation()
  const move = async (ids: readonly number[], way: 'bin' | 'restore', undoable = true): Promise<boolean> => {
    try {
      const count = await inParts(ids, office.clients[way])
      if (count === 0) return true
      const words = { count, shown: number(count) }
      toast({
        text: way === 'bin' ? t('clients.bin.moved', words) : t('clients.bin.restored', words),
        tone: 'good',
        ...(undoable
          ? {
              action: {
                label: t('clients.bin.undo'),
                onChoose: () => void move(ids, way === 'bin' ? 'restore' : 'bin', false),
              },
            }
          : {}),
      })
      return true
    } catch (error) {
      toast({ text: sentenceOf(error), tone: 'bad' })
      return false
    }
  }
  return { bin: (ids) => move(ids, 'bin'), restore: (ids) => move(ids, 'restore') }
}
