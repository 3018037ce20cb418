import type { TFunction } from 'i18next'
import type { CallerClient, LiveCall } from '../../../app/liveCall.ts'
import { formatPhone } from '../../../app/phone.ts'
import { isCountryCode } from '../../../app/countries.ts'
import { nameFor } from '../clients/cardWords.ts'

/** The client a call is known to be, or the only one it may be. */
export const clientOf = ({ clients, clientId }: LiveCall): CallerClient | undefined =>
  clients.find(({ id }) => id === clientId) ?? (clients.length === 1 ? clients[0] : undefined)

/** The number as one reads it in the office's country; undefined where the reader does not see it or there is none. */
export function shownNumber({ number, e164 }: LiveCall, country: string): string | undefined {
  if (number === undefined || number === '') return undefined
  return formatPhone(e164 ?? number, isCountryCode(country) ? country : undefined)
}

/** In a line: who it is, as far as that is known. */
export function callerName(call: LiveCall, language: string, country: string, t: TFunction): string {
  const client = clientOf(call)
  if (client) return nameFor(client.names, language)
  if (call.clients.length > 1) return call.clients.map(({ names }) => nameFor(names, language)).join(', ')
  return (
    call.name ||
    shownNumber(call, country) ||
    (call.number === undefined ? t('callPopup.hiddenNumber') : t('callPopup.noNumber'))
  )
}
