import type { ClientName } from '../../../app/contract/clients.ts'
import { Avatar } from '../../kit/Avatar.tsx'
import { usePhoto } from '../../shell/office/photos.ts'

interface Props {
  /** A card, or a row of a table. */
  readonly client: {
    readonly id: number
    readonly photo?: string | null | undefined
    readonly name?: string
    readonly names?: readonly ClientName[]
  }
  /** CSS px. */
  readonly size?: number
}

/** The photo of a client, or the letters of the name until it is here and where there is none. */
export function ClientFace({ client, size }: Props) {
  const picture = usePhoto(client.id, client.photo)
  const name = client.name ?? client.names?.[0]?.text ?? ''
  return (
    <Avatar
      name={name}
      {...(picture === undefined ? {} : { picture })}
      {...(size === undefined ? {} : { size })}
    />
  )
}
