import type { VoiceState } from '../../app/contract/voiceMessages.ts'
import type { VoiceResult, VoiceRules } from '../../app/voice.ts'
import { insertMany, oneOf } from '../dialect.ts'
import type { Reading, Writing } from '../tables.ts'
import type { NewEntry } from './listEntries.ts'

export interface StoredMessage {
  readonly id: number
  readonly name: string
  readonly exchangeId: number | null
  readonly file: string
  readonly fileName: string
  readonly extension: string
  readonly lengthMs: number
  readonly rules: VoiceRules
  readonly state: VoiceState
  readonly maker: string | null
  readonly createdAt: number
}

/** All of them, the newest first; or one, or those that run. */
export async function readMessages(
  base: Reading,
  which: { id?: number; running?: true } = {},
): Promise<StoredMessage[]> {
  const rows = await base
    .selectFrom('voice_messages')
    .leftJoin('users', 'users.id', 'voice_messages.user_id')
    .select([
      'voice_messages.id',
      'voice_messages.name',
      'connection_id as exchangeId',
      'file',
      'file_name as fileName',
      'extension',
      'length_ms as lengthMs',
      'rules',
      'state',
      'users.name as maker',
      'voice_messages.created_at as createdAt',
    ])
    .$if(which.id !== undefined, (query) => query.where('voice_messages.id', '=', which.id!))
    .$if(which.running === true, (query) => query.where('state', '=', 'running'))
    .orderBy('voice_messages.id', 'desc')
    .execute()
  return rows.map((row) => ({ ...row, rules: JSON.parse(row.rules) as VoiceRules }))
}

/** Writes a new one, a draft, or over one; gives back its id. */
export async function writeMessage(
  trx: Writing,
  {
    id,
    ...message
  }: Pick<StoredMessage, 'name' | 'exchangeId' | 'file' | 'fileName' | 'extension' | 'lengthMs' | 'rules'> & {
    id: number | undefined
  },
  { at, by }: { at: number; by: number },
): Promise<number> {
  const values = {
    name: message.name,
    connection_id: message.exchangeId,
    file: message.file,
    file_name: message.fileName,
    extension: message.extension,
    length_ms: message.lengthMs,
    rules: JSON.stringify(message.rules),
  }
  if (id !== undefined) {
    await trx.updateTable('voice_messages').set(values).where('id', '=', id).execute()
    return id
  }
  const made = await trx
    .insertInto('voice_messages')
    .values({ ...values, state: 'draft', user_id: by, created_at: at })
    .returning('id')
    .executeTakeFirstOrThrow()
  return made.id
}

export async function setMessageState(trx: Writing, id: number, state: VoiceState): Promise<void> {
  await trx.updateTable('voice_messages').set({ state }).where('id', '=', id).execute()
}

/** How many people of each message have which result, and how many are done. */
export const countPeople = (base: Reading) =>
  base
    .selectFrom('voice_people')
    .select(({ fn }) => [
      'message_id as message',
      'result',
      fn.countAll<number>().as('count'),
      fn.count<number>('done_at').as('done'),
    ])
    .groupBy(['message_id', 'result'])
    .execute()

/** How many are on the line, by message. */
export const countCalling = (base: Reading) =>
  base
    .selectFrom('voice_attempts')
    .select(({ fn }) => ['message_id as message', fn.countAll<number>().as('count')])
    .where('result', 'is', null)
    .groupBy('message_id')
    .execute()

/** Adds people; those who want none are done at once. The caller has seen to it that none of them is there. */
export const insertPeople = (
  trx: Writing,
  message: number,
  people: readonly (NewEntry & { readonly unwanted: boolean })[],
  at: number,
): Promise<void> =>
  insertMany(
    trx,
    'voice_people',
    ['message_id', 'client_id', 'number', 'digits', 'country', 'result', 'next_at', 'done_at'],
    people.map(({ clientId, number, digits, country, unwanted }) => [
      message,
      clientId,
      number,
      digits,
      country,
      unwanted ? 'unwanted' : null,
      at,
      unwanted ? at : null,
    ]),
  )

export async function readPeopleDigits(base: Reading, message: number): Promise<Set<string>> {
  const rows = await base
    .selectFrom('voice_people')
    .select('digits')
    .where('message_id', '=', message)
    .execute()
  return new Set(rows.map(({ digits }) => digits))
}

