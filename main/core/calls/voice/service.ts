import type { VoiceMessage, VoiceState } from '../../../../app/contract/voiceMessages.ts'
import { Refusal } from '../../../../app/errors.ts'
import { hides } from '../../../../app/rights.ts'
import { readExchanges } from '../../../../db/calls/exchanges.ts'
import { readRefusals, whoRefuses, writeRefusals } from '../../../../db/calls/refusals.ts'
import {
  countCalling,
  countPeople,
  insertPeople,
  pageOfPeople,
  readMessages,
  readPeopleDigits,
  setMessageState,
  writeMessage,
  type StoredMessage,
} from '../../../../db/calls/voice.ts'
import { readRows } from '../../../../db/clients/page.ts'
import { mainName } from '../../../../db/clients/rows.ts'
import { writeSetting } from '../../../../db/settings.ts'
import { changesBetween } from '../../changes.ts'
import { reachClient, reachClients, readingLanguage, rowNeeds } from '../../clients/reach.ts'
import { settingsOf } from '../../clients/service.ts'
import type { LongWork, Look, Services, Work } from '../../work.ts'
import { gather } from '../lists/people.ts'
import { audioHead, readAudio } from './audio.ts'
import { bringToExchange, playedName, readPlace, voicePlaceKey } from './place.ts'

/** Written in one go; calls are answered in between. */
const slice = 1000

/** Throws NOT_FOUND. */
async function existing(look: Look, id: number): Promise<StoredMessage> {
  const [message] = await readMessages(look.base, { id })
  if (!message) throw new Refusal('NOT_FOUND')
  return message
}

const said = (message: Pick<StoredMessage, 'name' | 'fileName' | 'rules'>) => ({
  name: message.name,
  file: message.fileName,
  lines: message.rules.lines,
  attempts: message.rules.attempts,
  pause: message.rules.pause,
  hoursFrom: message.rules.hours.from,
  hoursTo: message.rules.hours.to,
  days: message.rules.hours.days,
})

/** A recording that was brought and is whole, with what an exchange makes of it. Throws NOT_FOUND. */
async function broughtAudio({ office, actor }: Look, upload: string, name: string) {
  const { hash, size } = office.incoming.whole(actor.session, upload)
  return { hash, ...readAudio(await office.files.read(hash, 0, audioHead), size, name) }
}

async function setState(
  work: Pick<Work, 'trx' | 'log' | 'tell'>,
  { id, name, state }: StoredMessage,
  next: VoiceState,
): Promise<void> {
  await setMessageState(work.trx, id, next)
  work.log({
    subject: { type: 'voiceMessage', id, name },
    changes: [{ field: 'voiceMessage.state', before: state, after: next }],
  })
  work.tell({ type: 'voiceMessages.changed' })
}

