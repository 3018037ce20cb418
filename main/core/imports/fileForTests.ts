import type { Mapping } from './reading/headings.ts'
import type { Person } from '../testOffice.ts'

/** A file as a window brings it. */
export const csv = (text: string, name = 'clients.csv'): File => new File([text], name, { type: 'text/csv' })

export const lines = (...rows: string[]): string => `${rows.join('\n')}\n`

/** So many clients with two phones each, all different. */
export const many = (count: number): string =>
  lines(
    'Name,Phone,Mobile,City',
    ...Array.from({ length: count }, (_, at) => {
      const number = String(100_000 + at)
      return `Client number ${at},+855 23 ${number},+855 12 ${number},Phnom Penh`
    }),
  )

/** Puts a file on the table and looks at it, as the window does. */
export async function put(person: Person, file: File): Promise<{ upload: string; mapping: Mapping }> {
  const { upload } = await person.ask.imports.upload({ file })
  const { mapping } = await person.ask.imports.preview({ upload })
  return { upload, mapping }
}

/** The whole way of a file into the office. */
export async function bring(person: Person, text: string) {
  const { upload, mapping } = await put(person, csv(text))
  return person.ask.imports.run({ upload, mapping: mapping.map((column) => ({ ...column })) })
}
