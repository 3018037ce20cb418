import { ORPCError } from '@orpc/client'

/** Of the longer side, px: large enough for a whole screen of a phone, small enough for a list of faces. */
const longestSide = 640
const quality = 0.85

/**
 * A picture as JPEG, small enough for a card; what was transparent becomes white. The original is not kept: whoever
 * needs it attaches it as a file. Throws NOT_A_PICTURE where the browser cannot show it.
 */
export async function shrunk(file: Blob): Promise<Blob> {
  const picture = await createImageBitmap(file).catch(() => {
    throw new ORPCError('NOT_A_PICTURE', { defined: true })
  })
  const scale = Math.min(1, longestSide / Math.max(picture.width, picture.height))
  const canvas = document.createElement('canvas')
  canvas.width = Math.max(1, Math.round(picture.width * scale))
  canvas.height = Math.max(1, Math.round(picture.height * scale))
  const drawing = canvas.getContext('2d')
  if (!drawing) throw new ORPCError('NOT_A_PICTURE', { defined: true })
  drawing.fillStyle = 'white'
  drawing.fillRect(0, 0, canvas.width, canvas.height)
  drawing.imageSmoothingQuality = 'high'
  drawing.drawImage(picture, 0, 0, canvas.width, canvas.height)
  picture.close()
  const small = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', quality))
  if (!small) throw new ORPCError('NOT_A_PICTURE', { defined: true })
  return small
}
