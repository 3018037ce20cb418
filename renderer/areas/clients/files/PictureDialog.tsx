import { useQuery } from '@tanstack/react-query'
import { Download } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { ClientFile } from '../../../../app/contract/files.ts'
import { Button } from '../../../kit/Button.tsx'
import { Dialog } from '../../../kit/Dialog.tsx'
import { ErrorState } from '../../../kit/ErrorState.tsx'
import { Spinner } from '../../../kit/Spinner.tsx'
import { sentenceOf } from '../../../shell/errors.ts'
import { fetchFile } from '../../../shell/office/bringing.ts'
import { saveClientFile } from './saving.ts'

/** A picture among the files, as large as there is room. */
export function PictureDialog({ file, onClose }: { file: ClientFile; onClose: () => void }) {
  const { t } = useTranslation()
  const { data, error } = useQuery({
    queryKey: ['picture of a client', file.id],
    queryFn: ({ signal }) => fetchFile(file, signal),
    gcTime: 0,
  })
  return (
    <Dialog
      open
      wide
      onClose={onClose}
      title={file.name}
      footer={
        <Button icon={Download} onClick={() => void saveClientFile(file)}>
          {t('files.save')}
        </Button>
      }
    >
      {error ? (
        <ErrorState title={sentenceOf(error)} />
      ) : data === undefined ? (
        <div className="client-waiting">
          <Spinner />
        </div>
      ) : (
        <Picture data={data} name={file.name} />
      )}
    </Dialog>
  )
}

/** Bytes of this page as a picture, as long as it is shown. */
function Picture({ data, name }: { data: Blob; name: string }) {
  const picture = useRef<HTMLImageElement>(null)
  useEffect(() => {
    const address = URL.createObjectURL(data)
    picture.current!.src = address
    return () => URL.revokeObjectURL(address)
  }, [data])
  return <img ref={picture} className="client-photo-large" alt={name} />
}
