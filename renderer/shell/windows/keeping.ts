import { currentDesk, watchDesk } from './actions.ts'
import type { SavedDesk } from './saving.ts'

/** How long the desk has to rest before it is saved, ms. */
const REST = 500

/** Gives out the desk when it has changed and rests, and at once when the page goes away. */
export function keepSaved(save: (saved: SavedDesk) => void): () => void {
  let known = JSON.stringify(currentDesk())
  let timer = 0
  const give = () => {
    window.clearTimeout(timer)
    timer = 0
    const desk = currentDesk()
    const text = JSON.stringify(desk)
    if (text === known) return
    known = text
    save(desk)
  }
  const stop = watchDesk((state, before) => {
    const changed =
      state.windows !== before.windows ||
      state.frames !== before.frames ||
      state.sizes !== before.sizes ||
      state.torn !== before.torn
    if (!changed) return
    window.clearTimeout(timer)
    timer = window.setTimeout(give, REST)
  })
  const leaving = () => document.visibilityState === 'hidden' && timer && give()
  document.addEventListener('visibilitychange', leaving)
  return () => {
    stop()
    document.removeEventListener('visibilitychange', leaving)
    if (timer) give()
  }
}
