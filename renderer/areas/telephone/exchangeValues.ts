import type { TelephoneDraft, TelephoneExchange } from '../../../app/contract/telephone.ts'
import {
  notificationFields,
  type ExchangeKind,
  type ExchangeSettings,
  type NotificationField,
} from '../../../app/exchanges.ts'
import type { RecordingsPlace } from '../../../app/recordings.ts'

type Settings<Kind extends ExchangeKind> = Extract<ExchangeSettings, { kind: Kind }>['settings']
type Source = Settings<'smdr'>['source']

/** What the form of an exchange holds: the fields of every kind, so that changing the kind and back loses nothing. */
export interface ExchangeValues {
  name: string
  branch: string
  enabled: boolean
  kind: ExchangeKind
  /** Empty: as it is. */
  password: string
  orderKey: string
  recordingsPassword: string
  recordings: { kind: RecordingsPlace['kind']; path: string; cut: string; address: string; user: string }
  extensions: { extension: string; userId: string }[]
  ami: Omit<Settings<'ami'>, 'trunks' | 'phones'> & {
    /** With commas between them. */
    trunks: string
    /** `name = extension`, one in each line. */
    phones: string
  }
  smdr: {
    format: string
    ownLines: boolean
    /** One in each line. */
    patterns: string
    dateOrder: 'MDY' | 'DMY' | 'YMD'
    moment: 'start' | 'end'
    source: Source['kind']
    path: string
    baud: number
    bits: '7' | '8'
    parity: 'none' | 'even' | 'odd'
    host: string
    port: number
  }
  http: {
    mapping: string
    key: string
    silentMinutes: number
    ownPlaces: boolean
    places: Record<NotificationField, string>
    proof: 'ready' | 'header' | 'field'
    proofName: string
  }
}

const noPlaces = Object.fromEntries(notificationFields.map((field) => [field, ''])) as Record<
  NotificationField,
  string
>

const usual: Omit<ExchangeValues, 'name' | 'branch' | 'enabled' | 'kind' | 'extensions'> = {
  password: '',
  orderKey: '',
  recordingsPassword: '',
  recordings: { kind: 'none', path: '', cut: '', address: '', user: '' },
  ami: {
    host: '',
    port: 5038,
    user: '',
    md5: true,
    phoneChannel: 'PJSIP/{extension}',
    lineChannel: 'PJSIP/{number}@trunk',
    context: 'from-internal',
    trunks: '',
    phones: '',
    ringSeconds: 30,
  },
  smdr: {
    format: 'panasonic',
    ownLines: false,
    patterns: '',
    dateOrder: 'DMY',
    moment: 'end',
    source: 'tcp',
    path: '',
    baud: 9600,
    bits: '8',
    parity: 'none',
    host: '',
    port: 2300,
  },
  http: {
    mapping: 'json',
    key: '',
    silentMinutes: 120,
    ownPlaces: false,
    places: noPlaces,
    proof: 'ready',
    proofName: '',
  },
}

/** What the form begins with: an exchange that there is, or a new one. */
export function valuesOf(exchange: TelephoneExchange | undefined): ExchangeValues {
  const values: ExchangeValues = {
    ...structuredClone(usual),
    name: exchange?.name ?? '',
    branch: exchange?.branch ?? '',
    enabled: exchange?.enabled ?? true,
    kind: exchange?.kind ?? 'ami',
    extensions: (exchange?.extensions ?? []).map(({ extension, userId }) => ({
      extension,
      userId: String(userId),
    })),
  }
  if (!exchange) return values
  Object.assign(values.recordings, exchange.recordings)
  switch (exchange.kind) {
    case 'practice':
      break
    case 'ami': {
      const { trunks, phones, ...plain } = exchange.settings
      const named = Object.entries(phones).map(([name, extension]) => `${name} = ${extension}`)
      values.ami = { ...plain, trunks: trunks.join(', '), phones: named.join('\n') }
      break
    }
    case 'smdr': {
      const { format, own, source } = exchange.settings
      const { kind, ...place } = source
      Object.assign(values.smdr, place, { format, source: kind })
      if (source.kind === 'serial') values.smdr.bits = source.bits === 7 ? '7' : '8'
      if (own)
        Object.assign(values.smdr, {
          ownLines: true,
          patterns: own.patterns.join('\n'),
          dateOrder: own.dateOrder,
          moment: own.moment,
        })
      break
    }
    case 'http': {
      const { mapping, key, silentMinutes, own } = exchange.settings
      Object.assign(values.http, { mapping, key, silentMinutes, ownPlaces: own !== null })
      values.http.places = { ...noPlaces, ...own?.fields }
      if (own?.proof) Object.assign(values.http, { proof: own.proof.kind, proofName: own.proof.name })
    }
  }
  return values
}

