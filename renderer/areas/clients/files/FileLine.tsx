import {
  Download,
  Ellipsis,
  Eye,
  File as FileIcon,
  FileArchive,
  FileAudio,
  FileImage,
  FileSpreadsheet,
  FileText,
  FileVideo,
  Pencil,
  RotateCcw,
  Trash2,
  type LucideIcon,
} from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { isPicture, type ClientFile } from '../../../../app/contract/files.ts'
import { MenuButton } from '../../../kit/MenuButton.tsx'
import { Spinner } from '../../../kit/Spinner.tsx'
import { toast } from '../../../kit/toasts.ts'
import { sentenceOf } from '../../../shell/errors.ts'
import { useNotation } from '../../../shell/language/notation.ts'
import { office } from '../../../shell/office/office.ts'
import { writtenSize } from '../../backups/size.ts'
import { useReadOnly } from '../card/readOnly.ts'
import { FileName } from './FileName.tsx'
import { PictureDialog } from './PictureDialog.tsx'
import { saveClientFile } from './saving.ts'
import { useFileBin } from './useFileBin.ts'

const megabyte = 1024 * 1024

const icons: readonly [RegExp, LucideIcon][] = [
  [/^image\//, FileImage],
  [/^audio\//, FileAudio],
  [/^video\//, FileVideo],
  [/spreadsheet/, FileSpreadsheet],
  [/pdf|text|word|presentation/, FileText],
  [/zip/, FileArchive],
]

const iconOf = (type: string): LucideIcon => icons.find(([pattern]) => pattern.test(type))?.[1] ?? FileIcon

const TypeIcon = ({ icon: Icon }: { icon: LucideIcon }) => (
  <Icon size={18} aria-hidden="true" className="client-file-icon" />
)

/** One file: a picture opens here, anything else is handed to the computer; Delete throws it away. */
export function FileLine({ file }: { file: ClientFile }) {
  const { t } = useTranslation()
  const notation = useNotation()
  const readOnly = useReadOnly()
  const { bin, restore } = useFileBin()
  const [looking, setLooking] = useState(false)
  const [renaming, setRenaming] = useState(false)
  const [busy, setBusy] = useState(false)
  const binned = file.binnedAt !== null
  const changes = !readOnly && !binned

  const save = async () => {
    setBusy(true)
    await saveClientFile(file)
    setBusy(false)
  }
  const rename = async (name: string, undoable = true) => {
    try {
      await office.files.rename({ id: file.id, name })
      if (!undoable) return
      toast({
        text: t('files.renamed', { name }),
        tone: 'good',
        action: { label: t('files.undo'), onChoose: () => void rename(file.name, false) },
      })
    } catch (error) {
      toast({ text: sentenceOf(error), tone: 'bad' })
    }
  }
  const renamed = (name: string) => {
    setRenaming(false)
    if (name !== '' && name !== file.name) void rename(name)
  }
  const open = isPicture(file.type) ? () => setLooking(true) : () => void save()
  return (
    <li
      className="client-file"
      onKeyDown={(event) => {
        if (event.key !== 'Delete' || !changes || renaming) return
        event.preventDefault()
        void bin([file])
      }}
    >
      {busy ? <Spinner size={18} /> : <TypeIcon icon={iconOf(file.type)} />}
      <div className="client-file-words">
        {renaming ? (
          <FileName name={file.name} onDone={renamed} />
        ) : (
          <button type="button" className="kit-link client-file-name" dir="auto" onClick={open}>
            {file.name}
          </button>
        )}
        <span className="client-soft client-small kit-numbers">
          {[
            file.size < megabyte
              ? t('files.kilobytes', { shown: notation.number(Math.ceil(file.size / 1024)) })
              : writtenSize(t, notation, file.size),
            notation.when(binned ? file.binnedAt! : file.at),
            binned ? undefined : (file.by ?? undefined),
          ]
            .filter((part) => part !== undefined)
            .map((part) => (
              <bdi key={part}>{part}</bdi>
            ))}
        </span>
      </div>
      <MenuButton
        iconOnly
        kind="quiet"
        size="small"
        align="end"
        icon={Ellipsis}
        label={t('files.menuOf', { name: file.name })}
        entries={[
          ...(isPicture(file.type)
            ? [{ label: t('files.look'), icon: Eye, onChoose: () => setLooking(true) }]
            : []),
          { label: t('files.save'), icon: Download, onChoose: () => void save() },
          ...(changes
            ? [
                { label: t('files.rename'), icon: Pencil, onChoose: () => setRenaming(true) },
                'line' as const,
                {
                  label: t('files.toBin'),
                  icon: Trash2,
                  danger: true,
                  keys: 'Delete',
                  onChoose: () => void bin([file]),
                },
              ]
            : []),
          ...(binned && !readOnly
            ? [{ label: t('files.restore'), icon: RotateCcw, onChoose: () => void restore([file]) }]
            : []),
        ]}
      />
      {looking && <PictureDialog file={file} onClose={() => setLooking(false)} />}
    </li>
  )
}
