import { createHmac } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { beginOffice, command, enter, expect, openArea, owner, test, windowOf } from './person.ts'

/** So many seconds of the sound that telephone exchanges keep. */
function wav(seconds: number): Buffer {
  const rate = 8000
  const head = Buffer.from(
    'RIFF\0\0\0\0WAVEfmt \x10\0\0\0\x01\0\x01\0\0\0\0\0\0\0\0\0\x02\0\x10\0data\0\0\0\0',
    'latin1',
  )
  const sound = Buffer.alloc(seconds * rate * 2, 1)
  head.writeUInt32LE(36 + sound.length, 4)
  head.writeUInt32LE(rate, 24)
  head.writeUInt32LE(rate * 2, 28)
  head.writeUInt32LE(sound.length, 40)
  return Buffer.concat([head, sound])
}

test('the office says where its recordings lie, and a call is heard by keys', async ({ page, office }) => {
  const folder = await mkdtemp(path.join(tmpdir(), 'counterpart-recordings-'))
  await beginOffice(page.context(), office)
  await enter(page, office, owner)
  await command(page, 'Telephone')
  await expect(windowOf(page, 'Telephone').getByText('No exchange yet')).toBeVisible()
  await page.keyboard.press('F2')
  const dialog = page.locator('.kit-dialog')
  await dialog.getByRole('textbox', { name: 'Name', exact: true }).fill('Provider')
  await dialog.getByRole('combobox', { name: 'Kind of exchange' }).selectOption('http')
  await dialog.getByRole('combobox', { name: 'Provider' }).selectOption('json')
  await dialog.getByRole('textbox', { name: 'Secret' }).fill('rain on the roof')
  await dialog.getByRole('combobox', { name: 'Recordings' }).selectOption('web')
  await dialog.getByRole('textbox', { name: 'Address of a recording' }).fill('https://pbx.example/{nam}')
  await dialog.getByRole('textbox', { name: 'User at the server' }).focus()
  await expect(
    dialog.getByText('An address begins with http:// or https:// and has {name} in it'),
  ).toBeVisible()
  await dialog.getByRole('combobox', { name: 'Recordings' }).selectOption('folder')
  const typed = dialog.getByRole('textbox', { name: 'Folder', exact: true })
  await typed.fill(folder)
  await typed.press('Enter')
  await expect(dialog).toHaveCount(0)
  await expect(windowOf(page, 'Telephone').getByRole('heading', { name: 'Provider' })).toBeVisible()

  const told = JSON.stringify({
    id: 'c1',
    event: 'history',
    direction: 'in',
    from: '012345678',
    start: new Date(Date.now() - 60_000).toISOString(),
    talk_seconds: 42,
    status: 'answered',
    recording: 'first.wav',
  })
  const proof = createHmac('sha256', 'rain on the roof').update(told).digest('hex')
  const heard = await page.request.post(`${new URL(office.address).origin}/exchange/1`, {
    headers: { 'content-type': 'application/json', 'x-signature': proof },
    data: told,
  })
  expect(heard.status()).toBe(200)

  const calls = await openArea(page, 'Calls')
  await calls.getByRole('row', { name: /012345678|012 345 678/ }).dblclick()
  const player = page.getByRole('region', { name: 'Recording', exact: true })
  const listen = player.getByRole('button', { name: 'Listen' })
  await listen.press('Enter')
  await expect(player.getByText('The recording is not there.')).toBeVisible()
  await writeFile(path.join(folder, 'first.wav'), wav(20))
  await listen.press('Enter')
  await expect(player.getByRole('button', { name: 'Pause' })).toBeFocused()
  await expect(player.getByText('/ 0:20')).toBeVisible()
  const line = player.getByRole('slider', { name: 'Position' })
  await line.press('Space')
  await expect(player.getByRole('button', { name: 'Play', exact: true })).toBeVisible()
  await line.fill('10')
  await line.press('ArrowRight')
  await expect(line).toHaveAttribute('aria-valuetext', '0:15 of 0:20')
  await line.press('ArrowLeft')
  await line.press('ArrowLeft')
  await expect(line).toHaveAttribute('aria-valuetext', '0:05 of 0:20')
  await player.getByRole('button', { name: '2×' }).click()
  expect(await player.locator('audio').evaluate((audio: HTMLAudioElement) => audio.playbackRate)).toBe(2)

  await command(page, 'Operation log')
  await expect(windowOf(page, 'Operation log').getByText('Listened to a recording')).toHaveCount(1)
  await rm(folder, { recursive: true })
})
