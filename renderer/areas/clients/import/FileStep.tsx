import { FileUp } from 'lucide-react'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { largestUpload } from '../../../../app/contract/imports.ts'
import { Button } from '../../../kit/Button.tsx'
import { Spinner } from '../../../kit/Spinner.tsx'
import { useNotation } from '../../../shell/language/notation.ts'

type Props = {
  /** The file that is being read. */
  reading: string | undefined
  onFile: (file: File) => void
}

/** A place to drop a file, or to choose it. */
export function FileStep({ reading, onFile }: Props) {
  const { t } = useTranslation()
  const notation = useNotation()
  const input = useRef<HTMLInputElement>(null)
  const [over, setOver] = useState(false)
  return (
    <div
      className="import-drop"
      data-over={over || undefined}
      onDragOver={(event) => {
        if (!event.dataTransfer.types.includes('Files')) return
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={(event) => {
        // Not where the pointer only goes over to something inside.
        if (!event.currentTarget.contains(event.relatedTarget as Node | null)) setOver(false)
      }}
      onDrop={(event) => {
        event.preventDefault()
        setOver(false)
        const [file] = event.dataTransfer.files
        if (file && reading === undefined) onFile(file)
      }}
    >
      <span className="import-drop-icon">
        <FileUp size={24} aria-hidden="true" />
      </span>
      {reading === undefined ? (
        <>
          <h2>{over ? t('imports.file.let') : t('imports.file.drop')}</h2>
          <p>{t('imports.file.takes', { most: notation.number(largestUpload / 1024 / 1024) })}</p>
          <Button kind="primary" onClick={() => input.current?.click()}>
            {t('imports.file.choose')}
          </Button>
          <p className="import-safe">{t('imports.safe')}</p>
        </>
      ) : (
        <p role="status" className="import-reading">
          <Spinner />
          {t('imports.file.reading', { file: reading })}
        </p>
      )}
      <input
        ref={input}
        type="file"
        hidden
        accept=".csv,.tsv,.txt,.xlsx,.vcf,text/csv,text/tab-separated-values,text/plain,text/vcard,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
        onChange={(event) => {
          const [file] = event.target.files ?? []
          // The same file can be chosen again once it is mended.
          event.target.value = ''
          if (file) onFile(file)
        }}
      />
    </div>
  )
}
