import { useTranslation } from 'react-i18next'
import { toast } from '../../kit/toasts.ts'
import { sentenceOf } from '../../shell/errors.ts'
import { office } from '../../shell/office/office.ts'

/** Moves an item to the bin or back and says so, with the way to undo it. */
export function useItemBin() {
  const { t } = useTranslation()
  const move = async (
    item: { readonly id: number; readonly name: string },
    binned: boolean,
  ): Promise<void> => {
    try {
      await office.items.bin({ ids: [item.id], binned })
      toast({
        tone: 'good',
        text: t(binned ? 'items.bin.moved' : 'items.bin.restored', { name: item.name }),
        ...(binned
          ? { action: { label: t('clients.bin.undo'), onChoose: () => void move(item, false) } }
          : {}),
      })
    } catch (error) {
      toast({ tone: 'bad', text: sentenceOf(error), seconds: 0 })
    }
  }
  return move
}
