import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { percentile, timesOf } from '../percentile.ts'
import type { Row } from '../row.ts'

const script = fileURLToPath(new URL('../rawStart.ts', import.meta.url))
const times = [1, 2, 3, 4, 5]

/** From starting the process to the ready line and the first page answered: the middle one of five starts. */
export const start: readonly Row[] = [
  {
    name: 'office.ready',
    unit: 'ms',
    target: 1500,
    async measure(bench) {
      const starts: number[] = []
      for (const _ of times) starts.push(await bench.restart())
      const bare = await timesOf(times, () =>
        spawnSync(process.execPath, [script, join(bench.folder, 'office.sqlite')]),
      )
      return { value: percentile(starts, 0.5), raw: percentile(bare, 0.5) }
    },
  },
]
