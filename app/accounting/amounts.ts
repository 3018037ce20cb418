/**
 * `amount` × `times` ÷ `by`, rounded to a whole number, half up; below zero half down, so that the same line taken back is
 * the same amount. The one place where accounting rounds. All are integers, `by` above zero. Throws RangeError where the
 * result is no longer exact.
 */
export function share(amount: number, times: number, by: number): number {
  const product = BigInt(amount) * BigInt(times)
  const size = product < 0n ? -product : product
  const rounded = (2n * size + BigInt(by)) / (2n * BigInt(by))
  const result = Number(product < 0n ? -rounded : rounded)
  if (!Number.isSafeInteger(result)) throw new RangeError(`Too large an amount: ${amount} × ${times} ÷ ${by}`)
  return result
}

/**
 * An amount shared out by weights (integers, none below zero), to the last unit: what rounding down leaves over goes to
 * those who lost most by it, the first of equals. All of it to the first where every weight is zero.
 */
export function sharedOut(amount: number, weights: readonly number[]): number[] {
  if (weights.length === 0) return []
  const whole = weights.reduce((sum, weight) => sum + BigInt(weight), 0n)
  if (whole === 0n) return weights.map((_, at) => (at === 0 ? amount : 0))
  const [sign, size] = amount < 0 ? [-1, -BigInt(amount)] : [1, BigInt(amount)]
  const parts = weights.map((weight, at) => {
    const product = size * BigInt(weight)
    return { at, part: product / whole, lost: product % whole }
  })
  let left = size - parts.reduce((sum, { part }) => sum + part, 0n)
  for (const one of parts.toSorted((a, b) => (a.lost === b.lost ? a.at - b.at : a.lost > b.lost ? -1 : 1))) {
    if (left === 0n) break
    one.part++
    left--
  }
  return parts.map(({ part }) => sign * Number(part))
}
