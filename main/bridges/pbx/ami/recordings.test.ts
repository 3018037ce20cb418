import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { captures, renumbered, seenByPeople, truth, type Capture } from './capturesForTests.ts'
import { AmiCalls } from './calls.ts'
import { usualNaming } from './channel.ts'
import { messages } from './messages.ts'
import { recordedConnection, replayAmi, type RecordedConnection } from './recording.ts'

const cut = (bytes: Uint8Array, size: number): RecordedConnection => ({
  pieces: Array.from({ length: Math.ceil(bytes.length / size) }, (_, index) => ({
    seconds: 0,
    bytes: bytes.subarray(index * size, (index + 1) * size),
  })),
})

describe.skipIf(captures.length === 0)('recordings of a real Asterisk', () => {
  it.each(captures.map((capture) => [capture.name, capture] as const))('%s, at its pace', (_, capture) => {
    const calls = replayAmi([capture.connection])
    expect(calls.map(seenByPeople)).toEqual(capture.calls.map(truth))
    for (const [index, call] of calls.entries()) {
      const real = capture.calls[index]
      expect(Math.abs(call.talkSeconds - (real?.talk ?? NaN))).toBeLessThan(0.2)
      if (real && real.start >= 0) expect(Math.abs(call.startedAt / 1000 - real.start)).toBeLessThan(0.2)
    }
  })

  it('names every telephone that rang, and none that did not', () => {
    for (const capture of captures)
      for (const [index, call] of replayAmi([capture.connection]).entries()) {
        const real = capture.calls[index]
        if (!real || real.kind === 'desk phone') continue
        const rang = real.phones.filter((phone) => phone.rang != null).map((phone) => phone.extension)
        const called = real.direction === 'internal' ? rang.filter((phone) => phone !== real.from) : rang
        expect([capture.name, ...call.rang]).toEqual([capture.name, ...called])
      }
  })

  it('at once, and one byte at a time', () => {
    for (const capture of captures)
      for (const connection of [recordedConnection(capture.bytes), cut(capture.bytes, 1)])
        expect(replayAmi([connection]).map(seenByPeople)).toEqual(capture.calls.map(truth))
  })

  it('two hundred interleaved in one stream, message by message', () => {
    const calls = new AmiCalls(usualNaming)
    const streams = Array.from({ length: 200 }, (_, index) => {
      const capture = captures[index % captures.length] as Capture
      return { capture, left: messages().take(renumbered(capture.bytes, index)) }
    })
    for (let row = 0; streams.some((stream) => stream.left.length > row); row++)
      for (const { left } of streams) {
        const message = left[row]
        // One exchange starts once and lists its channels by itself.
        if (message && message.name !== 'FullyBooted') calls.hear(message, 0)
      }
    calls.finish(0)
    const made = calls.changes().filter((call) => call.outcome !== null)
    const wanted = streams.flatMap(({ capture }) => capture.calls.map(truth))
    const sorted = (rows: readonly object[]) => rows.map((row) => JSON.stringify(row)).sort()
    expect(sorted(made.map(seenByPeople))).toEqual(sorted(wanted))
  })

  it('with every message twice', () => {
    for (const capture of captures) {
      const blocks = capture.bytes.toString('utf8').split('\r\n\r\n')
      const twice = blocks.flatMap((block) => [block, block]).join('\r\n\r\n')
      expect(replayAmi([recordedConnection(Buffer.from(twice))]).map(seenByPeople)).toEqual(
        capture.calls.map(truth),
      )
    }
  })

  it('with neighbouring messages of different channels the other way round', () => {
    fc.assert(
      fc.property(fc.constantFrom(...captures), fc.nat(), (capture, seed) => {
        const all = messages().take(capture.bytes)
        const calls = new AmiCalls(usualNaming)
        for (let index = (seed % 5) + 1; index + 1 < all.length; index += 3 + (seed % 4)) {
          const [a, b] = [all[index], all[index + 1]]
          if (a && b && a.fields.get('uniqueid') !== b.fields.get('uniqueid') && late(a.name) && late(b.name))
            all.splice(index, 2, b, a)
        }
        for (const message of all) calls.hear(message, 0)
        calls.finish(0)
        const made = calls.changes().filter((call) => call.outcome !== null)
        expect(made.map(seenByPeople)).toEqual(capture.calls.map(truth))
      }),
      { numRuns: 300 },
    )
  })

  it('with garbage, losses and cuts anywhere: no crash, every call told once and to its end', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...captures),
        fc.array(fc.record({ place: fc.double({ min: 0, max: 1, noNaN: true }), what: garbage }), {
          maxLength: 8,
        }),
        (capture, wounds) => {
          let bytes = capture.bytes
          for (const { place, what } of wounds) {
            const at = Math.floor(place * bytes.length)
            bytes = Buffer.concat([bytes.subarray(0, at), what.bytes, bytes.subarray(at + what.lost)])
          }
          const calls = replayAmi([cut(bytes, 1000), cut(bytes.subarray(bytes.length / 2), 7)])
          expect(new Set(calls.map((call) => call.id)).size).toBe(calls.length)
          for (const call of calls) {
            expect(call.outcome).not.toBeNull()
            expect(call.endedAt).not.toBeNull()
            expect(call.ringing).toEqual([])
            expect(call.talkingSince).toBeNull()
            expect(call.talkSeconds).toBeGreaterThanOrEqual(0)
          }
        },
      ),
      { numRuns: 200 },
    )
  })
})

/** Events that Asterisk itself sends now sooner, now later: the order of the rest is fixed. */
function late(name: string): boolean {
  return [
    'Cdr',
    'Hangup',
    'OriginateResponse',
    'BridgeLeave',
    'Newstate',
    'ExtensionStatus',
    'NewConnectedLine',
  ].includes(name)
}

const garbage = fc.oneof(
  fc.record({
    bytes: fc.uint8Array({ maxLength: 200 }).map((bytes) => Buffer.from(bytes)),
    lost: fc.nat(500),
  }),
  fc.constant({ bytes: Buffer.from('\r\n\r\n'), lost: 0 }),
  fc.constant({ bytes: Buffer.alloc(100_000, 'x'), lost: 0 }),
  fc.constant({ bytes: Buffer.from('Event: Hangup\r\nUniqueid: \r\nLinkedid: \r\n\r\n'), lost: 0 }),
)
