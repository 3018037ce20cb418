import { dark, light } from './calm.ts'
import type { Ladder } from './ladder.ts'

/** Everything takes the hue: pastel by day, a coloured darkness by night. */
export const tintedLight: Ladder = {
  ...light,
  desk: [0.885, 2.2],
  'desk-mark': [0.82, 2.8],
  window: [0.986, 0.45],
  raised: [0.995, 0.18],
  sunken: [0.962, 0.9],
  rail: [0.945, 1.25],
  bar: [0.958, 1],
  overlay: [0.994, 0.2],
  title: [0.945, 1.2],
  'title-active': [0.965, 0.9],
  hover: [0.95, 1.1],
  line: [0.9, 1.3],
  'line-strong': [0.835, 1.7],
  'line-control': [0.68, 1.8],
}

export const tintedDark: Ladder = {
  ...dark,
  desk: [0.185, 1.7],
  'desk-mark': [0.3, 2.1],
  window: [0.262, 1.7],
  raised: [0.305, 1.8],
  sunken: [0.288, 1.75],
  rail: [0.222, 1.8],
  bar: [0.222, 1.8],
  overlay: [0.312, 1.8],
  title: [0.25, 1.8],
  'title-active': [0.3, 1.9],
  hover: [0.315, 1.9],
  line: [0.35, 1.9],
  'line-strong': [0.42, 2],
}
