/**
 * Scanners that hang on the office's computer: what they read is told to every page of the computer they belong to,
 * and taken by the one that somebody last worked in.
 */
const kept = 'counterpart.front'
const own = crypto.getRandomValues(new Uint32Array(2)).join('-')

const comeForward = () => localStorage.setItem(kept, own)
window.addEventListener('focus', comeForward)
window.addEventListener('pointerdown', comeForward)
window.addEventListener('pagehide', () => {
  if (localStorage.getItem(kept) === own) localStorage.removeItem(kept)
})
if (document.hasFocus() || localStorage.getItem(kept) === null) comeForward()

type Hearer = (code: string) => void
const hearers = new Set<Hearer>()

/** Gives what such scanners read at this page; gives back how to stop. */
export function onOfficeScan(hear: Hearer): () => void {
  hearers.add(hear)
  return () => hearers.delete(hear)
}

/** A scanner of this computer has read a code. */
export function hearScan(code: string): void {
  // Where the page in front was closed, any other will do.
  if ((localStorage.getItem(kept) ?? own) === own) hearers.forEach((hear) => hear(code))
}
