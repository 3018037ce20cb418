import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { HeardCall } from '../../../shell/calls/heard.ts'
import { goToCall } from '../../../shell/calls/focusCall.ts'

/** Browsers have it over encrypted lines and on the office's own computer only. */
const can = () => 'Notification' in window && window.isSecureContext

export const mayAskToNotify = (): boolean => can() && Notification.permission === 'default'

/** Lets the system say that it rings, where the program is not in front. */
export function useNotices(ringing: readonly HeardCall[], name: (heard: HeardCall) => string): void {
  const { t } = useTranslation()
  const said = useRef(new Map<number, Notification>())
  useEffect(() => {
    const rings = new Set(ringing.map(({ call }) => call.id))
    for (const [id, notice] of said.current) {
      if (rings.has(id)) continue
      notice.close()
      said.current.delete(id)
    }
    if (!can() || Notification.permission !== 'granted' || document.hasFocus()) return
    for (const heard of ringing) {
      const { id } = heard.call
      if (said.current.has(id)) continue
      const notice = new Notification(t('callPopup.announced', { name: name(heard) }), { tag: `call ${id}` })
      notice.addEventListener('click', () => {
        window.focus()
        goToCall()
      })
      said.current.set(id, notice)
    }
  }, [ringing, name, t])
}
