import type { CallerNumber } from '../../app/callerNumber.ts'
import { beginsWith } from '../dialect.ts'
import type { Reading } from '../tables.ts'
import { inScope, type ClientScope } from '../clients/visible.ts'

/** Of a number that very many clients have, no more than these are looked at. */
const mostLookedAt = 50
/** Shorter ones are a stretch of many numbers, or none of a person at all: they have to be the whole number. */
const leastDigits = 7

/**
 * Ids of clients in use who have this number in any notation, the longest known first: one stretch of one index.
 * Where both sides are valid numbers they have to be the same; the digits decide only where one is not.
 */
export async function clientsByNumber(
  base: Reading,
  number: CallerNumber,
  scope: ClientScope,
): Promise<number[]> {
  if (number.ending.length < 3) return []
  const rows = await base
    .selectFrom('client_phones')
    .innerJoin('clients', 'clients.id', 'client_id')
    .select(['clients.id', 'e164', 'national'])
    .where(beginsWith('backwards', number.ending))
    .where('binned_at', 'is', null)
    .where((eb) => inScope(eb as never, scope))
    .orderBy('backwards')
    .limit(mostLookedAt)
    .execute()
  const fits = ({ e164, national }: { e164: string | null; national: string }) => {
    if (number.e164 !== null && e164 !== null) return e164 === number.e164
    return national === number.national || number.ending.length >= leastDigits
  }
  return [...new Set(rows.filter(fits).map(({ id }) => id))].sort((a, b) => a - b)
}
