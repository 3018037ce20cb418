import { readCallerNumber, type CallerNumber } from '../../../app/callerNumber.ts'
import { numberOutside, type PbxCall } from '../../../app/calls.ts'
import { isCountryCode } from '../../../app/countries.ts'
import { undialled } from '../../../app/dialling.ts'
import { readDiallingRules } from '../../../db/calls/dialling.ts'
import type { Reading } from '../../../db/tables.ts'

/** The number outside of a call; of one that was dialled without what only the exchange wanted in front of it. */
export async function otherSideOf(
  base: Reading,
  exchangeId: number,
  call: PbxCall,
  country: string,
): Promise<CallerNumber> {
  const number = numberOutside(call)
  if (call.direction !== 'outgoing') return readCallerNumber(number, country)
  const rules = await readDiallingRules(base, exchangeId)
  return readCallerNumber(undialled(number, rules, isCountryCode(country) ? country : undefined), country)
}
