/** What a mark means; or, as a number, one of the theme's twelve hues. Drawn by `styles/marks.css`. */
export type Tone = 'good' | 'warn' | 'bad' | 'info' | 'accent' | 'neutral' | Hue

export type Hue = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 11 | 12

/** The attribute that colours an element and what is in it. */
export function toneAttribute(tone: Tone | undefined): { 'data-tone'?: string; 'data-hue'?: number } {
  if (tone === undefined) return {}
  return typeof tone === 'number' ? { 'data-hue': tone } : { 'data-tone': tone }
}

/** The same name gets the same hue on every computer of the office. */
export function hueOf(name: string): Hue {
  let hash = 7
  for (const sign of name) hash = (hash * 31 + (sign.codePointAt(0) ?? 0)) >>> 0
  return ((hash % 12) + 1) as Hue
}
