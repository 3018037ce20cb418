import { readFileSync, writeFileSync } from 'node:fs'

/** Which folder holds the office of this computer, where somebody has chosen another one than the usual. */
export function keptFolder(file: string, usual: string): string {
  try {
    const kept: unknown = JSON.parse(readFileSync(file, 'utf8'))
    return typeof kept === 'object' && kept !== null && 'data' in kept && typeof kept.data === 'string'
      ? kept.data
      : usual
  } catch {
    return usual
  }
}

export function keepFolder(file: string, folder: string): true {
  writeFileSync(file, `${JSON.stringify({ data: folder })}\n`, { flush: true })
  return true
}
