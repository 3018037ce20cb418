import type { TFunction } from 'i18next'
import { codePages, type CodePage } from '../../../app/receipts/codePages.ts'
import type { Receipt, ReceiptPart } from '../../../app/receipts/receipt.ts'

/** Words that each page is there for: whoever reads them wrong on the paper unticks the page. */
const samples: Record<CodePage, string> = {
  pc437: 'Café ½ ±',
  pc850: 'Ação Ðð',
  wpc1252: 'Œuvre €',
  pc866: 'Чай Ёлка',
  pc852: 'Čaj šťáva',
  pc858: 'Ação €',
  wpc1251: 'Чай Ёлка №',
}

/** What shows at a glance whether a printer is set up as it is: columns, letters, bars, scripts, the cut. */
export function testReceipt(
  t: TFunction,
  { name, columns, pages }: { name: string; columns: number; pages: readonly CodePage[] },
): Receipt {
  const row = (text: string, more: Partial<Extract<ReceiptPart, { kind: 'row' }>> = {}): ReceiptPart => ({
    kind: 'row',
    cells: [{ text, align: 'center' }],
    ...more,
  })
  return {
    title: t('devices.printer.testPage'),
    parts: [
      row(name, { big: true }),
      row(t('devices.printer.testPage'), { bold: true }),
      row('1234567890'.repeat(5).slice(0, columns)),
      { kind: 'rule' },
      ...pages.map((page): ReceiptPart => ({
        kind: 'row',
        cells: [{ text: `${page} (${codePages[page].number})`, width: 14 }, { text: samples[page] }],
      })),
      { kind: 'rule' },
      row('ភាសាខ្មែរ · العربية · 中文'),
      { kind: 'bars', symbol: 'ean-13', text: '4006381333931' },
      { kind: 'bars', symbol: 'qr', text: 'Counterpart' },
      { kind: 'feed', lines: 2 },
      { kind: 'cut' },
    ],
  }
}
