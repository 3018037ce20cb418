import { useState, type DragEvent } from 'react'

/** Takes files that are dropped on a part of the window; nothing where `take` is undefined. `over` while they are above it. */
export function useDrop(take: ((files: File[]) => void) | undefined) {
  const [over, setOver] = useState(false)
  if (!take) return { over: false, target: {} }
  return {
    over,
    target: {
      onDragOver: (event: DragEvent) => {
        if (!event.dataTransfer.types.includes('Files')) return
        event.preventDefault()
        setOver(true)
      },
      onDragLeave: (event: DragEvent) => {
        // Not where the pointer only goes over to something inside.
        if (!event.currentTarget.contains(event.relatedTarget as Node | null)) setOver(false)
      },
      onDrop: (event: DragEvent) => {
        setOver(false)
        const files = [...event.dataTransfer.files]
        if (files.length === 0) return
        event.preventDefault()
        event.stopPropagation()
        take(files)
      },
    },
  }
}
