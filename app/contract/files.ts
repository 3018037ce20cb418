import { z } from 'zod'
import { fileHash } from './clients.ts'
import { command, read, task } from './procedure.ts'

/** Bytes of the largest file that is kept, and of the largest picture of a client. */
export const largestFile = 100 * 1024 * 1024
export const largestPhoto = 2 * 1024 * 1024

/** Bytes of one part of a file on its way in or out. */
export const filePart = 1024 * 1024

/** Files that are attached in one go. */
export const mostAttached = 100

/** Types a browser shows as a picture; known by their bytes, whatever the name says. */
export const pictureTypes = ['image/jpeg', 'image/png', 'image/gif', 'image/webp'] as const
export const isPicture = (type: string): boolean => (pictureTypes as readonly string[]).includes(type)

const id = z.number().int().positive()
export const fileName = z.string().trim().min(1).max(255)

export const clientFile = z.object({
  id,
  name: z.string(),
  /** As its bytes say: never a type that a browser would run. */
  type: z.string(),
  /** Bytes. */
  size: z.number().int(),
  at: z.number(),
  /** Who attached it; null for an import. */
  by: z.string().nullable(),
  /** In the bin since. */
  binnedAt: z.number().nullable(),
})
export type ClientFile = z.infer<typeof clientFile>

/**
 * Files and photos of clients. Who does not see a client reaches nothing of it; FIELD_HIDDEN where the role does not see
 * files or photos.
 */
export const files = {
  /** Announces a file of so many bytes. TOO_LARGE, DISK_FULL. */
  begin: task('clients.edit')
    .input(z.object({ size: z.number().int().min(0) }))
    .output(z.object({ upload: z.string() })),
  /**
   * The next bytes of it; the same part again changes nothing. With the last one it is safely kept, and `file` names it:
   * for this session to attach, or to take for a photo.
   */
  part: task('clients.edit')
    .input(z.object({ upload: z.string(), offset: z.number().int().min(0), bytes: z.file() }))
    .output(z.object({ file: z.object({ hash: fileHash, type: z.string() }).nullable() })),
  /** Gives up a file on its way. */
  drop: task('clients.edit')
    .input(z.object({ upload: z.string() }))
    .output(z.null()),
  /** Of a client and of those merged into it, newest first; those in the bin too. */
  list: read('clients.see')
    .input(z.object({ client: id }))
    .output(z.array(clientFile)),
  attach: command('clients.edit')
    .input(
      z.object({
        client: id,
        files: z
          .array(z.object({ upload: z.string(), name: fileName }))
          .min(1)
          .max(mostAttached),
      }),
    )
    .output(z.array(clientFile)),
  rename: command('clients.edit')
    .input(z.object({ id, name: fileName }))
    .output(clientFile),
  bin: command('clients.edit')
    .input(z.object({ ids: z.array(id).min(1).max(1000) }))
    .output(z.object({ count: z.number().int() })),
  restore: command('clients.edit')
    .input(z.object({ ids: z.array(id).min(1).max(1000) }))
    .output(z.object({ count: z.number().int() })),
  /** At most `filePart` bytes from `offset` on. FILE_DAMAGED where the bytes are not those that were kept. */
  read: read('clients.see')
    .input(z.object({ id, offset: z.number().int().min(0) }))
    .output(z.file()),
  /** The picture that a client has now, named as the card names it. */
  photo: read('clients.see')
    .input(z.object({ client: id, photo: fileHash }))
    .output(z.file()),
}
