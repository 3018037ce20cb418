import type { TFunction } from 'i18next'
import type { Notation } from '../../shell/language/notation.ts'

/** Bytes as megabytes in the reader's notation, to one place: 1 MB is 1024 × 1024 bytes, as file managers count. */
export const writtenSize = (t: TFunction, notation: Notation, bytes: number): string =>
  t('backups.megabytes', {
    shown: notation.number(Math.max(0.1, bytes / 1024 / 1024), {
      minimumFractionDigits: 1,
      maximumFractionDigits: 1,
    }),
  })
