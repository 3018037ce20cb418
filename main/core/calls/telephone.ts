import { SerialPort } from 'serialport'
import type { TelephoneDraft, TelephoneExchange } from '../../../app/contract/telephone.ts'
import { placeOf, type ExchangeSecret, type ExchangeSettings } from '../../../app/exchanges.ts'
import { Refusal } from '../../../app/errors.ts'
import { recordingsServer } from '../../../app/recordings.ts'
import {
  insertExchange,
  readExchanges,
  readExtensions,
  readGaps,
  setExchangeRemoved,
  setExtensions,
  updateExchange,
  type Exchange,
} from '../../../db/calls/exchanges.ts'
import { readAllUsers, readNames } from '../../../db/staff.ts'
import type { Reading } from '../../../db/tables.ts'
import { readyMappings } from '../../bridges/pbx/http/mapping.ts'
import { readBody, readNotifications } from '../../bridges/pbx/http/notification.ts'
import { checkFormat, readyFormats, type SmdrFormat } from '../../bridges/pbx/smdr/formats.ts'
import { PatternProblem } from '../../bridges/pbx/smdr/pattern.ts'
import { lineReader } from '../../bridges/pbx/smdr/record.ts'
import { changesBetween } from '../changes.ts'
import { note } from '../notebook.ts'
import type { Services, Work } from '../work.ts'
import { checkPbx, formatOf, mappingOf } from './making.ts'

const mostGaps = 20
const mostLines = 50

/** The office's telephone exchanges. */
export const telephone: Services<'telephone'> = {
  states: async ({ office }) => office.exchanges.states(),

  async all({ base }) {
    const extensions = await readExtensions(base)
    const exchanges: TelephoneExchange[] = []
    for (const { secret, heardUntil: _heard, ...exchange } of await readExchanges(base))
      exchanges.push({
        ...exchange,
        extensions: extensions.flatMap(({ exchangeId, extension, userId }) =>
          exchangeId === exchange.id ? [{ extension, userId }] : [],
        ),
        hasPassword: Boolean(secret.password),
        hasOrderKey: Boolean(secret.order),
        hasRecordingsPassword: Boolean(secret.recordings),
        // eslint-disable-next-line no-await-in-loop -- one connection
        gaps: await readGaps(base, exchange.id, mostGaps),
      })
    const people = await readAllUsers(base)
    return {
      exchanges,
      people: people.filter(({ active }) => active).map(({ id, name }) => ({ id, name })),
      formats: readyFormats.map(({ id, name, patterns, dateOrder, moment, port, dialogue }) => ({
        id,
        name,
        patterns: [...patterns],
        dateOrder,
        moment,
        port,
        asksPassword: dialogue.length > 0,
      })),
      mappings: readyMappings.map(({ id, name, order }) => ({ id, name, dials: order !== null })),
    }
  },

  async save(work, { id, extensions, password, orderKey, recordingsPassword, ...draft }) {
    const before = id === undefined ? undefined : await exchangeOf(work.base, id)
    usable(draft)
    const secret = secretOf(before, draft, { password, orderKey, recordingsPassword })
    const named = unlikeEachOther(extensions)
    const people = await readNames(
      work.trx,
      named.map(({ userId }) => userId),
    )
    if (named.some(({ userId }) => !people.has(userId))) throw new Refusal('NOT_FOUND')
    const told = before ? await loggedOf(work, before) : {}
    const saved = before?.id ?? (await insertExchange(work.trx, { ...draft, secret }))
    if (before) await updateExchange(work.trx, saved, { ...draft, secret })
    await setExtensions(work.trx, saved, named)
    const now = await loggedOf(work, await exchangeOf(work.base, saved))
    const newPassword = [password, orderKey, recordingsPassword].some((typed) => typed !== undefined)
    work.log({
      subject: { type: 'exchange', id: saved, name: draft.name },
      changes: [
        ...changesBetween('exchange', told, now),
        ...(newPassword ? [{ field: 'exchange.password', before: null, after: true }] : []),
      ],
    })
    listenAnew(work)
    return { id: saved }
  },

  async remove(work, { id, removed }) {
    const name = await setExchangeRemoved(work.trx, id, removed ? work.at : null)
    if (name === undefined) throw new Refusal('NOT_FOUND')
    work.log({
      subject: { type: 'exchange', id, name },
      changes: [{ field: 'exchange.removed', before: !removed, after: removed }],
    })
    listenAnew(work)
    return null
  },

  async test({ base }, { id, password, orderKey, ...set }) {
    const before = id === undefined ? undefined : await exchangeOf(base, id)
    usable(set)
    const { problem, banner, lacking } = await checkPbx({
      ...set,
      secret: secretOf(before, set, { password, orderKey }),
    })
    return { problem, banner: banner.slice(0, 200), lacking: [...lacking] }
  },

  async serialLines() {
    const lines = await SerialPort.list().catch((error: unknown) => {
      note('warn', 'serial lines', error)
      return []
    })
    return lines.map(({ path, manufacturer }) => ({ path, maker: manufacturer ?? '' }))
  },

  async tryLines({ office }, { settings, text }) {
    const read = lineReader(usableFormat(formatOf(settings)))
    const lines = text.split(/\r?\n/).filter((line) => line.trim() !== '')
    return lines.slice(0, mostLines).map((line) => {
      const found = read(line, office.now())
      const record = found.kind === 'call' ? found.record : undefined
      return {
        line,
        kind: found.kind,
        direction: record?.direction ?? null,
        extension: record?.extension ?? '',
        number: record?.number ?? '',
        trunk: record?.line ?? '',
        moment: record?.moment ?? null,
        talkSeconds: (record?.talkMs ?? 0) / 1000,
        answered: record?.answered ?? false,
      }
    })
  },

  async tryNotification(_look, { settings, text }) {
    const body = readBody(text)
    if (body === undefined) return null
    return readNotifications(mappingOf(settings), body).map((told) => ({
      id: told.id,
      kind: told.kind,
      direction: told.direction,
      from: told.from,
      to: told.to,
      extension: told.extension,
      moment: told.startedAt ?? told.answeredAt ?? told.endedAt,
      talkSeconds: told.talkSeconds,
      outcome: told.outcome,
    }))
  },
}

