import type { LucideIcon } from 'lucide-react'
import type { Right } from '../../../app/rights.ts'
import { matchAddress } from '../../shell/windows/index.ts'

const places: readonly (readonly [address: string, right: Right])[] = [
  ['/calls/board', 'calls.board'],
  ['/calls/lists', 'calls.dial'],
  ['/calls/voice', 'calls.lists'],
  ['/calls/results', 'calls.see'],
  ['/calls/ratings', 'calls.score'],
  ['/calls/quality', 'calls.see'],
  ['/calls/costs', 'calls.costs'],
  ['/calls/rates', 'calls.rates'],
  ['/settings/dialling', 'telephone.edit'],
  ['/settings/telephone', 'calls.see'],
]

interface Place {
  readonly address: string
  readonly label: string
  readonly icon: LucideIcon
}

/** The windows of calls beside their history that the reader has a right to: the menu of the calls and the search lead to them. */
export const placesOfCalls = (may: (right: Right) => boolean): Place[] =>
  places.flatMap(([address, right]) => {
    const kind = may(right) ? matchAddress(address)?.kind : undefined
    return kind ? [{ address, label: kind.title({}), icon: kind.icon }] : []
  })
