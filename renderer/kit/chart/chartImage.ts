import { chartColour, type ChartPart, type ChartRow } from './types.ts'

const svg = 'http://www.w3.org/2000/svg'

/** What a drawing takes from the page and would lose outside it. */
const properties = [
  'fill',
  'stroke',
  'stroke-width',
  'stroke-dasharray',
  'opacity',
  'font-family',
  'font-size',
  'font-weight',
  'text-anchor',
] as const

const edge = 16
const line = 22

/**
 * A chart as a picture of its own: title above, what the colours mean below, every colour said outright. `place` holds
 * the drawn chart. Undefined where none is drawn.
 */
export function chartPicture(
  place: Element,
  title: string,
  coloured: readonly (ChartPart | ChartRow)[],
): { text: string; width: number; height: number } | undefined {
  const drawn = place.querySelector<SVGSVGElement>('.kit-chart svg')
  if (!drawn) return undefined
  const copy = drawn.cloneNode(true) as SVGSVGElement
  const originals = drawn.querySelectorAll('*')
  for (const [at, node] of [...copy.querySelectorAll('*')].entries()) {
    const original = originals[at]
    if (!original) continue
    const style = getComputedStyle(original)
    for (const property of properties) node.setAttribute(property, style.getPropertyValue(property))
    node.removeAttribute('class')
  }
  const { width, height } = drawn.getBoundingClientRect()
  const page = getComputedStyle(place)
  const full = { width: width + 2 * edge, height: height + 2 * edge + 30 + coloured.length * line }
  const root = make('svg', { xmlns: svg, width: full.width, height: full.height })
  const text = { 'font-family': page.fontFamily, fill: page.color }
  root.append(
    make('rect', { width: full.width, height: full.height, fill: valueOf(page, 'var(--window)') }),
    make('text', { ...text, x: edge, y: edge + 14, 'font-size': 16, 'font-weight': 600 }, title),
  )
  copy.setAttribute('x', String(edge))
  copy.setAttribute('y', String(edge + 26))
  root.append(copy)
  coloured.forEach((part, at) => {
    const y = edge + 34 + height + at * line
    root.append(
      make('rect', { x: edge, y, width: 12, height: 12, rx: 2, fill: valueOf(page, chartColour(part.tone)) }),
      make('text', { ...text, x: edge + 20, y: y + 11, 'font-size': 13 }, part.name),
    )
  })
  return { text: new XMLSerializer().serializeToString(root), ...full }
}

/** The same as points, twice as fine as the screen shows it. Throws where the browser cannot draw it. */
export async function asPng({
  text,
  width,
  height,
}: NonNullable<ReturnType<typeof chartPicture>>): Promise<Blob> {
  const address = URL.createObjectURL(new Blob([text], { type: 'image/svg+xml' }))
  try {
    const image = new Image()
    image.src = address
    await image.decode()
    const canvas = document.createElement('canvas')
    canvas.width = width * 2
    canvas.height = height * 2
    const context = canvas.getContext('2d')
    context?.scale(2, 2)
    context?.drawImage(image, 0, 0, width, height)
    return await new Promise((resolve, reject) =>
      canvas.toBlob(
        (blob) => (blob ? resolve(blob) : reject(new Error('No picture was drawn.'))),
        'image/png',
      ),
    )
  } finally {
    URL.revokeObjectURL(address)
  }
}

function make(
  name: string,
  attributes: Readonly<Record<string, string | number>>,
  words?: string,
): SVGElement {
  const element = document.createElementNS(svg, name)
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value))
  if (words !== undefined) element.textContent = words
  return element
}

/** A token's colour as it stands. */
const valueOf = (style: CSSStyleDeclaration, token: string): string =>
  style.getPropertyValue(token.replace(/^var\(|\)$/g, '')).trim()
