/** Windows that want what is scanned for themselves, the latest last: then nothing is opened by it. */
const takers: ((code: string) => void)[] = []

/** As long as it is not stopped, every scan goes to this one. Gives back how to stop. */
export function takeScans(take: (code: string) => void): () => void {
  takers.push(take)
  return () => void takers.splice(takers.indexOf(take), 1)
}

/** Who wants the next scan; undefined where it opens what it stands for. */
export const scanTaker = (): ((code: string) => void) | undefined => takers.at(-1)