/** Throws NOT_FOUND. */
async function exchangeOf(base: Reading, id: number): Promise<Exchange> {
  const found = (await readExchanges(base)).find((exchange) => exchange.id === id)
  if (!found) throw new Refusal('NOT_FOUND')
  return found
}

/** Throws NOT_FOUND, BAD_PATTERN where the exchange could not be understood so. */
function usable(set: ExchangeSettings): void {
  if (set.kind === 'smdr') usableFormat(formatOf(set.settings))
  if (set.kind === 'http') mappingOf(set.settings)
}

function usableFormat(format: SmdrFormat): SmdrFormat {
  try {
    checkFormat(format)
    return format
  } catch (error) {
    if (error instanceof PatternProblem)
      throw new Refusal('BAD_PATTERN', { fault: error.fault, piece: error.piece })
    throw error
  }
}

/** The secret as it is to be. One that nobody typed anew goes nowhere else than before: throws PASSWORD_AGAIN. */
function secretOf(
  before: Exchange | undefined,
  set: ExchangeSettings & Pick<TelephoneDraft, 'recordings'>,
  typed: Pick<TelephoneDraft, 'password' | 'orderKey' | 'recordingsPassword'>,
): ExchangeSecret {
  const moved = before !== undefined && (before.kind !== set.kind || placeOf(before) !== placeOf(set))
  const recordingsMoved =
    before !== undefined &&
    set.recordings?.kind === 'web' &&
    recordingsServer(before.recordings) !== recordingsServer(set.recordings)
  const one = (given: string | undefined, kept: string | undefined, elsewhere: boolean) => {
    if (given === undefined && kept && elsewhere) throw new Refusal('PASSWORD_AGAIN')
    return given ?? kept
  }
  const password = one(typed.password, before?.secret.password, moved)
  const order = one(typed.orderKey, before?.secret.order, moved)
  const recordings = one(typed.recordingsPassword, before?.secret.recordings, recordingsMoved)
  return {
    ...(password ? { password } : {}),
    ...(order ? { order } : {}),
    ...(recordings ? { recordings } : {}),
  }
}

/** A telephone has one owner: of two lines for the same, the last holds. */
const unlikeEachOther = (extensions: TelephoneDraft['extensions']): TelephoneDraft['extensions'] => [
  ...new Map(extensions.map((one) => [one.extension, one])).values(),
]

/** What the log says of an exchange: no secret, and people by their names. */
async function loggedOf({ trx }: Work, exchange: Exchange) {
  const extensions = (await readExtensions(trx)).filter(({ exchangeId }) => exchangeId === exchange.id)
  const names = await readNames(
    trx,
    extensions.map(({ userId }) => userId),
  )
  const { name, kind, branch, enabled, recordings } = exchange
  return {
    name,
    kind,
    branch,
    enabled,
    place: placeOf(exchange),
    recordings:
      recordings.kind === 'folder' ? recordings.path : recordings.kind === 'web' ? recordings.address : '',
    telephones: extensions.map(({ extension, userId }) => `${extension} ${names.get(userId) ?? ''}`.trim()),
  }
}

/** Once it is committed, the exchanges are listened to as they are set up now. */
function listenAnew({ office, afterwards }: Work): void {
  afterwards(() => {
    office.exchanges.reload().catch((error: unknown) => note('error', 'listening to the exchanges', error))
  })
}
