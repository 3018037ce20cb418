import { z } from 'zod'
import { money } from '../../../../app/contract/lists.ts'
import type { CardValues } from './cardValues.ts'

const line = z.string()
const values = z.object({
  kind: z.enum(['person', 'organisation']),
  names: z.array(z.object({ text: line, language: line })).min(1),
  code: line,
  statusId: line,
  managerId: line,
  language: line,
  phones: z.array(z.object({ typed: line, label: line })),
  emails: z.array(z.object({ address: line, label: line })),
  addresses: z.array(
    z.object({
      street: line,
      city: line,
      region: line,
      postcode: line,
      country: line,
      text: line,
      language: line,
    }),
  ),
  contacts: z.array(
    z.object({
      name: line,
      position: line,
      // Absent from what was typed before there were any.
      personId: line.default(''),
      since: line.default(''),
      until: line.default(''),
    }),
  ),
  websites: z.array(z.object({ address: line })),
  notes: line,
  relationIds: z.array(z.number()),
  categoryId: line,
  sourceId: line,
  groupIds: z.array(z.number()),
  priceListId: line,
  discount: z.number().nullable(),
  bonusCard: line,
  creditLimit: money.nullable(),
  birthday: line,
  messengers: z.array(z.object({ network: line, address: line })),
  socialPages: z.array(z.object({ network: line, address: line })),
  otherNotes: z.array(z.object({ text: line, language: line })),
  custom: z.record(z.string(), z.union([line, z.number(), z.boolean(), money]).nullable()),
}) satisfies z.ZodType<CardValues>

const keptDraft = z.object({
  at: z.number(),
  /** The card that was changed, as it was then; 0 where it is a new one. */
  revision: z.number(),
  base: values,
  values,
})
export type KeptDraft = z.infer<typeof keptDraft>

/** Of one person and one window: a computer is shared, a draft is not. */
const place = (userId: number, address: string) => `counterpart.draft.${userId}.${address}`

/** What was typed and not saved when the page went away. */
export function readDraft(userId: number, address: string): KeptDraft | undefined {
  try {
    const text = localStorage.getItem(place(userId, address))
    return text === null ? undefined : keptDraft.parse(JSON.parse(text))
  } catch {
    // Kept by another version of the program.
    return undefined
  }
}

export function keepDraft(userId: number, address: string, draft: KeptDraft): void {
  try {
    localStorage.setItem(place(userId, address), JSON.stringify(draft))
  } catch {
    // The browser's room is used up: the form itself still has everything.
  }
}

export const dropDraft = (userId: number, address: string): void =>
  localStorage.removeItem(place(userId, address))
