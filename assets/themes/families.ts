import type { Family, Traits } from './theme.ts'

const calm: Traits = {
  shape: { small: 4, medium: 6, large: 10 },
  density: { row: 29, control: 30, small: 24 },
  depth: 'soft',
  type: { face: 'sans', size: 13, strong: 600 },
  desk: 'dots',
  line: 1,
}

/** What the themes of one family share; a theme may say otherwise. */
export const families: Record<Family, Traits> = {
  calm,
  contrast: { ...calm, depth: 'flat', desk: 'plain', type: { face: 'sans', size: 14, strong: 700 }, line: 2 },
  paper: {
    ...calm,
    shape: { small: 2, medium: 3, large: 4 },
    type: { face: 'serif', size: 14, strong: 600 },
    desk: 'weave',
  },
  flat: { ...calm, shape: { small: 0, medium: 0, large: 0 }, depth: 'flat', desk: 'plain' },
  glass: { ...calm, shape: { small: 6, medium: 10, large: 16 }, depth: 'glass', desk: 'dawn' },
  classic: {
    ...calm,
    shape: { small: 0, medium: 2, large: 3 },
    density: { row: 25, control: 26, small: 22 },
    depth: 'bevel',
    desk: 'plain',
  },
  terminal: {
    ...calm,
    shape: { small: 0, medium: 0, large: 0 },
    density: { row: 25, control: 28, small: 22 },
    depth: 'flat',
    type: { face: 'mono', size: 13, strong: 600 },
    desk: 'squares',
  },
  seasonal: { ...calm, shape: { small: 5, medium: 8, large: 12 }, desk: 'dawn' },
  national: { ...calm, desk: 'weave' },
  playful: {
    ...calm,
    shape: { small: 8, medium: 12, large: 18 },
    density: { row: 32, control: 34, small: 26 },
    depth: 'deep',
    type: { face: 'rounded', size: 14, strong: 700 },
    desk: 'stripes',
  },
}
