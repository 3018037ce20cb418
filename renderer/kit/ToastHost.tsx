import { X } from 'lucide-react'
import { useEffect, useState, useSyncExternalStore } from 'react'
import { KeyHint } from './KeyHint.tsx'
import { closeToast, toastStore } from './toasts.ts'
import type { ShownToast } from './toasts.ts'
import { toneAttribute } from './tone.ts'
import { useKitWords } from './words.ts'

/** Where toasts come up. Always there, so that screen readers hear the first one too. */
export function ToastHost() {
  const words = useKitWords()
  const toasts = useSyncExternalStore(toastStore.subscribe, toastStore.current)
  return (
    <section
      className="kit-toasts"
      aria-label={words.notifications}
      aria-live="polite"
      aria-relevant="additions"
    >
      {toasts.map((toast) => (
        <ToastCard key={toast.id} toast={toast} />
      ))}
    </section>
  )
}

function ToastCard({ toast }: { toast: ShownToast }) {
  const words = useKitWords()
  const [held, setHeld] = useState(false)
  useEffect(() => {
    if (held || toast.stays === 0) return
    const timer = setTimeout(() => closeToast(toast.id), toast.stays)
    return () => clearTimeout(timer)
  }, [held, toast.id, toast.stays])
  const hold = () => setHeld(true)
  const release = () => setHeld(false)
  return (
    <div className="kit-toast" onPointerEnter={hold} onPointerLeave={release} onFocus={hold} onBlur={release}>
      {toast.tone && <span className="kit-dot" {...toneAttribute(toast.tone)} />}
      <span className="kit-toast-text">{toast.text}</span>
      {toast.action && (
        <button
          type="button"
          onClick={() => {
            toast.action?.onChoose()
            closeToast(toast.id)
          }}
        >
          {toast.action.label}
          {toast.action.keys && <KeyHint keys={toast.action.keys} />}
        </button>
      )}
      <button
        type="button"
        className="kit-toast-close"
        aria-label={words.close}
        onClick={() => closeToast(toast.id)}
      >
        <X size={14} aria-hidden="true" />
      </button>
    </div>
  )
}
