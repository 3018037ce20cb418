import {
  mayClose,
  deskWindows,
  letGo,
  watchDesk,
  windowsInOrder,
  type OtherScreens,
} from '../windows/index.ts'
import { pageOf, type TornPage } from './address.ts'
import { listen, say } from './channel.ts'

/** So long a desk has to take a window back, ms. */
const TAKING = 400
/** How long size and place have to rest before they are told, ms. */
const REST = 300

/** What a torn-off page does with its windows. */
export const screensOfPage = (page: TornPage): OtherScreens => ({
  putBack: (windowId) => void putBack(page, windowId),
})

async function putBack(page: TornPage, windowId: string): Promise<void> {
  const window = deskWindows().windows[windowId]
  if (!window) return
  if (window.dirty && !window.kept && !(await mayClose(windowId))) return
  const { address } = window
  if ((await asked(page, address, page.desk)) || (await asked(page, address, null))) return letGo(windowId)
  // No desk is open any more: this page becomes one.
  location.assign(location.pathname)
}

function asked({ id }: TornPage, address: string, desk: string | null): Promise<boolean> {
  return new Promise((resolve) => {
    const answer = (taken: boolean) => {
      end()
      window.clearTimeout(timer)
      resolve(taken)
    }
    const end = listen((said) => said.say === 'taken' && said.id === id && answer(true))
    const timer = window.setTimeout(() => answer(false), TAKING)
    say({ say: 'back', id, address, desk })
  })
}

/**
 * Tells the desk what this page shows and where it stands, heeds what the desk says, and closes the page with its
 * last window. Gives back what ends it.
 */
export function followDesk(page: TornPage): () => void {
  const { id, desk } = page
  const ending = new AbortController()
  const { signal } = ending
  let timer = 0
  let done = false

  const tell = () => {
    const [first] = windowsInOrder()
    if (!first) return
    const { address, title } = first
    history.replaceState(null, '', pageOf({ id, address }, desk))
    const at = {
      left: window.screenX,
      top: window.screenY,
      width: window.innerWidth,
      height: window.innerHeight,
    }
    say({ say: 'here', torn: { id, address, title, at }, desk })
  }
  const tellSoon = () => {
    window.clearTimeout(timer)
    timer = window.setTimeout(tell, REST)
  }
  const stop = [
    watchDesk((state, before) => {
      if (state.windows === before.windows) return
      if (Object.keys(state.windows).length > 0) return tellSoon()
      window.clearTimeout(timer)
      done = true
      say({ say: 'gone', id, desk, done })
      window.close()
    }),
    listen((said) => {
      if (said.say === 'who') tell()
      if (said.say === 'show' && said.id === id) window.focus()
      if (said.say === 'leave') window.close()
    }),
  ]
  window.addEventListener('resize', tellSoon, { signal })
  // A window that was moved says so nowhere; one looks away from it soon after.
  window.addEventListener('blur', tellSoon, { signal })
  window.addEventListener('pagehide', () => done || say({ say: 'gone', id, desk, done: false }), { signal })
  tell()
  return () => {
    ending.abort()
    window.clearTimeout(timer)
    stop.forEach((end) => end())
  }
}
