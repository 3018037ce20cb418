import { Camera, Eye, ImageUp, Trash2 } from 'lucide-react'
import { useEffect, useEffectEvent, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ClientCard } from '../../../../app/contract/clients.ts'
import { Dialog } from '../../../kit/Dialog.tsx'
import { MenuButton } from '../../../kit/MenuButton.tsx'
import type { MenuEntry } from '../../../kit/MenuEntries.tsx'
import { Spinner } from '../../../kit/Spinner.tsx'
import { useSees } from '../../../shell/account.ts'
import { usePhoto } from '../../../shell/office/photos.ts'
import { useIsActive } from '../../../shell/windows/index.ts'
import { useReadOnly } from '../card/readOnly.ts'
import { ClientFace } from '../ClientFace.tsx'
import './files.css'
import { useDrop } from './useDrop.ts'
import { usePhotoChange } from './usePhotoChange.ts'

/** The face on a card: pressed, it can be changed; a picture can be dropped on it or pasted. */
export function CardPhoto({ card, name }: { card: ClientCard; name: string }) {
  const { t } = useTranslation()
  const sees = useSees()
  const readOnly = useReadOnly()
  const changes = !readOnly && sees('client.photo')
  const photo = usePhotoChange(card)
  const address = usePhoto(card.id, card.photo)
  const [large, setLarge] = useState(false)
  const input = useRef<HTMLInputElement>(null)
  const { over, target } = useDrop(changes ? ([file]) => file && photo.take(file) : undefined)
  usePastedPicture(changes ? photo.take : undefined)

  const entries: MenuEntry[] = [
    ...(card.photo ? [{ label: t('files.photo.look'), icon: Eye, onChoose: () => setLarge(true) }] : []),
    ...(changes
      ? [
          {
            label: card.photo ? t('files.photo.replace') : t('files.photo.add'),
            icon: ImageUp,
            onChoose: () => input.current?.click(),
          },
        ]
      : []),
    ...(changes && card.photo
      ? [{ label: t('files.photo.remove'), icon: Trash2, danger: true, onChoose: photo.remove }]
      : []),
  ]
  const label = card.photo ? t('files.photo.photoOf', { name }) : t('files.photo.add')
  return (
    <div className="client-photo" data-over={over || undefined} {...target}>
      <ClientFace client={{ ...card, name }} size={72} />
      {(card.photo || changes) && (
        // Over the face, not around it: the letters of the name are no words of the button's.
        <MenuButton
          label={label}
          entries={entries}
          face={
            <button type="button" className="client-photo-button" aria-label={label}>
              <span className="client-photo-mark" aria-hidden="true">
                {photo.busy ? <Spinner size={14} /> : <Camera size={14} />}
              </span>
            </button>
          }
        />
      )}
      <input
        ref={input}
        type="file"
        accept="image/*"
        hidden
        aria-label={t('files.photo.add')}
        onChange={(event) => {
          const [file] = event.target.files ?? []
          event.target.value = ''
          if (file) photo.take(file)
        }}
      />
      <Dialog open={large} onClose={() => setLarge(false)} title={name} wide>
        {address && (
          <img className="client-photo-large" src={address} alt={t('files.photo.photoOf', { name })} />
        )}
      </Dialog>
    </div>
  )
}

/** A picture that is pasted while this window is in front becomes the photo; texts go where they always go. */
function usePastedPicture(take: ((file: File) => void) | undefined): void {
  const isActive = useIsActive()
  const paste = useEffectEvent((event: ClipboardEvent) => {
    const file = [...(event.clipboardData?.files ?? [])].find(({ type }) => type.startsWith('image/'))
    if (!file || !take || event.clipboardData?.types.includes('text/plain')) return
    event.preventDefault()
    take(file)
  })
  const heeds = isActive && take !== undefined
  useEffect(() => {
    if (!heeds) return undefined
    document.addEventListener('paste', paste)
    return () => document.removeEventListener('paste', paste)
  }, [heeds])
}
