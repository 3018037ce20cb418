/** How calls are judged: what the answers to a checklist come to, and moments inside a call. */

/** One question of a checklist: from none to all of its points, and how much it counts beside the others. */
export interface Judged {
  readonly points: number
  readonly weight: number
}

/**
 * The result of answers, each the points given or null where a question did not come up: hundredths of a percent,
 * rounded half up. The share of its points each question got, weighted. Null where nothing was answered.
 */
export function resultOf(questions: readonly Judged[], answers: readonly (number | null)[]): number | null {
  let [weights, got] = [0, 0]
  for (const [index, { points, weight }] of questions.entries()) {
    const given = answers[index] ?? null
    if (given === null) continue
    weights += weight
    got += (weight * given) / points
  }
  return weights === 0 ? null : Math.round((got / weights) * 10_000)
}

/** A moment inside a call as it is typed, seconds: `1:05`, `12:40`, `1:02:40`, or seconds alone. */
export function readMoment(text: string): number | undefined {
  const parts = /^(?:(?:(\d{1,2}):)?(\d{1,3}):)?(\d{1,4})$/.exec(text.trim())
  if (!parts) return undefined
  const [hours, minutes, seconds] = [parts[1], parts[2], parts[3]].map((part) => Number(part ?? 0))
  if ((parts[2] !== undefined && seconds! > 59) || (parts[1] !== undefined && minutes! > 59)) return undefined
  return hours! * 3600 + minutes! * 60 + seconds!
}
