import { suggested } from '../judged.ts'
import { drafter } from './draft.ts'
import { openTable } from './table.ts'

/** A file as clients, read for an office of Cambodia: what each row has become, in short. */
export async function readFile(bytes: Uint8Array | string) {
  const table = await openTable(typeof bytes === 'string' ? Buffer.from(bytes) : bytes)
  const read = drafter(suggested(table, []), { country: 'KH', sample: table.sample })
  const clients = []
  for await (const rows of table.portions())
    for (const { row, draft, problems } of rows.map(read))
      clients.push({
        row,
        name: draft?.names.map(({ text }) => text).join(' | '),
        phones: draft?.phones.map(({ e164, typed }) => e164 ?? typed),
        draft,
        problems: problems.map(({ field, reason }) => `${field}: ${reason}`),
      })
  return { table, clients, names: clients.map(({ name }) => name) }
}
