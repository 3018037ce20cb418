/** What the practice office judges its calls by. */
export const demoChecklist = {
  name: 'Calls at the desk',
  questions: [
    { text: 'Greeted with the name of the shop', points: 1, weight: 1 },
    { text: 'Asked what was needed before naming a price', points: 5, weight: 2 },
    { text: 'Knew the goods, or found out', points: 5, weight: 2 },
    { text: 'Said what happens next, and when', points: 5, weight: 3 },
    { text: 'Thanked and said goodbye', points: 1, weight: 1 },
  ],
}

/** What was said to whoever had the call. */
export const demoWords: readonly string[] = [
  'Calm and clear, as ever.',
  'Let them finish before you answer.',
  'The delivery day was not named, so they will call again.',
  'Good questions; next time say the price in both currencies.',
]

/** Marked moments, with the second at which they are. */
export const demoMarks: readonly { readonly second: number; readonly words: string }[] = [
  { second: 8, words: 'Talks over the caller' },
  { second: 12, words: 'A good question' },
  { second: 15, words: 'Long silence while looking for the price' },
]
