import type { ExchangeSettings } from '../../../app/exchanges.ts'
import type { Exchange } from '../../../db/calls/exchanges.ts'
import { Asterisk } from '../../bridges/pbx/ami/asterisk.ts'
import { readyMapping } from '../../bridges/pbx/http/mapping.ts'
import { VirtualPbx } from '../../bridges/pbx/http/virtual.ts'
import type { Pbx, PbxListener } from '../../bridges/pbx/pbx.ts'
import { readyFormat } from '../../bridges/pbx/smdr/formats.ts'
import { Smdr } from '../../bridges/pbx/smdr/smdr.ts'

/** The bridge to an exchange as the office has set it up. Throws where it names a format that there is not. */
export function makePbx(exchange: Exchange, listener: PbxListener): Pbx {
  const { secret } = exchange
  // The kind and the settings were written together.
  const set = exchange as unknown as ExchangeSettings
  switch (set.kind) {
    case 'ami':
    case 'practice':
      return new Asterisk({ ...set.settings, secret: secret.password ?? '' }, listener)
    case 'smdr': {
      const format = readyFormat(set.settings.format)
      if (!format) throw new Error(`no format ${set.settings.format}`)
      return new Smdr({ format, source: set.settings.source, password: secret.password ?? '' }, listener)
    }
    case 'http': {
      const mapping = readyMapping(set.settings.mapping)
      if (!mapping) throw new Error(`no mapping ${set.settings.mapping}`)
      const orders = { key: set.settings.key, orderSecret: secret.order ?? '' }
      return new VirtualPbx({ mapping, secret: secret.password ?? '', ...orders }, listener)
    }
  }
}
