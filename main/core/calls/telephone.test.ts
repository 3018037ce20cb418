import { expect, test, vi } from 'vitest'
import type { TelephoneDraft } from '../../../app/contract/telephone.ts'
import { PracticeServer } from '../../bridges/pbx/ami/practiceServer.ts'
import { testOffice } from '../testOffice.ts'
import { asteriskAt } from './callsForTests.ts'

/** An Asterisk as the window sends it. */
const asterisk = (port: number, more: Partial<TelephoneDraft> = {}): TelephoneDraft => {
  const { secret: _secret, ...draft } = asteriskAt(port)
  return { ...draft, extensions: [], password: 'crm-secret', ...more } as TelephoneDraft
}

async function practice() {
  const server = new PracticeServer()
  return { server, port: await server.listen() }
}

test('an exchange is set up, connects, is changed, put away and brought back, and no secret is given out or logged', async () => {
  const { server, port } = await practice()
  const office = await testOffice()
  const owner = await office.owner()
  const { id } = await owner.ask.telephone.save(
    asterisk(port, { extensions: [{ extension: '101', userId: owner.id }] }),
  )
  await vi.waitFor(() => expect(server.listeners).toBe(1))
  const all = await owner.ask.telephone.all()
  expect(all.exchanges).toMatchObject([{ id, hasPassword: true, extensions: [{ extension: '101' }] }])
  // Only its name is another: it is not connected anew for that.
  await owner.ask.telephone.save(asterisk(port, { id, name: 'Counter', password: undefined }))
  await vi.waitFor(async () =>
    expect(await owner.ask.telephone.states()).toMatchObject([{ name: 'Counter' }]),
  )
  await owner.ask.telephone.remove({ id, removed: true })
  await vi.waitFor(() => expect(server.listeners).toBe(0))
  expect(await owner.ask.telephone.states()).toEqual([])
  await owner.ask.telephone.remove({ id, removed: false })
  await vi.waitFor(() => expect(server.listeners).toBe(1))
  const { rows } = await owner.ask.log.page({ text: 'telephone' })
  expect(rows.map(({ action }) => action)).toEqual([
    'telephone.remove',
    'telephone.remove',
    'telephone.save',
    'telephone.save',
  ])
  expect(rows.at(-1)?.changes).toContainEqual({
    field: 'exchange.telephones',
    before: null,
    after: ['101 Sokha'],
  })
  expect(JSON.stringify([all, rows, await owner.ask.telephone.states()])).not.toContain('crm-secret')
  await office.office.exchanges.stop()
  await server.close()
})

test('the test of a connection says what is wrong', async () => {
  const { server, port } = await practice()
  const { ask } = await (await testOffice()).owner()
  const { extensions: _e, name: _n, branch: _b, enabled: _on, ...set } = asterisk(port)
  expect(await ask.telephone.test(set)).toMatchObject({ problem: null, lacking: [] })
  expect((await ask.telephone.test(set)).banner).toContain('Asterisk Call Manager')
  expect(await ask.telephone.test({ ...set, password: 'other' })).toMatchObject({ problem: 'wrong_password' })
  await server.close()
  expect(await ask.telephone.test(set)).toMatchObject({ problem: 'nothing_listens' })
})

test('a stored password is not sent to another place', async () => {
  const { server, port } = await practice()
  const thief = await practice()
  const { ask } = await (await testOffice()).owner()
  const { id } = await ask.telephone.save(asterisk(port))
  const elsewhere = asterisk(thief.port, { id, password: undefined })
  await expect(ask.telephone.test(elsewhere)).rejects.toMatchObject({ code: 'PASSWORD_AGAIN' })
  await expect(ask.telephone.save(elsewhere)).rejects.toMatchObject({ code: 'PASSWORD_AGAIN' })
  expect(thief.server.orders).toEqual([])
  await ask.telephone.save(asterisk(port, { id, enabled: false, password: undefined }))
  await Promise.all([server.close(), thief.server.close()])
})

test('who may not set up the telephone sees how exchanges stand and nothing more', async () => {
  const office = await testOffice()
  const { ask } = await office.person({ rights: ['calls.see', 'calls.board'] })
  expect(await ask.telephone.states()).toEqual([])
  for (const asked of [
    ask.telephone.all(),
    ask.telephone.save(asterisk(9)),
    ask.telephone.serialLines(),
    ask.telephone.test(asterisk(9)),
  ])
    await expect(asked).rejects.toMatchObject({ code: 'NO_RIGHT' })
})

test('pasted lines show what they mean, in a ready format and in the office’s own', async () => {
  const { ask } = await (await testOffice()).owner()
  const own = { patterns: ['{date}|{time}|{extension}|{number}|{duration}'], dateOrder: 'DMY', moment: 'start' } as const // prettier-ignore
  const settings = { format: 'samsung', own: { ...own, patterns: [...own.patterns] } }
  const text = '21/11/26|09:15|101|012345678|00:01:30\nnothing of it'
  expect(await ask.telephone.tryLines({ settings, text })).toMatchObject([
    { kind: 'call', extension: '101', number: '012345678', talkSeconds: 90 },
    { kind: 'strange' },
  ])
  const broken = { ...settings, own: { ...settings.own, patterns: ['{when} {duration}'] } }
  await expect(ask.telephone.tryLines({ settings: broken, text })).rejects.toMatchObject({
    code: 'BAD_PATTERN',
    data: { fault: 'unknown_field', piece: 'when' },
  })
})

test('a pasted notification shows what it means, also with the office’s own places', async () => {
  const { ask } = await (await testOffice()).owner()
  const settings = { mapping: 'json', own: { fields: { from: 'call.caller' }, proof: null } }
  const text = JSON.stringify({ id: 'c1', event: 'ringing', call: { caller: '012345678' } })
  expect(await ask.telephone.tryNotification({ settings, text })).toMatchObject([
    { id: 'c1', kind: 'ringing', from: '012345678' },
  ])
  expect(await ask.telephone.tryNotification({ settings, text: 'hello' })).toBeNull()
})
