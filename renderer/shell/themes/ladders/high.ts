import { dark, light } from './calm.ts'
import type { Ladder } from './ladder.ts'

/** For those who want every edge to be seen: lines as strong as text, hardly any grey. */
export const highLight: Ladder = {
  ...light,
  desk: [0.9, 0.3],
  window: [1, 0],
  sunken: [0.965, 0.1],
  rail: [1, 0],
  bar: [1, 0],
  text: [0.12, 0.3],
  'text-soft': [0.28, 0.5],
  'text-faint': [0.36, 0.5],
  line: [0.62, 0.3],
  'line-strong': [0.42, 0.3],
  'line-control': [0.28, 0.3],
  solid: [0.4, 0.14],
  word: [0.36, 0.14],
}

export const highDark: Ladder = {
  ...dark,
  desk: [0.08, 0.2],
  window: [0.13, 0.2],
  raised: [0.17, 0.2],
  sunken: [0.16, 0.2],
  rail: [0.1, 0.2],
  bar: [0.1, 0.2],
  overlay: [0.17, 0.2],
  hover: [0.22, 0.3],
  text: [1, 0],
  'text-soft': [0.92, 0.2],
  'text-faint': [0.85, 0.3],
  line: [0.5, 0.3],
  'line-strong': [0.7, 0.3],
  'line-control': [0.86, 0.3],
  solid: [0.85, 0.13],
  word: [0.88, 0.11],
}
