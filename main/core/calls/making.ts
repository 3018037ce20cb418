import type { ExchangeSecret, ExchangeSettings } from '../../../app/exchanges.ts'
import { Asterisk, checkAsterisk, type AsteriskSettings } from '../../bridges/pbx/ami/asterisk.ts'
import { PracticePbx } from '../../bridges/pbx/ami/practicePbx.ts'
import { readyMapping, type HttpMapping } from '../../bridges/pbx/http/mapping.ts'
import { checkVirtualPbx, VirtualPbx, type VirtualPbxSettings } from '../../bridges/pbx/http/virtual.ts'
import type { Pbx, PbxCheck, PbxListener } from '../../bridges/pbx/pbx.ts'
import { readyFormat, type SmdrFormat } from '../../bridges/pbx/smdr/formats.ts'
import { checkSmdr, Smdr, type SmdrSettings } from '../../bridges/pbx/smdr/smdr.ts'
import { Refusal } from '../../../app/errors.ts'

/** What the office has set up, with the secret that belongs to it. */
export type WithSecret = ExchangeSettings & { readonly secret: ExchangeSecret }
type Of<Kind extends ExchangeSettings['kind']> = Extract<ExchangeSettings, { kind: Kind }>['settings']

/** The bridge to an exchange as the office has set it up. Throws NOT_FOUND where it names a format that there is not. */
export function makePbx(set: WithSecret, listener: PbxListener): Pbx {
  switch (set.kind) {
    case 'practice':
      return new PracticePbx(listener)
    case 'ami':
      return new Asterisk(amiOf(set.settings, set.secret), listener)
    case 'smdr':
      return new Smdr(smdrOf(set.settings, set.secret), listener)
    case 'http':
      return new VirtualPbx(httpOf(set.settings, set.secret), listener)
  }
}

/** Tries the connection and says what is wrong with it. Changes nothing at the exchange. */
export async function checkPbx(set: WithSecret): Promise<PbxCheck> {
  switch (set.kind) {
    case 'practice':
      return { problem: null, banner: '', lacking: [] }
    case 'ami':
      return checkAsterisk(amiOf(set.settings, set.secret))
    case 'smdr':
      return checkSmdr(smdrOf(set.settings, set.secret))
    case 'http':
      return checkVirtualPbx(httpOf(set.settings, set.secret))
  }
}

const amiOf = (settings: Of<'ami'>, secret: ExchangeSecret): AsteriskSettings => ({
  ...settings,
  secret: secret.password ?? '',
})

const smdrOf = (settings: Of<'smdr'>, secret: ExchangeSecret): SmdrSettings => ({
  format: formatOf(settings),
  source: settings.source,
  password: secret.password ?? '',
})

const httpOf = (settings: Of<'http'>, secret: ExchangeSecret): VirtualPbxSettings => ({
  mapping: mappingOf(settings),
  secret: secret.password ?? '',
  key: settings.key,
  silentMinutes: settings.silentMinutes,
  orderSecret: secret.order ?? '',
})

/** How the exchange prints its calls: ready-made, or with the office's own lines. Throws NOT_FOUND. */
export function formatOf({ format, own }: Pick<Of<'smdr'>, 'format' | 'own'>): SmdrFormat {
  const ready = readyFormat(format)
  if (!ready) throw new Refusal('NOT_FOUND')
  return { ...ready, ...own }
}

/** Where things stand in a notification: ready-made, or with the office's own places. Throws NOT_FOUND. */
export function mappingOf({ mapping, own }: Pick<Of<'http'>, 'mapping' | 'own'>): HttpMapping {
  const ready = readyMapping(mapping)
  if (!ready) throw new Refusal('NOT_FOUND')
  const places = Object.entries(own?.fields ?? {}).map(([field, place]) => [field, [place]] as const)
  return {
    ...ready,
    fields: { ...ready.fields, ...Object.fromEntries(places) },
    proof: own?.proof ?? ready.proof,
  }
}
