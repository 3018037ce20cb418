import i18next from 'i18next'
import { create } from 'zustand'
import type { ClientExport, ExportFormat, ExportStep } from '../../../../app/contract/clientExport.ts'
import { saveFile } from '../../../kit/saveFile.ts'
import { toast } from '../../../kit/toasts.ts'
import { sentenceOf } from '../../../shell/errors.ts'
import { useLanguage } from '../../../shell/language/language.ts'
import { notationOf } from '../../../shell/language/notation.ts'
import { office } from '../../../shell/office/office.ts'

/** The export this person began on this page: it runs on while the window is closed. */
export const useOwnExport = create<{ own: (Pick<ExportStep, 'done' | 'total'> & { stop(): void }) | null }>(
  () => ({ own: null }),
)

const kinds: Record<ExportFormat, { ending: string; type: string }> = {
  xlsx: { ending: 'xlsx', type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' },
  csv: { ending: 'csv', type: 'text/csv;charset=utf-8' },
  vcard: { ending: 'vcf', type: 'text/vcard;charset=utf-8' },
}

/** Has the office make a file of clients and hands it to the person; says how it ended. One at a time. */
export async function exportClients(
  asked: Partial<ClientExport> & Pick<ClientExport, 'format'>,
): Promise<void> {
  if (useOwnExport.getState().own) return
  const { t } = i18next
  const { language } = useLanguage.getState()
  const notation = notationOf(language)
  const stopping = new AbortController()
  const { signal } = stopping
  const show = ({ done, total }: Pick<ExportStep, 'done' | 'total'>) =>
    useOwnExport.setState({ own: { done, total, stop: () => stopping.abort() } })
  show({ done: 0, total: 0 })
  try {
    const delimiter = notation.number(1.5).includes(',') ? ';' : ','
    let last: ExportStep | undefined
    for await (const step of await office.clients.export({ ...asked, language, delimiter }, { signal })) {
      last = step
      show(step)
    }
    if (!last?.file) throw new Error('The export ended without a file.')
    const count = last.total
    if (count === 0) {
      toast({ text: t('clients.export.none') })
      return
    }
    const { ending, type } = kinds[asked.format]
    const file = `${t('clients.export.file', { date: today() })}.${ending}`
    saveFile(file, new Blob(await fetched(last.file, signal), { type }))
    toast({ tone: 'good', text: t('clients.export.done', { count, shown: notation.number(count), file }) })
  } catch (error) {
    if (signal.aborted) toast({ text: t('clients.export.stopped') })
    else toast({ text: sentenceOf(error), tone: 'bad' })
  } finally {
    useOwnExport.setState({ own: null })
  }
}

async function fetched({ id, size }: NonNullable<ExportStep['file']>, signal: AbortSignal): Promise<Blob[]> {
  const parts: Blob[] = []
  for (let offset = 0; offset < size;) {
    // eslint-disable-next-line no-await-in-loop -- one after the other, as each is kept in memory on its way
    const part = await office.clients.exported({ id, offset }, { signal })
    if (part.size === 0) throw new Error('The file is shorter than it was.')
    parts.push(part)
    offset += part.size
  }
  return parts
}

/** The day on this computer, as file names sort it. */
function today(): string {
  const now = new Date()
  const two = (number: number) => String(number).padStart(2, '0')
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`
}
