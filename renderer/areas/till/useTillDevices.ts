import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { Receipt } from '../../../app/contract/till.ts'
import { toast } from '../../kit/toasts.ts'
import { useAccount, useMay } from '../../shell/account.ts'
import { sentenceOf } from '../../shell/errors.ts'
import { useNotation } from '../../shell/language/notation.ts'
import { ask, office } from '../../shell/office/office.ts'
import { printReceipt } from '../../shell/printing/printing.ts'
import { paperOf } from './paper.ts'

/** What hangs on this computer's till. Nothing of it is waited for: a sale is done whether or not the paper comes. */
export interface TillDevices {
  /** Whether a receipt can be printed here. */
  readonly prints: boolean
  print(receipt: Receipt): void
  /** After cash was taken. */
  openDrawer(): void
  /** Two lines to the client; none at the end. */
  show(lines: readonly string[]): void
}

export function useTillDevices(): TillDevices {
  const { t } = useTranslation()
  const notation = useNotation()
  const { company } = useAccount().office
  const may = useMay()('devices.use')
  const outputs = useQuery({ ...ask.devices.outputs.queryOptions(), enabled: may })
  const own = (outputs.data ?? []).filter((output) => output.own)
  const printer = own.find(({ kind }) => kind === 'printer')
  const display = own.find(({ kind }) => kind === 'display')
  const quietly = (work: Promise<unknown>) =>
    void work.catch((error: unknown) => toast({ tone: 'bad', text: sentenceOf(error) }))
  return {
    prints: printer !== undefined,
    print: (receipt) => {
      if (printer) quietly(printReceipt(printer, paperOf(receipt, { t, notation, company })))
    },
    openDrawer: () => {
      if (printer?.drawer) quietly(office.devices.openDrawer({ printer: printer.id }))
    },
    show: (lines) => {
      if (display) quietly(office.devices.show({ display: display.id, lines: [...lines] }))
    },
  }
}
