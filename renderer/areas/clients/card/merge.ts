import { cardFields, same, type CardField, type CardValues } from './cardValues.ts'

/** Two people changed one card: what both touched, and what only the other one did. */
export interface Meanwhile {
  /** Changed by both, and not to the same. */
  readonly clashing: readonly CardField[]
  /** Changed by the other only: taken over without a question. */
  readonly theirs: readonly CardField[]
}

/** Compares by fields. `base` is the card as both knew it. */
export function compareCards(base: CardValues, mine: CardValues, theirs: CardValues): Meanwhile {
  const changedByThem = cardFields.filter((field) => !same(base, theirs, field) && !same(mine, theirs, field))
  return {
    clashing: changedByThem.filter((field) => !same(base, mine, field)),
    theirs: changedByThem.filter((field) => same(base, mine, field)),
  }
}

/** Their card with what I changed put on top; of the fields that clash mine or theirs. */
export function mergeCards(
  base: CardValues,
  mine: CardValues,
  theirs: CardValues,
  keep: 'mine' | 'theirs',
): CardValues {
  const { clashing } = compareCards(base, mine, theirs)
  const merged = { ...theirs }
  const put = <Field extends CardField>(field: Field) => (merged[field] = mine[field])
  for (const field of cardFields) {
    if (same(base, mine, field)) continue
    if (keep === 'mine' || !clashing.includes(field)) put(field)
  }
  return merged
}
