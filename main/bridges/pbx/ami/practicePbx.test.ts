import { afterEach, describe, expect, it } from 'vitest'
import type { PbxCall } from '../../../../app/calls.ts'
import type { ConnectionState } from '../../connection/problems.ts'
import { PracticePbx } from './practicePbx.ts'

async function practice() {
  const told: PbxCall[] = []
  const states: ConnectionState[] = []
  const pbx = new PracticePbx(
    {
      call: (call) => told.push(call),
      state: (state) => states.push(state),
      gap: () => expect.unreachable(),
    },
    0.03,
  )
  pbx.start({ known: [], heardUntil: 1 })
  ends.push(() => pbx.stop())
  const until = (true_: () => boolean) => expect.poll(true_, { timeout: 10_000, interval: 10 }).toBe(true)
  await until(() => states.at(-1)?.kind === 'connected')
  return { pbx, told, until, last: () => told.at(-1) }
}

const ends: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const end of ends.splice(0)) await end()
})

describe('the practice exchange', () => {
  it('lets a client call, who is answered', async () => {
    const { pbx, told, until, last } = await practice()
    await pbx.play({ kind: 'answered', number: '012345678', extension: '101' })
    await until(() => last()?.talking[0] === '101')
    expect(told[0]).toMatchObject({ direction: 'incoming', from: '012345678', outcome: null })
    expect(told.find(({ ringing }) => ringing.length > 0)).toMatchObject({ ringing: ['101'] })
    await pbx.hangUp(last()!.id)
    await until(() => last()?.outcome === 'answered')
  })

  it('lets a colleague answer first', async () => {
    const { pbx, until, last } = await practice()
    await pbx.play({ kind: 'by_colleague', number: '012345678', extension: '101', colleague: '102' })
    await until(() => last()?.ringing.length === 2)
    await until(() => last()?.talking[0] === '102')
    expect(last()).toMatchObject({ ringing: [], answeredBy: '102' })
    await until(() => last()?.outcome === 'answered')
  })

  it('lets somebody without a number give up', async () => {
    const { pbx, until, last } = await practice()
    await pbx.play({ kind: 'missed', number: '', extension: '101' })
    await until(() => last()?.outcome === 'missed')
    expect(last()).toMatchObject({ from: '', rang: ['101'] })
  })

  it('dials, and sends the other side on to a colleague', async () => {
    const { pbx, until, last } = await practice()
    const id = await pbx.dial('101', '012345678')
    await until(() => last()?.answeredBy === '012345678')
    expect(last()).toMatchObject({ id, direction: 'outgoing', from: '101', to: '012345678' })
    await pbx.transfer(id, '102')
    await until(() => last()?.talking[0] === '102')
    expect(last()).toMatchObject({ id, transferredTo: ['102'] })
  })

  it('does nothing once it is stopped', async () => {
    const { pbx } = await practice()
    await pbx.stop()
    await expect(pbx.dial('101', '012345678')).rejects.toMatchObject({ why: 'not_connected' })
    await expect(pbx.play({ kind: 'missed', number: '', extension: '101' })).rejects.toMatchObject({
      why: 'not_connected',
    })
  })
})
