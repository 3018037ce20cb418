import type { ButtonKind } from './Button.tsx'

export type Choice<Id extends string = string> = { id: Id; label: string; kind?: ButtonKind; keys?: string }

export type Question<Id extends string = string> = {
  title: string
  text?: string
  /** Beside Cancel, the most likely one last: it has the focus. */
  choices: readonly Choice<Id>[]
  /** The word on the button that changes nothing; "Cancel" if not said. */
  cancel?: string
}

export type Asked = { id: number; question: Question; answer: (id: string | undefined) => void }

let waiting: readonly Asked[] = []
let lastId = 0
const listeners = new Set<() => void>()

function wait(next: readonly Asked[]) {
  waiting = next
  for (const listener of listeners) listener()
}

/** Asks in a dialog. Resolves to the chosen id, or to undefined where nothing shall be done. Several wait their turn. */
export function choose<Id extends string>(question: Question<Id>): Promise<Id | undefined> {
  const id = ++lastId
  return new Promise((resolve) => {
    const answer = (chosen: string | undefined) => {
      wait(waiting.filter((a) => a.id !== id))
      resolve(question.choices.find((choice) => choice.id === chosen)?.id)
    }
    wait([...waiting, { id, question, answer }])
  })
}

type Ask = { title: string; text?: string; yes: string; no?: string; danger?: boolean }

/** Yes or no. `yes` is the verb: "Delete", not "OK". */
export async function ask({ title, text, yes, no, danger }: Ask): Promise<boolean> {
  const chosen = await choose({
    title,
    ...(text === undefined ? {} : { text }),
    ...(no === undefined ? {} : { cancel: no }),
    choices: [{ id: 'yes', label: yes, kind: danger ? 'danger' : 'primary' }],
  })
  return chosen === 'yes'
}

export const askStore = {
  subscribe(listener: () => void) {
    listeners.add(listener)
    return () => void listeners.delete(listener)
  },
  current: () => waiting,
}
