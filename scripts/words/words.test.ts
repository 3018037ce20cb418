import { describe, expect, it } from 'vitest'
import { languageTags as offeredTags } from '../../app/languages.ts'
import { compareLanguage, type Problem } from './compare.ts'
import { dynamicPrefixes } from './dynamic.ts'
import { languageTags, readLanguage, readSources } from './files.ts'
import { compareUsage } from './usage.ts'

const lines = (problems: readonly Problem[]) => problems.map(({ key, detail }) => `${key}: ${detail}`)

it('has English words', () => {
  expect(readLanguage('en').size).toBeGreaterThan(0)
})

it('has a folder for every language offered and for no other', () => {
  // ar-XB is made from English in the program.
  const offered = offeredTags.filter((tag) => tag !== 'ar-XB')
  expect(languageTags().toSorted()).toEqual(offered.toSorted())
})

describe('every language beside English', () => {
  it.each(languageTags())('%s', (tag) => {
    expect(lines(compareLanguage(tag, readLanguage(tag), readLanguage('en')))).toEqual([])
  })
})

it('English and the code agree', () => {
  expect(lines(compareUsage(readSources(), readLanguage('en'), dynamicPrefixes))).toEqual([])
})
