import type { TornWindow } from '../windows/index.ts'

/** What the desk and its torn-off windows tell each other; all are pages of one browser, so of one person. */
export type Said =
  /** A torn-off window: here I am and this is what I show. */
  | { readonly say: 'here'; readonly torn: TornWindow; readonly desk: string }
  /** A torn-off window: I am going; `done` where what it showed was closed in the program. */
  | { readonly say: 'gone'; readonly id: string; readonly desk: string; readonly done: boolean }
  /** A torn-off window: show this on the desk again. Any desk may where none is named. */
  | { readonly say: 'back'; readonly id: string; readonly address: string; readonly desk: string | null }
  /** A desk: it is shown here again. */
  | { readonly say: 'taken'; readonly id: string }
  /** A desk: which windows are there? */
  | { readonly say: 'who' }
  /** A desk: come forward. */
  | { readonly say: 'show'; readonly id: string }
  /** A desk: the person signs out. */
  | { readonly say: 'leave' }

const channel = new BroadcastChannel('counterpart.windows')

export const say = (said: Said): void => channel.postMessage(said)

/** Gives back what ends the listening. */
export function listen(heed: (said: Said) => void): () => void {
  const hear = ({ data }: MessageEvent<Said>) => heed(data)
  channel.addEventListener('message', hear)
  return () => channel.removeEventListener('message', hear)
}
