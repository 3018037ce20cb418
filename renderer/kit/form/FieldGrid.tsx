import type { ReactNode } from 'react'

/** One column, two when its own place is wide enough. A field with `wide` takes both. */
export const FieldGrid = ({ children }: { children: ReactNode }) => (
  <div className="kit-fields-place">
    <div className="kit-fields">{children}</div>
  </div>
)

/** Fields that belong together, under a heading. */
export const FormSection = ({ title, children }: { title: string; children: ReactNode }) => (
  <section className="kit-section">
    <h3>{title}</h3>
    {children}
  </section>
)
