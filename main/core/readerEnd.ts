import { setTimeout as delay } from 'node:timers/promises'
import type { Worker } from 'node:worker_threads'

/** Said to a reading thread that has no job: it closes its base and ends. In a file of its own, as a thread's script runs when it is imported. */
export const endReading = 'end'

/** MB. What a reading thread throws away it throws away sooner where there is less room for it; several run beside each other. */
export const resourceLimits = { maxYoungGenerationSizeMb: 8 }

/** For a thread that reads a whole file and ends with it: looking for room so often would be a fifth of its work. */
export const roomApart = { maxYoungGenerationSizeMb: 48 }

/** So long a thread without a job may take to end, ms. */
const longestFarewell = 1000

/** Lets a thread end by itself; broken off from outside only where it must be: native parts are better left in good order. */
export async function endThread(worker: Worker): Promise<void> {
  const ended = new Promise((resolve) => worker.once('exit', resolve))
  worker.ref()
  worker.postMessage(endReading)
  await Promise.race([ended, delay(longestFarewell, undefined, { ref: false })])
  await worker.terminate()
}
