import type { ReactNode } from 'react'

/** The line of buttons under a window's title. `<ToolbarSpace />` pushes what follows to the end. */
export const Toolbar = ({ label, children }: { label: string; children: ReactNode }) => (
  <div className="kit-toolbar" role="toolbar" aria-label={label}>
    {children}
  </div>
)

export const ToolbarSpace = () => <span className="kit-space" />

export const ToolbarDivider = () => (
  <span className="kit-divider" role="separator" aria-orientation="vertical" />
)
