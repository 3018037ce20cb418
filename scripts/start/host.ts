/** The office host as a process of its own, for `npm start` and `npm run dev`. */
import { spawn, type ChildProcess } from 'node:child_process'
import path from 'node:path'

/**
 * What the office is started with: glibc gives large pieces back to the system as soon as they are free, and keeps two
 * places for small ones instead of one for each thread. The office's threads come and go; without it what one export
 * has left behind stays for good. Other systems do not know these words.
 */
export const officeEnvironment = { MALLOC_MMAP_THRESHOLD_: '262144', MALLOC_ARENA_MAX: '2' } as const

/** The office says in one line where it can be opened; the rest of the address belongs to it. */
const ADDRESS = /http:\/\/127\.0\.0\.1:\d+\S*/

/**
 * Starts `main/office.ts`, its output on screen, and calls `opened` once with its address. Ctrl+C and a polite
 * kill are left to the office, which closes its base; this process then ends with the same code.
 */
export function startOffice(
  root: string,
  nodeArguments: readonly string[],
  officeArguments: readonly string[],
  opened: (address: string) => void,
): ChildProcess {
  const office = spawn(
    process.execPath,
    [...nodeArguments, path.join(root, 'main/office.ts'), ...officeArguments],
    {
      stdio: ['inherit', 'pipe', 'inherit'],
      env: { ...process.env, ...officeEnvironment },
    },
  )
  let said = ''
  let address: string | undefined
  office.stdout.on('data', (chunk: Buffer) => {
    process.stdout.write(chunk)
    if (address) return
    said += chunk.toString()
    const whole = said.slice(0, said.lastIndexOf('\n') + 1)
    address = ADDRESS.exec(whole)?.[0]
    if (address) opened(address)
  })
  // The terminal sends Ctrl+C to the office too: only wait for it.
  process.on('SIGINT', () => undefined)
  for (const signal of ['SIGTERM', 'SIGHUP'] as const) process.on(signal, () => office.kill(signal))
  office.on('exit', (code) => process.exit(code ?? 1))
  return office
}