/** Recorded messages to one client or to many. */
export const voiceMessages: Services<'voiceMessages'> = {
  async list({ base }) {
    const counts = await countPeople(base)
    const calling = new Map((await countCalling(base)).map(({ message, count }) => [message, count]))
    const messages = await readMessages(base)
    return Promise.all(
      messages.map(async (message): Promise<VoiceMessage> => {
        const own = counts.filter(({ message: of }) => of === message.id)
        const results: VoiceMessage['results'] = {}
        for (const { result, count } of own) if (result) results[result] = count
        const { id, name, exchangeId, fileName, lengthMs, rules, state, maker, createdAt } = message
        return {
          id,
          name,
          exchange: exchangeId,
          file: { name: fileName, lengthMs },
          played: await playedName(base, message),
          rules,
          state,
          maker,
          createdAt,
          total: own.reduce((sum, { count }) => sum + count, 0),
          done: own.reduce((sum, { done }) => sum + done, 0),
          calling: calling.get(id) ?? 0,
          results,
        }
      }),
    )
  },

  async people(look, { id, offset, limit }) {
    await existing(look, id)
    const { total, rows } = await pageOfPeople(look.base, id, offset, limit)
    const ids = rows.flatMap(({ client_id }) => client_id ?? [])
    const reached = (await reachClients(look, [...new Set(ids)])).map((card) => card.id)
    const needs = rowNeeds(look.actor, await readingLanguage(look, await settingsOf(look)))
    const names = new Map((await readRows(look.base, reached, needs)).map((row) => [row.id, row.name]))
    const seesNumbers = !hides(look.actor.grant, 'client.phones')
    return {
      total,
      rows: rows.map((row) => {
        const name = row.client_id === null ? undefined : names.get(row.client_id)
        const unreached = row.client_id !== null && name === undefined
        return {
          id: row.id,
          client: name === undefined ? null : { id: row.client_id!, name },
          ...(seesNumbers && !unreached ? { number: row.number } : {}),
          attempts: row.attempts,
          result: row.result,
          calling: Boolean(row.calling),
          nextAt: row.next_at,
          doneAt: row.done_at,
        }
      }),
    }
  },

  async exchanges({ base, office }) {
    return (await readExchanges(base))
      .filter(({ id }) => office.exchanges.pbx(id)?.abilities.includes('voice_message'))
      .map(({ id, name }) => ({ id, name }))
  },

  async checkFile(look, { upload, name }) {
    const { problem, lengthMs, said: about } = await broughtAudio(look, upload, name)
    return { problem, lengthMs, said: about }
  },

  async save(look, { id, name, exchange, file, rules }) {
    const audio = file && (await broughtAudio(look, file.upload, file.name))
    if (audio?.problem) throw new Refusal('FILE_UNREADABLE', { reason: audio.problem })
    return look.write(async (work) => {
      const before = id === undefined ? undefined : await existing(work, id)
      if (before?.state === 'running') throw new Refusal('IN_USE')
      const kept =
        audio && file
          ? {
              file: audio.hash,
              fileName: file.name,
              extension: audio.extension as string,
              lengthMs: audio.lengthMs,
            }
          : before
      if (!kept) throw new Refusal('FILE_UNREADABLE', { reason: 'not_audio' })
      const message = {
        id,
        name,
        exchangeId: exchange,
        rules,
        file: kept.file,
        fileName: kept.fileName,
        extension: kept.extension,
        lengthMs: kept.lengthMs,
      }
      const saved = await writeMessage(work.trx, message, { at: work.at, by: work.actor.userId })
      work.log({
        subject: { type: 'voiceMessage', id: saved, name },
        changes: changesBetween('voiceMessage', before ? said(before) : {}, said(message)),
      })
      work.tell({ type: 'voiceMessages.changed' })
      return { id: saved }
    })
  },

  async add(look, { id, source }) {
    const message = await existing(look, id)
    const { people, withoutNumber } = await look.office.use(() => gather(look, source))
    let [added, known, unwanted] = [0, 0, 0]
    for (let from = 0; from < people.length; from += slice) {
      // eslint-disable-next-line no-await-in-loop -- a slice at a time
      await look.write(async ({ trx, at }) => {
        const there = await readPeopleDigits(trx, id)
        const fresh = people.slice(from, from + slice).filter(({ digits }) => {
          if (there.has(digits)) return void known++
          return there.add(digits)
        })
        const refuse = await whoRefuses(
          trx,
          fresh.flatMap(({ clientId }) => clientId ?? []),
          'voice',
        )
        const marked = fresh.map((one) => ({
          ...one,
          unwanted: one.clientId !== null && refuse.has(one.clientId),
        }))
        await insertPeople(trx, id, marked, at)
        added += fresh.length
        unwanted += marked.filter((one) => one.unwanted).length
      })
      if (look.signal?.aborted) break
    }
    await look.write(async ({ log, tell }) => {
      log({
        subject: { type: 'voiceMessage', id, name: message.name },
        changes: [{ field: 'voiceMessage.added', before: null, after: added }],
      })
      tell({ type: 'voiceMessages.changed' })
    })
    return { added, known, withoutNumber, unwanted }
  },

  async start(look, { id }) {
    await bringToExchange(look.office, await existing(look, id))
    await look.write(async (work) => {
      const message = await existing(work, id)
      if (message.state !== 'running') await setState(work, message, 'running')
    })
    look.office.voice.wake()
    return null
  },

  async pause(work, { id }) {
    const message = await existing(work, id)
    if (message.state === 'running') await setState(work, message, 'paused')
    return null
  },

  stop: stopMessage,

  place: ({ base }) => readPlace(base),

  async savePlace(work, place) {
    const before = await readPlace(work.trx)
    await writeSetting(work.trx, voicePlaceKey, place)
    work.log({ changes: changesBetween('voicePlace', before, place) })
    work.tell({ type: 'voiceMessages.changed' })
    return null
  },

  async refusals(look, { client }) {
    await reachClient(look, client)
    return readRefusals(look.base, client)
  },

  async setRefusals(work, { client, refusals }) {
    const card = await reachClient(work, client)
    const before = await readRefusals(work.trx, client)
    await writeRefusals(work.trx, client, refusals)
    const { sortLanguage } = await settingsOf(work)
    const changes = changesBetween(
      'client',
      { refusals: before },
      { refusals: await readRefusals(work.trx, client) },
    )
    if (changes.length > 0)
      work.log({ subject: { type: 'client', id: client, name: mainName(card.names, sortLanguage) }, changes })
    // The table of clients is filtered by it.
    work.tell({ type: 'client.changed', ids: [client] })
    work.tell({ type: 'voiceMessages.changed' })
    return null
  },
}

/** No call begins any more once this is written; then those that are on end. */
async function stopMessage(look: LongWork, { id }: { id: number }): Promise<null> {
  await look.write(async (work) => {
    const message = await existing(work, id)
    if (message.state === 'running' || message.state === 'paused') await setState(work, message, 'stopped')
  })
  await look.office.use(() => look.office.voice.hangUp(id))
  return null
}