/** A page of the people of a message in their order, and how many they are. */
export async function pageOfPeople(base: Reading, message: number, offset: number, limit: number) {
  const { total } = await base
    .selectFrom('voice_people')
    .select(({ fn }) => fn.countAll<number>().as('total'))
    .where('message_id', '=', message)
    .executeTakeFirstOrThrow()
  const rows = await base
    .selectFrom('voice_people')
    .select(['id', 'client_id', 'number', 'attempts', 'result', 'next_at', 'done_at'])
    .select((eb) =>
      eb
        .exists(
          eb
            .selectFrom('voice_attempts')
            .select('voice_attempts.id')
            .where('voice_attempts.message_id', '=', message)
            .whereRef('person_id', '=', 'voice_people.id')
            .where('voice_attempts.result', 'is', null),
        )
        .as('calling'),
    )
    .where('message_id', '=', message)
    .orderBy('id')
    .offset(offset)
    .limit(limit)
    .execute()
  return { total, rows }
}

/** Who is to be called next, as many as there are lines; nobody who is on the line. */
export const peopleToCall = (base: Reading, message: number, now: number, limit: number) =>
  base
    .selectFrom('voice_people')
    .select(['id', 'client_id', 'number', 'country', 'attempts'])
    .where('message_id', '=', message)
    .where('done_at', 'is', null)
    .where('next_at', '<=', now)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('voice_attempts')
            .select('voice_attempts.id')
            .where('voice_attempts.message_id', '=', message)
            .whereRef('person_id', '=', 'voice_people.id')
            .where('voice_attempts.result', 'is', null),
        ),
      ),
    )
    .orderBy('next_at')
    .orderBy('id')
    .limit(limit)
    .execute()

export async function isAnybodyLeft(base: Reading, message: number): Promise<boolean> {
  const row = await base
    .selectFrom('voice_people')
    .select('id')
    .where('message_id', '=', message)
    .where('done_at', 'is', null)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

export async function setPerson(
  trx: Writing,
  id: number,
  changed: Partial<{ result: VoiceResult | null; attempts: number; next_at: number; done_at: number }>,
): Promise<void> {
  await trx.updateTable('voice_people').set(changed).where('id', '=', id).execute()
}

export async function insertVoiceAttempt(
  trx: Writing,
  attempt: {
    personId: number
    messageId: number
    clientId: number | null
    exchangeId: number
    reference: string
    at: number
  },
): Promise<void> {
  await trx
    .insertInto('voice_attempts')
    .values({
      person_id: attempt.personId,
      message_id: attempt.messageId,
      client_id: attempt.clientId,
      connection_id: attempt.exchangeId,
      reference: attempt.reference,
      at: attempt.at,
      result: null,
    })
    .execute()
}

export async function endVoiceAttempt(
  trx: Writing,
  id: number,
  result: VoiceResult,
  talkMs: number,
): Promise<void> {
  await trx.updateTable('voice_attempts').set({ result, talk_ms: talkMs }).where('id', '=', id).execute()
}

/** Attempts that are on, with the call that the exchange made of each, as far as it is known. */
export const attemptsOn = (base: Reading, message?: number) =>
  base
    .selectFrom('voice_attempts')
    .innerJoin('voice_people', 'voice_people.id', 'person_id')
    .leftJoin('calls', (join) =>
      join
        .onRef('calls.connection_id', '=', 'voice_attempts.connection_id')
        .onRef('calls.reference', '=', 'voice_attempts.reference'),
    )
    .select([
      'voice_attempts.id',
      'voice_attempts.message_id as messageId',
      'voice_attempts.connection_id as exchangeId',
      'voice_attempts.reference',
      'voice_attempts.at',
      'person_id as personId',
      'voice_people.attempts',
      'voice_people.country',
      'calls.outcome',
      'calls.talk_ms as talkMs',
    ])
    .where('voice_attempts.result', 'is', null)
    .$if(message !== undefined, (query) => query.where('voice_attempts.message_id', '=', message!))
    .execute()

/** Voice messages to these clients, the latest first, from behind one on. */
export const readVoiceOf = (
  base: Reading,
  clients: readonly number[],
  { before, limit }: { before: number | undefined; limit: number },
) =>
  base
    .selectFrom('voice_attempts')
    .innerJoin('voice_messages', 'voice_messages.id', 'message_id')
    .leftJoin('users', 'users.id', 'voice_messages.user_id')
    .select([
      'voice_attempts.id',
      'voice_attempts.at',
      'users.name as by',
      'voice_messages.name',
      'voice_attempts.result',
    ])
    .where(oneOf('voice_attempts.client_id', clients))
    .$if(before !== undefined, (query) => query.where('voice_attempts.id', '<', before!))
    .orderBy('voice_attempts.id', 'desc')
    .limit(limit)
    .execute()
