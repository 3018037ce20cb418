import { diallingRules, type DiallingRules } from '../../../app/dialling.ts'

/** The rules as they stand in the fields: '' where nothing is said. */
export interface RulesValues {
  country: string
  outside: string
  international: string
  inside: number | null
  lines: { begins: string; outside: string }[]
}

export const valuesOf = (rules: DiallingRules): RulesValues => ({
  country: rules.country ?? '',
  outside: rules.outside,
  international: rules.international ?? '',
  inside: rules.inside,
  lines: rules.lines.map((line) => ({ ...line })),
})

/** What the fields come to; undefined where one of them is not something that can be dialled. Empty lines count for nothing. */
export function rulesOf({
  country,
  outside,
  international,
  inside,
  lines,
}: RulesValues): DiallingRules | undefined {
  const read = diallingRules.safeParse({
    ...(country === '' ? {} : { country }),
    outside: outside.trim(),
    ...(international.trim() === '' ? {} : { international: international.trim() }),
    ...(inside === null ? {} : { inside }),
    lines: lines
      .map((line) => ({ begins: line.begins.replace(/[\s().-]/g, ''), outside: line.outside.trim() }))
      .filter(({ begins }) => begins !== ''),
  })
  return read.data
}
