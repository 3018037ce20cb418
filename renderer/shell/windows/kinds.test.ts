import { Users } from 'lucide-react'
import { afterEach, describe, expect, test } from 'vitest'
import type { WindowKind } from './kinds.ts'
import { matchAddress, normaliseAddress, registerKind } from './kinds.ts'

const undo: (() => void)[] = []
const known = (...patterns: string[]) => {
  for (const pattern of patterns) undo.push(registerKind(kindOf(pattern)))
}
const kindOf = (pattern: string): WindowKind => ({
  pattern,
  title: () => pattern,
  icon: Users,
  size: { width: 600, height: 400 },
  component: () => null,
  area: 'clients',
})

afterEach(() => {
  for (const each of undo.splice(0)) each()
})

describe('which kind an address belongs to', () => {
  test('a word goes before a parameter, whichever was registered first', () => {
    known('/clients/:id', '/clients/import', '/:area/import')
    expect(matchAddress('/clients/import')?.kind.pattern).toBe('/clients/import')
    expect(matchAddress('/goods/import')?.kind.pattern).toBe('/:area/import')
  })

  test('gives the parameters and the query', () => {
    known('/clients/:id/calls/:call')
    const match = matchAddress('/clients/12/calls/a%20b?from=log&all=')
    expect(match?.params).toEqual({ id: '12', call: 'a b' })
    expect(match?.query).toEqual({ from: 'log', all: '' })
  })

  test('a lone per cent sign is taken as it stands', () => {
    known('/items/:code')
    expect(matchAddress('/items/100%')?.params).toEqual({ code: '100%' })
  })

  test('neither longer nor shorter nor unknown addresses', () => {
    known('/clients/:id')
    expect(matchAddress('/clients')).toBeUndefined()
    expect(matchAddress('/clients/1/more')).toBeUndefined()
    expect(matchAddress('')).toBeUndefined()
  })

  test('taken away again', () => {
    const away = registerKind(kindOf('/log'))
    expect(matchAddress('/log')).toBeDefined()
    away()
    expect(matchAddress('/log')).toBeUndefined()
  })
})

test('one spelling per address', () => {
  expect(normaliseAddress('clients//12/')).toBe('/clients/12')
  expect(normaliseAddress('/clients/?city=Takeo#top')).toBe('/clients?city=Takeo')
  expect(normaliseAddress('/')).toBe('/')
})
