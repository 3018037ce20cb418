import type { Colour } from '../../../assets/themes/theme.ts'

/** Linear-light sRGB, 0…1 where the colour is within the gamut. Matrices: Björn Ottosson, "A perceptual color space" (2020). */
function linear([lightness, chroma, hue]: Colour): [number, number, number] {
  const a = chroma * Math.cos((hue * Math.PI) / 180)
  const b = chroma * Math.sin((hue * Math.PI) / 180)
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3
  return [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ]
}

const shown = (colour: Colour) => linear(colour).every((channel) => channel > -0.0005 && channel < 1.0005)

/**
 * The same lightness and hue with as much of the chroma as an sRGB screen can show: otherwise every
 * browser would cut it in its own way and the contrast would not be the one tested.
 */
export function fit([lightness, chroma, hue]: Colour): Colour {
  const l = Math.min(1, Math.max(0, lightness))
  if (shown([l, chroma, hue])) return [l, chroma, hue]
  let low = 0
  let high = chroma
  for (let i = 0; i < 16; i++) {
    const middle = (low + high) / 2
    if (shown([l, middle, hue])) low = middle
    else high = middle
  }
  return [l, low, hue]
}

function luminance(colour: Colour): number {
  const [red, green, blue] = linear(colour).map((channel) => Math.min(1, Math.max(0, channel))) as [
    number,
    number,
    number,
  ]
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

/** WCAG 2 contrast ratio, 1…21. */
export function contrast(a: Colour, b: Colour): number {
  const [bright, dim] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number]
  return (bright + 0.05) / (dim + 0.05)
}

/** The colour moved in lightness, away from the backs, until its contrast to every one of them is at least `ratio`. */
export function readable(colour: Colour, backs: readonly Colour[], ratio: number): Colour {
  const middle = backs.reduce((sum, back) => sum + back[0], 0) / backs.length
  const step = colour[0] < middle ? -0.004 : 0.004
  let [lightness, chroma, hue] = colour
  let found = fit(colour)
  // A hair more than asked: the text of the CSS is rounded.
  while (backs.some((back) => contrast(found, back) < ratio + 0.03) && lightness > 0 && lightness < 1) {
    lightness += step
    found = fit([lightness, chroma, hue])
  }
  return found
}

/** The same colour, lighter or darker. */
export const shift = ([lightness, chroma, hue]: Colour, by: number): Colour =>
  fit([lightness + by, chroma, hue])

const short = (value: number) => String(Math.round(value * 10_000) / 10_000)

export function css([lightness, chroma, hue]: Colour, alpha = 1): string {
  const body = `${short(lightness)} ${short(chroma)} ${short(hue)}`
  return alpha === 1 ? `oklch(${body})` : `oklch(${body} / ${short(alpha)})`
}
