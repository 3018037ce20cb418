import { createServer, type AddressInfo, type Socket } from 'node:net'
import { paper } from './paperForTests.ts'

/** A printer in the network, as those of the ESC/POS kind answer. */
export class PracticePrinter {
  /** What it says of itself: 0x20 in the first is paper out, 0x04 an open cover. */
  state = 0x12
  paperState = 0x12
  /** Takes everything and says nothing. */
  mute = false
  /** Goes away in the middle of a receipt. */
  breaksOff = false
  port = 0
  #bytes: number[] = []
  readonly #sockets = new Set<Socket>()
  readonly #server = createServer((socket) => {
    this.#sockets.add(socket)
    socket.on('error', () => undefined)
    socket.on('close', () => this.#sockets.delete(socket))
    socket.on('data', (bytes) => this.#take(socket, bytes))
  })

  async listen(port = 0): Promise<number> {
    await new Promise<void>((resolve) => {
      this.#server.listen(port, '127.0.0.1', resolve)
    })
    this.port = (this.#server.address() as AddressInfo).port
    return this.port
  }

  /** Switched off, so to speak. */
  async close(): Promise<void> {
    for (const socket of this.#sockets) socket.destroy()
    await new Promise((resolve) => this.#server.close(resolve))
  }

  /** What came out so far. */
  get paper(): string[] {
    return paper(Uint8Array.from(this.#bytes))
  }

  /** Every byte of it, as letters. */
  get received(): string {
    return Buffer.from(this.#bytes).toString('latin1')
  }

  #take(socket: Socket, bytes: Buffer): void {
    let rest = bytes
    for (; rest.length > 0; rest = rest.subarray(1)) {
      const asked = rest.subarray(0, 3)
      const realTime = asked[0] === 0x10 && asked[1] === 0x04
      const inLine = asked[0] === 0x1d && asked[1] === 0x72
      if (realTime || inLine) {
        const answer = inLine ? 0 : asked[2] === 4 ? this.paperState : this.state
        if (!this.mute) socket.write(Uint8Array.of(answer))
        rest = rest.subarray(2)
        continue
      }
      if (this.breaksOff) return void socket.resetAndDestroy()
      this.#bytes.push(rest[0]!)
    }
  }
}
