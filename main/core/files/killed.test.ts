import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { temporaryFolder } from '../testOffice.ts'
import { FileStore } from './store.ts'

/** Writes a file in a process of its own, which is killed at a moment of its work. */
async function killedWhile(folder: string, moment: 'writing' | 'before the name' | 'after the name') {
  const script = `
    import fs from 'node:fs/promises'
    import { syncBuiltinESMExports } from 'node:module'
    const moment = ${JSON.stringify(moment)}
    const die = () => process.kill(process.pid, 'SIGKILL')
    const { rename } = fs
    fs.rename = async (...names) => {
      if (moment === 'before the name') die()
      await rename(...names)
      if (moment === 'after the name') die()
    }
    syncBuiltinESMExports()
    const { FileStore } = await import(${JSON.stringify(new URL('./store.ts', import.meta.url).href)})
    const store = new FileStore(${JSON.stringify(folder)})
    store.open()
    const writer = await store.begin()
    await writer.write(Buffer.alloc(1000, 'a'))
    if (moment === 'writing') die()
    await writer.write(Buffer.alloc(1000, 'b'))
    await writer.finish()
  `
  const child = spawn(process.execPath, ['--input-type=module-typescript', '-e', script], {
    stdio: 'inherit',
  })
  const [, signal] = (await once(child, 'exit')) as [number | null, string | null]
  expect(signal).toBe('SIGKILL')
}

test.each(['writing', 'before the name'] as const)(
  'a file of which the program was killed while %s is not there, nor is anything left of it',
  async (moment) => {
    const folder = temporaryFolder()
    await killedWhile(folder, moment)
    expect(readdirSync(join(folder, 'files', 'incoming'))).toHaveLength(1)
    const store = new FileStore(folder)
    store.open()
    expect(await store.hashes()).toEqual([])
    expect(readdirSync(join(folder, 'files', 'incoming'))).toEqual([])
  },
)

test('a file that has its name is whole, also where the program was killed a moment later', async () => {
  const folder = temporaryFolder()
  await killedWhile(folder, 'after the name')
  const store = new FileStore(folder)
  store.open()
  const [hash] = await store.hashes()
  expect(await store.isWhole(hash!)).toBe(true)
  expect(readFileSync(store.pathOf(hash!), 'utf8')).toBe('a'.repeat(1000) + 'b'.repeat(1000))
  expect(await store.sweep(new Set(), 0)).toBe(0)
  expect(await store.sweep(new Set([hash!]), Infinity)).toBe(0)
  expect(await store.sweep(new Set(), Infinity)).toBe(1)
})
