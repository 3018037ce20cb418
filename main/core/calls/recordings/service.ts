import { filePart } from '../../../../app/contract/files.ts'
import { largestRecording } from '../../../../app/contract/recordings.ts'
import { Refusal } from '../../../../app/errors.ts'
import { readRecordingsPlace } from '../../../../db/calls/exchanges.ts'
import type { FileStore, StoredFile } from '../../files/store.ts'
import type { Services } from '../../work.ts'
import { reachCall, subjectOfCall } from '../reach.ts'
import { fail, openSource, type RecordingBytes } from './source.ts'

const soundTypes = ['audio/wav', 'audio/mpeg', 'audio/ogg'] as const
const soundType = (type: string) => soundTypes.find((one) => one === type) ?? fail('not_sound')

/** Recordings of calls, to be heard. */
export const recordings: Services<'recordings'> = {
  async open(look, { call }) {
    const { office, actor, signal } = look
    const { row, place, password } = await office.use(async () => {
      const reached = await reachCall(look, call)
      return { row: reached, ...(await readRecordingsPlace(look.base, reached.connection_id)) }
    })
    if (row.recording === null) fail('not_recorded')
    const file = await bring(office.files, await openSource(place, password, row.recording, signal))
    // Written before a byte of it is handed out.
    await look.write(async ({ log }) =>
      log({
        subject: subjectOfCall(row),
        changes: [{ field: 'call.listened', before: null, after: row.started_at }],
      }),
    )
    office.recordings.keep(actor.session, call, file)
    return { size: file.size, type: soundType(file.type) }
  },

  async part(look, { call, offset }) {
    const { office, actor } = look
    await reachCall(look, call)
    const file = office.recordings.of(actor.session, call)
    if (!file) throw new Refusal('NOT_FOUND')
    return new File([await office.files.read(file.hash, offset, filePart)], 'part')
  },
}

/**
 * Brings a recording beside the base, so that all its parts are of the same file whatever becomes of it meanwhile. No row
 * knows it: the daily sweep takes it away. Throws RECORDING, TOO_LARGE, DISK_FULL.
 */
async function bring(store: FileStore, bytes: RecordingBytes): Promise<StoredFile> {
  const writer = await store.begin()
  try {
    for await (const piece of arriving(bytes)) {
      await writer.write(piece)
      if (writer.size > largestRecording) throw new Refusal('TOO_LARGE', { most: largestRecording })
    }
    soundType(writer.type)
    return await writer.finish()
  } catch (error) {
    await writer.abandon()
    throw error
  }
}

/** A line that breaks on the way is a place that is away. */
async function* arriving(bytes: RecordingBytes): RecordingBytes {
  try {
    yield* bytes
  } catch {
    fail('away')
  }
}
