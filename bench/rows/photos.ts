import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { p95Of } from '../percentile.ts'
import type { Row } from '../row.ts'

/** As large as a face is after the window has made it small: bytes are bytes. */
const faceBytes = 60_000
const picture = fileURLToPath(new URL('../../docs/desk.png', import.meta.url))

/** The faces of a page of cards, as the window asks for them. */
export const photos: readonly Row[] = [
  {
    name: 'photos.read',
    unit: 'ms',
    target: 30,
    async measure({ client }) {
      const bytes = readFileSync(picture).subarray(0, faceBytes)
      const { upload } = await client.files.begin({ size: bytes.length })
      const { file } = await client.files.part({ upload, offset: 0, bytes: new File([bytes], 'part') })
      const card = await client.clients.card({ id: 77 })
      const photo = file!.hash
      if (card.photo !== photo)
        await client.clients.save({ id: 77, revision: card.revision, draft: { photo } })
      const rounds = Array.from({ length: 100 })
      return {
        value: await p95Of(rounds, async () =>
          (await client.files.photo({ client: 77, photo })).arrayBuffer(),
        ),
        raw: await p95Of(rounds, () => readFileSync(picture)),
      }
    },
  },
]
