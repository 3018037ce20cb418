import { z } from 'zod'
import { read, task } from './procedure.ts'

const id = z.number().int().positive()

/** Bytes of the longest recording that is fetched. */
export const largestRecording = 100 * 1024 * 1024

/** Recordings of calls that the reader reaches. They stay where the exchange keeps them. */
export const recordings = {
  /**
   * Fetches the recording of a call to be heard; the log says who did. RECORDING says why it cannot be; TOO_LARGE,
   * DISK_FULL. The type is one of WAV, MP3 and OGG, known by the bytes.
   */
  open: task('calls.listen')
    .input(z.object({ call: id }))
    .output(z.object({ size: z.number().int(), type: z.enum(['audio/wav', 'audio/mpeg', 'audio/ogg']) })),
  /** At most `filePart` bytes of what this session has opened. NOT_FOUND where it has not. */
  part: read('calls.listen')
    .input(z.object({ call: id, offset: z.number().int().min(0) }))
    .output(z.file()),
}
