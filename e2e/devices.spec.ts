import { mkdir, writeFile } from 'node:fs/promises'
import { createServer, type AddressInfo, type Socket } from 'node:net'
import path from 'node:path'
import { printer, setUpPrinter } from './receiptPrinter.ts'
import { command, expect, network, testApart as test, windowOf } from './person.ts'

/** A scanner in the network, that waits for the program. */
async function scanner() {
  const sockets = new Set<Socket>()
  const server = createServer((socket) => {
    sockets.add(socket)
    socket.on('error', () => undefined)
  })
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  return {
    port: (server.address() as AddressInfo).port,
    scan: (code: string) => sockets.forEach((socket) => socket.write(`${code}\r\n`)),
    pull: () => {
      server.close()
      for (const socket of sockets) socket.destroy()
    },
  }
}

test('a scanner is set up by keys, what it reads arrives as from any scanner, and a pulled plug shows', async ({
  desk: page,
}) => {
  const { port, scan, pull } = await scanner()
  await command(page, 'Devices')
  const devices = windowOf(page, 'Devices')
  await expect(devices.getByText('No device yet')).toBeVisible()
  await page.keyboard.press('F2')
  const dialog = page.locator('.kit-dialog')
  await dialog.getByRole('textbox', { name: 'Name', exact: true }).fill('Till scanner')
  await dialog.getByRole('combobox', { name: 'How it is connected' }).selectOption('tcp')
  await dialog.getByRole('textbox', { name: 'Address' }).fill('127.0.0.1')
  await dialog.getByRole('textbox', { name: 'Port' }).fill('1')
  await dialog.getByRole('button', { name: 'Test the connection' }).press('Enter')
  await expect(dialog.getByText('nothing listens at this port')).toBeVisible()
  await dialog.getByRole('textbox', { name: 'Port' }).fill(String(port))
  await dialog.getByRole('button', { name: 'Test the connection' }).press('Enter')
  await expect(dialog.getByText('The connection works.')).toBeVisible()
  await dialog.getByRole('textbox', { name: 'Name', exact: true }).press('Enter')
  await expect(dialog).toHaveCount(0)
  await expect(devices.getByText('Connected', { exact: true })).toBeVisible()

  scan('NOBODY-17')
  await expect(page.getByText('Nothing is known under “NOBODY-17”.')).toBeVisible()
  await expect(devices.getByText('NOBODY-17 ·')).toBeVisible()

  pull()
  await expect(devices.getByText(/nothing listens at this port|The connection broke/)).toBeVisible()

  await devices.getByRole('button', { name: 'Put away' }).click()
  await expect(devices.getByText('No device yet')).toBeVisible()
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(devices.getByRole('heading', { name: 'Till scanner' })).toBeVisible()
})

test('a printer is set up and prints its test page, Khmer as a picture; one that is away holds nobody up', async ({
  desk: page,
}) => {
  const { port, received, close } = await printer()
  const devices = await setUpPrinter(page, port)

  await devices.getByRole('button', { name: 'Test page' }).click()
  await expect.poll(() => received().includes('Till printer')).toBe(true)
  // A strip as wide as the paper that has black dots: the row with scripts that the printer lacks.
  const strip = Buffer.from([0x1d, 0x76, 0x30, 0, 72, 0])
  await expect.poll(() => received().indexOf(strip)).toBeGreaterThan(0)
  const at = received().indexOf(strip) + 8
  const dots = received().subarray(at, at + 72 * 32)
  expect(dots.filter((eight) => eight !== 0).length).toBeGreaterThan(200)

  close()
  await devices.getByRole('button', { name: 'Test page' }).click()
  await expect(devices.getByText(/^Test page · .* · waits/)).toBeVisible()
  await expect(devices.getByText('nothing listens at this port')).toBeVisible()
  await devices.getByRole('button', { name: 'Do not print “Test page”' }).click()
  await expect(devices.getByText(/· waits/)).toHaveCount(0)
})

test('counts of a terminal come from a folder, are looked at, and a repeated one says so', async ({
  desk: page,
  office,
}) => {
  const folder = path.join(office.data, 'from-terminals')
  await mkdir(folder)
  await command(page, 'Devices')
  await expect(windowOf(page, 'Devices').getByText('No device yet')).toBeVisible()
  await page.keyboard.press('F2')
  const dialog = page.locator('.kit-dialog')
  await dialog.getByRole('textbox', { name: 'Name', exact: true }).fill('Store terminal')
  await dialog.getByRole('combobox', { name: 'Kind of device' }).selectOption('terminal')
  await dialog.getByRole('textbox', { name: 'Folder' }).fill(folder)
  await dialog.getByRole('textbox', { name: 'Try it: paste lines' }).fill('A-17;3\nnothing')
  await expect(dialog.getByText('A-17: quantity 3')).toBeVisible()
  await expect(dialog.getByText('Does not fit: nothing')).toBeVisible()
  await dialog.getByRole('textbox', { name: 'Name', exact: true }).press('Enter')
  await expect(dialog).toHaveCount(0)

  await command(page, 'Counts from terminals')
  const counts = windowOf(page, 'Counts from terminals')
  await expect(counts.getByText('No counts yet')).toBeVisible()
  await writeFile(path.join(folder, 'shelf.txt'), '4006381333931;12\nA-17;3\n')
  const first = counts.getByRole('listitem').filter({ hasText: 'shelf.txt' })
  await expect(first.getByText('waits for a stock-take')).toBeVisible({ timeout: 15_000 })
  await expect(first.getByText('2 lines, 15 in all')).toBeVisible()
  await first.getByRole('button', { name: 'Show' }).press('Enter')
  await expect(first.getByRole('cell', { name: '4006381333931' })).toBeVisible()

  await writeFile(path.join(folder, 'again.txt'), '4006381333931;12\nA-17;3\n')
  const again = counts.getByRole('listitem').filter({ hasText: 'again.txt' })
  await expect(again.getByText('came before')).toBeVisible({ timeout: 15_000 })
  await again.getByRole('button', { name: 'Drop' }).press('Enter')
  await expect(again.getByText('dropped')).toBeVisible()
})

test.describe('counting on a page', () => {
  test.use({ expectedErrors: network })

  test('what is scanned is counted, waits through a gap in the network, and arrives once', async ({
    desk: page,
  }) => {
    await command(page, 'Count goods')
    const counting = windowOf(page, 'Count goods')
    const code = counting.getByRole('textbox', { name: 'Barcode', exact: true })
    for (const typed of ['A-17', 'B-18', 'A-17']) {
      await code.fill(typed)
      await code.press('Enter')
      await expect(code).toHaveValue('')
    }
    await expect(counting.getByRole('textbox', { name: 'Quantity of A-17' })).toHaveValue('2')
    await counting.getByRole('textbox', { name: 'Quantity of B-18' }).fill('0.5')
    await page.context().setOffline(true)
    await counting.getByRole('textbox', { name: 'What was counted' }).fill('Shelf 3')
    await counting.getByRole('button', { name: 'Send the count' }).press('Enter')
    await expect(counting.getByText('1 count waits to be sent')).toBeVisible()
    await page.context().setOffline(false)
    await expect(counting.getByText('The office has it.')).toBeVisible({ timeout: 30_000 })
    await command(page, 'Counts from terminals')
    const counts = windowOf(page, 'Counts from terminals')
    await expect(counts.getByText('2 lines, 2.5 in all')).toHaveCount(1)
  })
})
