import { dark } from './calm.ts'
import type { Ladder } from './ladder.ts'

/** A grey evening for bright rooms: dark enough not to glare, light enough to sit beside paper. */
export const dim: Ladder = {
  ...dark,
  desk: [0.275, 0.8],
  'desk-mark': [0.35, 0.9],
  window: [0.345, 0.75],
  raised: [0.385, 0.8],
  sunken: [0.37, 0.78],
  rail: [0.325, 0.75],
  bar: [0.325, 0.75],
  overlay: [0.39, 0.8],
  title: [0.335, 0.75],
  'title-active': [0.375, 0.78],
  hover: [0.395, 0.85],
  disabled: [0.375, 0.6],
  skeleton: [0.41, 0.8],
  line: [0.43, 0.85],
  'line-strong': [0.49, 0.95],
  'line-control': [0.58, 1],
  'text-disabled': [0.58, 0.7],
  soft: [0.43, 0.055],
  selection: [0.43, 0.062],
}

/** Black glass: a screen that is off wherever nothing is said. */
export const black: Ladder = {
  ...dark,
  desk: [0.05, 0.3],
  'desk-mark': [0.2, 0.9],
  window: [0.14, 0.45],
  raised: [0.185, 0.55],
  sunken: [0.172, 0.5],
  rail: [0.1, 0.4],
  bar: [0.1, 0.4],
  overlay: [0.2, 0.55],
  title: [0.12, 0.45],
  'title-active': [0.172, 0.6],
  hover: [0.215, 0.7],
  disabled: [0.19, 0.4],
  skeleton: [0.23, 0.6],
  line: [0.25, 0.8],
  'line-strong': [0.32, 0.9],
  'line-control': [0.46, 1],
  soft: [0.27, 0.055],
  selection: [0.27, 0.065],
}
