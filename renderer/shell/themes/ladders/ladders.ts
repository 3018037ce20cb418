import type { LadderName, Scheme } from '../../../../assets/themes/theme.ts'
import { dark, light } from './calm.ts'
import { greyDark, greyLight } from './grey.ts'
import { highDark, highLight } from './high.ts'
import type { Ladder } from './ladder.ts'
import { black, dim } from './night.ts'
import { paperDark, paperLight } from './paper.ts'
import { tintedDark, tintedLight } from './tinted.ts'

/** `dim` and `black` are nights; by day they are calm. */
export const ladders: Record<LadderName, Record<Scheme, Ladder>> = {
  calm: { light, dark },
  high: { light: highLight, dark: highDark },
  tinted: { light: tintedLight, dark: tintedDark },
  paper: { light: paperLight, dark: paperDark },
  grey: { light: greyLight, dark: greyDark },
  dim: { light, dark: dim },
  black: { light, dark: black },
}
