import type { ScannedItem } from '../../../app/contract/items.ts'

/** What a terminal's file says, and the numbers of the lines that cannot be read or whose code no item has. */
export interface TerminalFile {
  readonly counts: { itemId: number; quantity: number }[]
  readonly wrong: readonly number[]
}

/** So many lines are looked up before the next are: each is a question to the office. */
const atOnce = 50

/** Reads `barcode;quantity`, a line for each; `;`, a tab or a comma between them. Quantities are of the code's unit. */
export async function readTerminalFile(
  text: string,
  look: (code: string) => Promise<(Pick<ScannedItem, 'factor'> & { item: { id: number } }) | null>,
): Promise<TerminalFile> {
  const lines = text
    .replace(/^\uFEFF/, '')
    .split(/\r\n|\n|\r/)
    .map((line, at) => ({ line: line.trim(), at: at + 1 }))
    .filter(({ line }) => line !== '')
  const counts: { itemId: number; quantity: number }[] = []
  const wrong: number[] = []
  for (let from = 0; from < lines.length; from += atOnce) {
    const some = lines.slice(from, from + atOnce)
    // oxlint-disable-next-line no-await-in-loop -- some at a time
    const read = await Promise.all(
      some.map(async ({ line, at }) => ({ at, count: await countOf(line, look) })),
    )
    for (const { at, count } of read) {
      if (count) counts.push(count)
      else wrong.push(at)
    }
  }
  return { counts, wrong }
}

async function countOf(line: string, look: Parameters<typeof readTerminalFile>[1]) {
  const [, code, written] = /^"?([^";,\t]+)"?\s*[;,\t]\s*"?(-?\d+(?:[.,]\d{1,3})?)"?$/.exec(line) ?? []
  if (code === undefined || written === undefined) return undefined
  const found = await look(code.trim())
  const quantity = Math.round(Number(written.replace(',', '.')) * (found?.factor ?? 0))
  return found && quantity !== 0 ? { itemId: found.item.id, quantity } : undefined
}
