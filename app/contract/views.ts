import { z } from 'zod'
import { command, read } from './procedure.ts'

const id = z.number().int().positive()
/** Which list it is a view of, as the window names it. */
const list = z.string().min(1).max(60)

/** A list as somebody wants to see it: its columns, order, filters and groups under a name. */
export const savedView = z.object({
  id,
  list,
  name: z.string(),
  /** Everybody in the office has it; otherwise only its maker. */
  shared: z.boolean(),
  /** Made by the person who asks. */
  own: z.boolean(),
  maker: z.string(),
  /** As the list's window wrote it; its own reader checks it, and passes over what the reader may not see. */
  content: z.string(),
})
export type SavedView = z.infer<typeof savedView>

export const viewDraft = z.object({
  /** Absent: a new one. */
  id: id.optional(),
  list,
  name: z.string().trim().min(1).max(100),
  shared: z.boolean(),
  content: z.string().max(20_000),
})
export type ViewDraft = z.infer<typeof viewDraft>

/** Views of lists. Whoever makes one for everybody, or changes one of those, needs the right to (`views.share`). */
export const views = {
  /** One's own and everybody's of a list, and with which of them it begins for this person. */
  list: read('signed-in')
    .input(z.object({ list }))
    .output(z.object({ views: z.array(savedView), first: id.nullable() })),
  save: command('signed-in').input(viewDraft).output(savedView),
  remove: command('signed-in').input(z.object({ id })).output(z.null()),
  /** The list begins with this view for the person who asks; null: as they left it. */
  begin: command('signed-in')
    .input(z.object({ list, id: id.nullable() }))
    .output(z.null()),
}
