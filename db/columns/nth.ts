/**
 * The key that would stand at `nth` if they were in order; moves them about. Hoare's way of finding it: each round keeps
 * the side that it is on, so a million take a tenth of what sorting them takes.
 */
export function nthOf(keys: Float64Array, nth: number): number {
  let [first, last] = [0, keys.length - 1]
  while (first < last) {
    const pivot = middleOf(keys[first]!, keys[(first + last) >> 1]!, keys[last]!)
    let [low, high] = [first, last]
    while (low <= high) {
      while (keys[low]! < pivot) low++
      while (keys[high]! > pivot) high--
      if (low > high) break
      const moved = keys[low]!
      keys[low++] = keys[high]!
      keys[high--] = moved
    }
    if (nth <= high) last = high
    else if (nth >= low) first = low
    else break
  }
  return keys[nth]!
}

const middleOf = (a: number, b: number, c: number): number =>
  Math.max(Math.min(a, b), Math.min(Math.max(a, b), c))
