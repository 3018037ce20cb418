import { dark, light } from './calm.ts'
import type { Ladder } from './ladder.ts'

/** Nothing is quite white: sheets on a table. By night the page is a warm brown. */
export const paperLight: Ladder = {
  ...light,
  desk: [0.84, 1.9],
  'desk-mark': [0.76, 2.2],
  window: [0.972, 0.75],
  raised: [0.984, 0.55],
  sunken: [0.948, 1],
  rail: [0.93, 1.25],
  bar: [0.945, 1.05],
  overlay: [0.98, 0.6],
  title: [0.925, 1.3],
  'title-active': [0.95, 1],
  hover: [0.938, 1.15],
  disabled: [0.925, 1],
  skeleton: [0.91, 1.1],
  text: [0.25, 1.3],
  'text-soft': [0.43, 1.4],
  'text-faint': [0.52, 1.4],
  line: [0.875, 1.4],
  'line-strong': [0.79, 1.7],
  'line-control': [0.62, 1.7],
  soft: [0.915, 0.045],
  selection: [0.91, 0.045],
}

export const paperDark: Ladder = {
  ...dark,
  desk: [0.2, 1.1],
  'desk-mark': [0.29, 1.3],
  window: [0.268, 1.05],
  raised: [0.305, 1.1],
  sunken: [0.29, 1.05],
  rail: [0.245, 1.05],
  bar: [0.245, 1.05],
  overlay: [0.31, 1.1],
  text: [0.89, 1.2],
  'text-soft': [0.76, 1.4],
}
