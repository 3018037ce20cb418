/** The value that a share `p` (0–1) of all values does not exceed: the nearest rank. NaN of nothing. */
export function percentile(values: readonly number[], p: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.max(0, Math.ceil(sorted.length * p) - 1)] ?? Number.NaN
}

/** Milliseconds that each of the works took, one after another. */
export async function timesOf<T>(
  inputs: readonly T[],
  work: (input: T) => Promise<unknown> | unknown,
): Promise<number[]> {
  const times: number[] = []
  for (const input of inputs) {
    const from = performance.now()
    await work(input)
    times.push(performance.now() - from)
  }
  return times
}

/** The slowest twentieth begins here: milliseconds. */
export async function p95Of<T>(
  inputs: readonly T[],
  work: (input: T) => Promise<unknown> | unknown,
): Promise<number> {
  return percentile(await timesOf(inputs, work), 0.95)
}
