import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { vi } from 'vitest'

export const hasSocat = spawnSync('socat', ['-V']).status === 0

/** A cable with two serial ends, of pseudo-terminals: what is written into one comes out of the other. */
export interface LinePair {
  readonly here: string
  readonly there: string
  /** The device is pulled out, … */
  pull(): Promise<void>
  /** … and plugged in again, under the same name. */
  plugIn(): Promise<void>
  /** Takes everything away. */
  gone(): Promise<void>
}

export async function linePair(): Promise<LinePair> {
  const folder = mkdtempSync(path.join(tmpdir(), 'counterpart-line-'))
  const [here, there] = [path.join(folder, 'here'), path.join(folder, 'there')]
  let socat: ChildProcess | undefined
  const plugIn = async () => {
    socat = spawn('socat', [`pty,raw,echo=0,link=${here}`, `pty,raw,echo=0,link=${there}`])
    await vi.waitFor(() => {
      if (!existsSync(here) || !existsSync(there)) throw new Error('no line yet')
    }, 5_000)
  }
  const pull = async () => {
    const ended =
      socat && socat.exitCode === null && socat.signalCode === null ? once(socat, 'exit') : undefined
    socat?.kill()
    await ended
  }
  await plugIn()
  const gone = async () => {
    await pull()
    rmSync(folder, { recursive: true, force: true })
  }
  return { here, there, pull, plugIn, gone }
}
