import { FileSpreadsheet, FileText, FileUp } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CallField } from '../../../../app/callFields.ts'
import { callExportFormats, type CallExport, type CallRow } from '../../../../app/contract/callHistory.ts'
import { shownColumns } from '../../../kit/grid/layout.ts'
import type { Column, Layout, Selection } from '../../../kit/grid/types.ts'
import { MenuButton } from '../../../kit/MenuButton.tsx'
import type { MenuEntry } from '../../../kit/MenuEntries.tsx'
import { saveFile } from '../../../kit/saveFile.ts'
import { toast } from '../../../kit/toasts.ts'
import { useMay } from '../../../shell/account.ts'
import { sentenceOf } from '../../../shell/errors.ts'
import { useLanguage } from '../../../shell/language/language.ts'
import { useNotation } from '../../../shell/language/notation.ts'
import { office } from '../../../shell/office/office.ts'
import { today } from '../../../kit/grid/filters/filter.ts'

interface Props {
  /** What the table shows, in its order. */
  readonly shown: Pick<CallExport, 'filter' | 'order'>
  readonly columns: readonly Column<CallRow>[]
  readonly layout: Layout
  readonly selection: Selection
}

const icons = { xlsx: FileSpreadsheet, csv: FileText }

/** The calls that are shown, or those selected, as a file with the columns that are shown. */
export function ExportMenu({ shown, columns, layout, selection }: Props) {
  const { t } = useTranslation()
  const may = useMay()
  const notation = useNotation()
  const language = useLanguage((state) => state.language)
  const [running, setRunning] = useState(false)
  if (!may('calls.export')) return null
  const run = async (format: CallExport['format'], which: Partial<CallExport>) => {
    setRunning(true)
    try {
      const delimiter = notation.number(1.5).includes(',') ? ';' : ','
      const fields = shownColumns(columns, layout).map(({ id }) => id as CallField)
      const made = await office.callHistory.export({
        ...shown,
        ...which,
        format,
        fields,
        language,
        delimiter,
      })
      const file = `${t('callHistory.export.file', { date: today() })}.${format}`
      const parts: Blob[] = []
      for (let offset = 0; offset < made.size;) {
        // eslint-disable-next-line no-await-in-loop -- one after the other, as each is kept in memory on its way
        const part = await office.callHistory.exported({ id: made.id, offset })
        parts.push(part)
        offset += part.size
      }
      saveFile(file, new Blob(parts))
      toast({ tone: 'good', text: t('callHistory.export.done', { file }) })
    } catch (error) {
      toast({ tone: 'bad', text: sentenceOf(error) })
    } finally {
      setRunning(false)
    }
  }
  const formats = (which: Partial<CallExport>): MenuEntry[] =>
    callExportFormats.map((format) => ({
      label: t(`callHistory.export.${format}`),
      icon: icons[format],
      onChoose: () => void run(format, which),
    }))
  const several = selection.mode === 'some' && selection.ids.size > 1
  return (
    <MenuButton
      icon={FileUp}
      label={t('callHistory.export.do')}
      disabled={running}
      entries={
        several
          ? [
              {
                label: t('callHistory.export.selected'),
                entries: formats({ ids: [...selection.ids].map(Number) }),
              },
              { label: t('callHistory.export.title'), entries: formats({}) },
            ]
          : [{ title: t('callHistory.export.title') }, ...formats({})]
      }
    />
  )
}
