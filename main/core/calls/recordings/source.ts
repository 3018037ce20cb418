import { constants } from 'node:fs'
import { open, realpath, stat } from 'node:fs/promises'
import { isAbsolute, join, relative, sep } from 'node:path'
import { Refusal } from '../../../../app/errors.ts'
import type { RecordingProblem, RecordingsPlace } from '../../../../app/recordings.ts'

/** The bytes of a recording, from where its exchange keeps it. */
export type RecordingBytes = AsyncIterable<Uint8Array>

/** A server that says nothing for so long is away, milliseconds. */
const patience = 60_000

/**
 * Opens a recording by the name that the exchange gave it. Such a name is not trusted: it never leads out of the folder or
 * to another server. Throws RECORDING.
 */
export function openSource(
  place: RecordingsPlace,
  password: string | undefined,
  name: string,
  signal: AbortSignal | undefined,
): Promise<RecordingBytes> {
  if (place.kind === 'folder') return fromFolder(place.path, within(name, place.cut))
  if (place.kind === 'web') return fromServer(place, password, name, signal)
  return fail('no_place')
}

export function fail(why: RecordingProblem): never {
  throw new Refusal('RECORDING', { why })
}

/** The steps of a name below the folder. Throws RECORDING where they would lead elsewhere. */
function within(name: string, cut: string): string[] {
  const front = cut === '' || cut.endsWith('/') ? cut : `${cut}/`
  const steps = (front !== '' && name.startsWith(front) ? name.slice(front.length) : name).split('/')
  // Backslashes and drives lead elsewhere at a Windows computer.
  const leaves = (step: string) =>
    step === '' || step === '.' || step === '..' || /[\\\0]|^[a-z]:/i.test(step)
  return steps.some(leaves) ? fail('outside') : steps
}

async function fromFolder(path: string, steps: readonly string[]): Promise<RecordingBytes> {
  const folder = await realpath(path).catch(() => fail('away'))
  // Wherever links lead: what counts is where the bytes lie.
  const file = await realpath(join(folder, ...steps)).catch(() => fail('missing'))
  const below = relative(folder, file)
  if (below === '' || below === '..' || below.startsWith(`..${sep}`) || isAbsolute(below)) fail('outside')
  // Asked first: opening a pipe would wait for whoever writes into it.
  if (!(await stat(file)).isFile()) fail('missing')
  // Windows knows no O_NOFOLLOW; elsewhere nobody puts a link in its place meanwhile.
  const handle = await open(file, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0)).catch(() =>
    fail('refused'),
  )
  return handle.createReadStream() as RecordingBytes
}

async function fromServer(
  { address, cut, user }: Extract<RecordingsPlace, { kind: 'web' }>,
  password: string | undefined,
  name: string,
  signal: AbortSignal | undefined,
): Promise<RecordingBytes> {
  const until = AbortSignal.any([AbortSignal.timeout(patience), ...(signal ? [signal] : [])])
  const proof = Buffer.from(`${user}:${password ?? ''}`).toString('base64')
  const answer = await fetch(addressOf(address, cut, name), {
    // One that leads on could lead into the office's own network.
    redirect: 'manual',
    signal: until,
    headers: user === '' ? {} : { authorization: `Basic ${proof}` },
  }).catch(() => fail('away'))
  if (answer.ok && answer.body) return answer.body
  await answer.body?.cancel()
  if (answer.status === 401 || answer.status === 403) fail('refused')
  return fail(answer.status === 404 || answer.status === 410 ? 'missing' : 'away')
}

/** Providers name the whole address: it has to be one of the server that the office has set up. */
function addressOf(address: string, cut: string, name: string): URL {
  const own = (path: string) => new URL(address.replaceAll('{name}', path))
  if (!/^https?:\/\//i.test(name)) return own(within(name, cut).map(encodeURIComponent).join('/'))
  const told = URL.parse(name)
  if (!told || told.origin !== own('').origin || told.username !== '' || told.password !== '') fail('outside')
  return told
}
