import i18next from 'i18next'
import { toast } from '../../kit/toasts.ts'
import {
  deskWindows,
  forgetTornWindow,
  mayClose,
  noteTornWindow,
  openWindow,
  tearOffWindow,
  tornFrom,
  type OtherScreens,
  type SavedDesk,
  type TornWindow,
} from '../windows/index.ts'
import { deskId, newId, pageOf } from './address.ts'
import { listen, say, type Said } from './channel.ts'

/** A page that is loaded anew goes and comes: only one that stays away this long is gone, ms. */
const COMING_BACK = 1500
/** So long torn-off windows have to say that they are still there, ms. */
const ANSWERING = 400

const pages = new Map<string, Window>()
const { t } = i18next

/** What the desk does with windows of their own. */
export const screensOfDesk: OtherScreens = {
  tearOff: (windowId, at) => void tearOff(windowId, at),
  show: (id) => {
    pages.get(id)?.focus()
    say({ say: 'show', id })
  },
}

async function tearOff(windowId: string, at?: { readonly x: number; readonly y: number }): Promise<void> {
  const found = tornFrom(windowId, at)
  if (!found) return
  const { unsaved, ...what } = found
  // What is typed and kept nowhere would be lost on the way.
  if (unsaved && !(await mayClose(windowId))) return
  const torn = { ...what, id: newId() }
  if (!openPage(torn)) {
    toast({ tone: 'warn', text: t('torn.blocked', { title: torn.title }), seconds: 0 })
    return
  }
  tearOffWindow(windowId, torn)
}

function openPage(torn: TornWindow): boolean {
  const { left, top, width, height } = torn.at
  const place = `popup,left=${left},top=${top},width=${width},height=${height}`
  const page = window.open(pageOf(torn, deskId()), `counterpart-${torn.id}`, place)
  if (page) pages.set(torn.id, page)
  return page !== null
}

/** Follows what torn-off windows tell; gives back what ends it. */
export function followTornWindows(): () => void {
  const going = new Map<string, { readonly timer: number; readonly take: (() => void) | undefined }>()
  const comes = (id: string) => {
    window.clearTimeout(going.get(id)?.timer)
    going.get(id)?.take?.()
    going.delete(id)
  }
  const goes = ({ id, desk, done }: Extract<Said, { say: 'gone' }>) => {
    comes(id)
    const torn = deskWindows().torn[id]
    if (!torn) return
    if (done) return forgetTornWindow(id)
    const timer = window.setTimeout(() => {
      forgetTornWindow(id)
      pages.delete(id)
      if (desk !== deskId()) return
      const again = { label: t('torn.reopen'), onChoose: () => openWindow(torn.address) }
      going.set(id, { timer, take: toast({ text: t('torn.closed', { title: torn.title }), action: again }) })
    }, COMING_BACK)
    going.set(id, { timer, take: undefined })
  }
  return listen((said) => {
    if (said.say === 'here') {
      comes(said.torn.id)
      noteTornWindow(said.torn)
    }
    if (said.say === 'gone') goes(said)
    if (said.say === 'back' && (said.desk === null || said.desk === deskId())) {
      forgetTornWindow(said.id)
      openWindow(said.address)
      window.focus()
      say({ say: 'taken', id: said.id })
    }
  })
}

/**
 * Brings back what stood in windows of their own when the desk was last seen. Those still open stay as they are. The
 * others open on their screens in the installed program; a browser opens no window by itself, so there they come to
 * the desk, behind what is open.
 */
export function bringBackTorn(saved: SavedDesk['torn']): void {
  say({ say: 'who' })
  if (saved.length === 0) return
  window.setTimeout(() => {
    const there = Object.values(deskWindows().torn).map(({ address }) => address)
    for (const torn of saved.filter(({ address }) => !there.includes(address))) {
      const again = { ...torn, id: newId() }
      if (window.counterpart && openPage(again)) noteTornWindow(again)
      else openWindow(torn.address, { behind: true })
    }
  }, ANSWERING)
}

/** Closes every torn-off window: the person signs out. What is typed in them is kept. */
export const closeTornWindows = (): void => say({ say: 'leave' })
