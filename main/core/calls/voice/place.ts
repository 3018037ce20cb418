import { copyFile, rename, stat } from 'node:fs/promises'
import { isAbsolute, join } from 'node:path'
import { voicePlace, type VoicePlace } from '../../../../app/contract/voiceMessages.ts'
import { Refusal } from '../../../../app/errors.ts'
import { readSetting } from '../../../../db/settings.ts'
import type { Reading } from '../../../../db/tables.ts'
import type { StoredMessage } from '../../../../db/calls/voice.ts'
import type { Office } from '../../office.ts'

export const voicePlaceKey = 'voicePlace'

const usual: VoicePlace = { folder: '', prefix: 'counterpart' }

export async function readPlace(base: Reading): Promise<VoicePlace> {
  const stored = voicePlace.safeParse(await readSetting(base, voicePlaceKey))
  return stored.success ? stored.data : usual
}

type Kept = Pick<StoredMessage, 'file'>

/** Named by what is in it, so another message never takes its place. */
const nameOf = ({ file }: Kept): string => `cp-${file.slice(0, 20)}`

/** How the exchange is asked for it: below its folder of sounds, without the ending. */
export async function playedName(base: Reading, message: Kept): Promise<string> {
  const { prefix } = await readPlace(base)
  return prefix === '' ? nameOf(message) : `${prefix.replace(/\/+$/, '')}/${nameOf(message)}`
}

/**
 * Copies the recording to where the exchange finds it, whole or not at all; nothing where somebody carries it over by
 * hand. Throws PLACE_UNUSABLE.
 */
export async function bringToExchange(
  office: Office,
  message: Kept & Pick<StoredMessage, 'extension'>,
): Promise<void> {
  const { folder } = await readPlace(office.reading)
  if (folder === '') return
  const unusable = (reason: 'missing' | 'locked') => new Refusal('PLACE_UNUSABLE', { path: folder, reason })
  if (!isAbsolute(folder) || !(await stat(folder).catch(() => undefined))?.isDirectory())
    throw unusable('missing')
  const file = join(folder, `${nameOf(message)}.${message.extension}`)
  try {
    await copyFile(office.files.pathOf(message.file), `${file}.part`)
    await rename(`${file}.part`, file)
  } catch {
    throw unusable('locked')
  }
}
