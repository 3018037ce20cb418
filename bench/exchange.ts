import { PracticeAsterisk } from '../main/bridges/pbx/ami/practice.ts'
import { PracticeServer } from '../main/bridges/pbx/ami/practiceServer.ts'
import type { Bench } from './surroundings.ts'

/** Longer than this nothing takes that works. */
const patience = 20_000

/** An exchange that the office listens to over TCP, and what it can be led to say. */
export interface BenchExchange {
  /** A call comes in and rings at a telephone; from the first byte on. Ends it again when asked. */
  ring(number: string, extension: string): { end(): void }
  close(): Promise<void>
}

/** Sets up an exchange with these telephones of whoever measures, and of others; ready when the office has signed in to it. */
export async function benchExchange(
  { client }: Bench,
  extensions: readonly string[],
  ofOthers: readonly { extension: string; userId: number }[] = [],
): Promise<BenchExchange> {
  const server = new PracticeServer()
  const port = await server.listen()
  const { id: userId } = await client.session.account()
  const { id } = await client.telephone.save({
    kind: 'ami',
    name: 'Bench',
    branch: '',
    enabled: true,
    password: server.secret,
    extensions: [...extensions.map((extension) => ({ extension, userId })), ...ofOthers],
    settings: {
      host: '127.0.0.1',
      port,
      user: server.user,
      md5: true,
      phoneChannel: 'PJSIP/{extension}',
      lineChannel: 'PJSIP/{number}@trunk',
      context: 'office',
      trunks: [],
      phones: {},
      ringSeconds: 30,
    },
  })
  await until(async () =>
    (await client.telephone.states()).some((one) => one.id === id && one.state === 'connected'),
  )
  // Names of channels are never given twice, in whatever round.
  const pbx = new PracticeAsterisk(Math.floor(Date.now() / 1000))
  const say = () =>
    server.say(
      pbx.said
        .splice(0)
        .map(({ text }) => text)
        .join(''),
    )
  return {
    ring(number, extension) {
      const customer = pbx.comesIn(number, '023900100')
      const desk = pbx.rings(customer, extension)
      say()
      return {
        end() {
          pbx.hangsUp(desk, customer)
          say()
        },
      }
    },
    async close() {
      await client.telephone.remove({ id, removed: true })
      await server.close()
    },
  }
}

async function until(holds: () => Promise<boolean>): Promise<void> {
  const end = Date.now() + patience
  /* eslint-disable no-await-in-loop -- until it holds */
  while (!(await holds())) {
    if (Date.now() > end) throw new Error('The office did not sign in to the exchange.')
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
  /* eslint-enable no-await-in-loop */
}

/** What comes in time; an error that says what did not. */
export async function inTime<T>(what: string, promise: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(`${what} did not come.`)), patience)
  })
  return Promise.race([promise, late]).finally(() => clearTimeout(timer))
}
