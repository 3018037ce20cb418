import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { fold } from '../../../app/folding.ts'
import { toast } from '../../kit/toasts.ts'
import { useMay } from '../account.ts'
import { sentenceOf } from '../errors.ts'
import { office } from '../office/office.ts'
import { openWindow } from '../windows/index.ts'
import { listenToKeyboardScanners } from './listening.ts'
import { onOfficeScan } from './officeScanners.ts'
import { useScanner } from './scanner.ts'
import { giveScan } from './taking.ts'

/** While `on`, whatever is scanned at this computer goes to the window in front, or opens what it stands for, one code after the other. */
export function useKeyboardScanner(on: boolean): void {
  const { t } = useTranslation()
  const habits = useScanner((state) => state.habits)
  const may = useMay()
  const [seesClients, seesItems, addsItems] = [may('clients.see'), may('items.see'), may('items.edit')]
  useEffect(() => {
    if (!on) return undefined
    const show = async (code: string) => {
      const scanned = seesItems ? await office.items.byCode({ code }) : null
      if (scanned) return void openWindow(`/items/${scanned.item.id}`)
      const hits = seesClients ? await office.clients.search({ text: code, limit: 5 }) : []
      // A bonus card or a client's code, not a part of somebody's name or number.
      const meant = hits.find(({ foundBy }) => foundBy !== undefined && fold(foundBy) === fold(code))
      if (meant) openWindow(`/clients/${meant.id}`)
      else
        toast({
          text: t('scanner.unknown', { code }),
          ...(addsItems
            ? {
                action: {
                  label: t('items.new'),
                  onChoose: () => void openWindow(`/items/new?code=${encodeURIComponent(code)}`),
                },
              }
            : {}),
        })
    }
    let line = Promise.resolve()
    const take = (code: string) => {
      useScanner.setState({ last: code })
      if (giveScan(code)) return
      line = line
        .then(() => show(code))
        .catch((error: unknown) => void toast({ tone: 'bad', text: sentenceOf(error) }))
    }
    const stops = [listenToKeyboardScanners(take, habits), onOfficeScan(take)]
    return () => stops.forEach((stop) => stop())
  }, [on, habits, seesClients, seesItems, addsItems, t])
}
