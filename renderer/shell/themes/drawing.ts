/** What a pattern is drawn in: as faint as a thread, plainly seen, and two colours of the theme softened. */
export interface Inks {
  readonly faint: string
  readonly mark: string
  readonly second: string
  readonly third: string
}

/** One tile or the whole of it, in the terms of CSS backgrounds. */
export interface Drawing {
  readonly image: string
  readonly size?: string
  readonly position?: string
  readonly repeat?: string
}

/** A drawing of its own as a background. */
export function drawn(width: number, height: number, body: string): Drawing {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" fill="none">${body}</svg>`
  return { image: `url("data:image/svg+xml,${encodeURIComponent(svg)}")`, size: `${width}px ${height}px` }
}
