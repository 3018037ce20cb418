import { familyNames, givenNames, remarks } from '../../../assets/demo/khmer-people.ts'
import type { DemoPerson, Names } from '../../../assets/demo/shape.ts'
import type { Chance } from './chance.ts'

const cities = [
  ['Phnom Penh', 46],
  ['ភ្នំពេញ', 14],
  ['Siem Reap', 13],
  ['Battambang', 7],
  ['Kampot', 5],
  ['Takhmau', 5],
  ['Kampong Cham', 4],
  ['Sihanoukville', 3],
  ['Takeo', 2],
  ['Kep', 1],
] as const

/** Khmer people, no two of one name; what was written about them is said once each. */
export function khmerPeople(count: number, chance: Chance): DemoPerson[] {
  const taken = new Set<string>()
  const unsaid = [...remarks]
  return Array.from({ length: count }, (_, index) => {
    const city = chance.weighted(cities)
    const names = name(city === 'ភ្នំពេញ', taken, chance)
    // Said of about every other one, and all of it is said.
    const left = count - index
    const [note, status] = chance.happens(unsaid.length / left)
      ? unsaid.splice(chance.below(unsaid.length), 1)[0]!
      : []
    return { names, city, ...(note ? { note } : {}), ...(status ? { status } : {}) }
  })
}

function name(inKhmer: boolean, taken: Set<string>, chance: Chance): Names {
  for (;;) {
    const [family, given] = [chance.pick(familyNames), chance.pick(givenNames)]
    const latin = `${family[1]} ${given[1]}`
    if (taken.has(latin)) continue
    taken.add(latin)
    const khmer = `${family[0]} ${given[0]}`
    return chance.weighted<Names>([
      [{ km: khmer, en: latin }, 70],
      [{ km: khmer }, inKhmer ? 60 : 12],
      [{ en: latin }, inKhmer ? 0 : 18],
    ])
  }
}
