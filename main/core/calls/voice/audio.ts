import { longestVoiceMs, type AudioProblem } from '../../../../app/contract/voiceMessages.ts'

/** What an exchange needs to know of a recording, or why it could not play it. */
export interface Audio {
  readonly problem: AudioProblem | null
  readonly lengthMs: number
  /** By which exchanges know how to play it. */
  readonly extension: 'wav' | 'ulaw' | 'alaw'
  /** What it is, for people who know: "44100 Hz, 2 channels, 16 bit". */
  readonly said: string
}

/** Samples in a second, one channel: what a telephone line carries, and what every Asterisk plays. */
const RATE = 8000
const PCM = 1

/** So many bytes from the beginning are enough: some programs write long notes before the sound. */
export const audioHead = 64 * 1024

/** Reads the beginning of a recording of so many bytes. Never throws. */
export function readAudio(head: Uint8Array, size: number, name: string): Audio {
  const raw = /\.(ulaw|ul|mulaw)$/i.test(name) ? 'ulaw' : /\.(alaw|al)$/i.test(name) ? 'alaw' : undefined
  // Raw telephone sound has no heading: a byte for each sample.
  if (raw) return judged({ lengthMs: (size / RATE) * 1000, extension: raw, said: raw })
  const view = new DataView(head.buffer, head.byteOffset, head.byteLength)
  const text = (at: number) => String.fromCharCode(...head.subarray(at, at + 4))
  if (head.length < 12 || text(0) !== 'RIFF' || text(8) !== 'WAVE') {
    const known = text(0) === 'OggS' || text(0) === 'fLaC' || text(0).startsWith('ID3') || isMp3(head)
    return failed(known ? 'format' : 'not_audio')
  }
  let format: Format | undefined
  for (let at = 12; at + 8 <= head.length;) {
    const length = view.getUint32(at + 4, true)
    if (text(at) === 'fmt ' && at + 24 <= head.length)
      format = {
        kind: view.getUint16(at + 8, true),
        channels: view.getUint16(at + 10, true),
        rate: view.getUint32(at + 12, true),
        bits: view.getUint16(at + 22, true),
      }
    if (text(at) === 'data') return ofSound(format, length, size - at - 8)
    // Chunks begin at even places.
    at += 8 + length + (length % 2)
  }
  return failed('cut_off')
}

interface Format {
  readonly kind: number
  readonly channels: number
  readonly rate: number
  readonly bits: number
}

function ofSound(format: Format | undefined, length: number, there: number): Audio {
  if (!format) return failed('not_audio')
  const { kind, channels, rate, bits } = format
  const said = `${rate} Hz, ${channels} × ${bits} bit`
  if (kind !== PCM) return { ...failed('format'), said }
  if (channels !== 1) return { ...failed('stereo'), said }
  if (rate !== RATE) return { ...failed('rate'), said }
  if (bits !== 16) return { ...failed('bits'), said }
  if (length > there) return { ...failed('cut_off'), said }
  return judged({ lengthMs: (length / 2 / RATE) * 1000, extension: 'wav', said })
}

function judged({ lengthMs, extension, said }: Omit<Audio, 'problem'>): Audio {
  const whole = Math.round(lengthMs)
  const problem = whole < 200 ? 'silent' : whole > longestVoiceMs ? 'long' : null
  return { problem, lengthMs: whole, extension, said }
}

const failed = (problem: AudioProblem): Audio => ({ problem, lengthMs: 0, extension: 'wav', said: '' })

const isMp3 = (head: Uint8Array): boolean => head[0] === 0xff && ((head[1] ?? 0) & 0xe0) === 0xe0
