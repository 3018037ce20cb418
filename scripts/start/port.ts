import { createServer } from 'node:net'

/** `port`, or the first free one after it, on this computer's own address. */
export async function freePort(port: number): Promise<number> {
  return (await isFree(port)) ? port : freePort(port + 1)
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer()
    server.once('error', () => resolve(false))
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)))
  })
}
