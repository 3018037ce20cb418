import { createServer, type AddressInfo, type Socket } from 'node:net'
import { command, expect, testApart as test, windowOf } from './person.ts'

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
