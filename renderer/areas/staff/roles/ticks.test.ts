import { describe, expect, test } from 'vitest'
import { rights } from '../../../../app/rights.ts'
import { rightsByArea, tickRight } from './ticks.ts'

describe('ticking rights', () => {
  test('every right stands in exactly one area', () => {
    expect(rightsByArea.flatMap((area) => area.rights)).toEqual([...rights])
  })

  test('what cannot be used without seeing brings seeing along', () => {
    expect(tickRight([], 'clients.delete', true)).toEqual(['clients.see', 'clients.delete'])
    expect(tickRight(['log.see'], 'backups.restore', true)).toEqual([
      'log.see',
      'backups.make',
      'backups.restore',
    ])
  })

  test('without seeing nothing of the area is left, and nothing else is touched', () => {
    expect(tickRight(['clients.see', 'clients.edit', 'log.see'], 'clients.see', false)).toEqual(['log.see'])
  })

  test('one right goes alone', () => {
    expect(tickRight(['staff.see', 'staff.edit'], 'staff.edit', false)).toEqual(['staff.see'])
  })
})
