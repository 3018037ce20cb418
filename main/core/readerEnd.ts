import { setTimeout as delay } from 'node:timers/promises'
import type { Worker } from 'node:worker_threads'

/** Said to a reading thread that has no job: it closes its base and ends. In a file of its own, as a thread's script runs when it is imported. */
export const endReading = 'end'

/** MB. What a reading thread throws away it throws away sooner where there is less room for it; several run beside each other. */
export const resourceLimits = { maxYoungGenerationSizeMb: 8 }

/** For a thread that reads a whole file and ends with it: looking for room so often would be a fifth of its work. */
export const roomApart = { maxYoungGenerationSizeMb: 48 }

/**
 * So long a thread may take to end, ms: one without a job; one in the middle of it while the office is being closed, which
 * somebody waits for; one whose job was cancelled, for which nobody waits.
 */
const farewell = { idle: 1000, closing: 3000, cancelled: 60_000 }

/**
 * Lets a thread end by itself, a working one when it next comes to read what it was sent. Broken off from outside only
 * where it must be: in the middle of a call to SQLite that takes the whole process along (WiseLibs/better-sqlite3#1507).
 */
export async function endThread(worker: Worker, state: keyof typeof farewell = 'idle'): Promise<void> {
  const ended = new Promise((resolve) => worker.once('exit', resolve))
  worker.ref()
  worker.postMessage(endReading)
  await Promise.race([ended, delay(farewell[state], undefined, { ref: false })])
  await worker.terminate()
}