const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)

/** How pasted lines are to be read. */
export const formatSettings = ({
  format,
  ownLines,
  patterns,
  dateOrder,
  moment,
}: ExchangeValues['smdr']): Pick<Settings<'smdr'>, 'format' | 'own'> => ({
  format,
  own: ownLines ? { patterns: linesOf(patterns), dateOrder, moment } : null,
})

/** How a pasted notification is to be read. */
export function mappingSettings(http: ExchangeValues['http']): Pick<Settings<'http'>, 'mapping' | 'own'> {
  const { mapping, ownPlaces, places, proof, proofName } = http
  const given = Object.entries(places).filter(([, place]) => place.trim() !== '')
  const own = {
    fields: Object.fromEntries(given) as Partial<Record<NotificationField, string>>,
    proof: proof === 'ready' ? null : { kind: proof, name: proofName.trim() },
  }
  return { mapping, own: ownPlaces ? own : null }
}

function sourceOf(smdr: ExchangeValues['smdr']): Source {
  const { source, path, baud, bits, parity, host, port } = smdr
  if (source === 'serial')
    return { kind: 'serial', path: path.trim(), baud, bits: bits === '7' ? 7 : 8, parity }
  return { kind: source, host: host.trim(), port }
}

function settingsOf({ kind, ami, smdr, http }: ExchangeValues): ExchangeSettings {
  if (kind === 'smdr') return { kind, settings: { ...formatSettings(smdr), source: sourceOf(smdr) } }
  if (kind === 'practice') return { kind, settings: {} }
  if (kind === 'http') {
    const { key, silentMinutes } = http
    return { kind, settings: { ...mappingSettings(http), key: key.trim(), silentMinutes } }
  }
  const phones = linesOf(ami.phones).map((line) => line.split('=').map((part) => part.trim()))
  const trunks = ami.trunks
    .split(',')
    .map((name) => name.trim())
    .filter(Boolean)
  return {
    kind,
    settings: {
      ...ami,
      trunks,
      phones: Object.fromEntries(phones.filter(([name, extension]) => name && extension)) as Record<
        string,
        string
      >,
    },
  }
}

/** What a test of the connection is asked with. */
export const testOf = (values: ExchangeValues, id: number | undefined) => ({
  ...settingsOf(values),
  ...(id === undefined ? {} : { id }),
  ...(values.password === '' ? {} : { password: values.password }),
  ...(values.orderKey === '' ? {} : { orderKey: values.orderKey }),
})

/** Where the recordings lie, as the form says. */
export function recordingsOf({ kind, path, ...web }: ExchangeValues['recordings']): RecordingsPlace {
  if (kind === 'none') return { kind }
  return kind === 'folder' ? { kind, path, cut: web.cut } : { kind, ...web }
}

/** What is saved. */
export const draftOf = (values: ExchangeValues, id: number | undefined): TelephoneDraft => ({
  ...testOf(values, id),
  name: values.name.trim(),
  branch: values.branch.trim(),
  recordings: recordingsOf(values.recordings),
  ...(values.recordingsPassword === '' ? {} : { recordingsPassword: values.recordingsPassword }),
  enabled: values.enabled,
  extensions: values.extensions
    .filter(({ extension, userId }) => extension.trim() !== '' && userId !== '')
    .map(({ extension, userId }) => ({ extension: extension.trim(), userId: Number(userId) })),
})
