import { createServer, type AddressInfo, type Socket } from 'node:net'
import type { Locator, Page } from '@playwright/test'
import { command, expect, windowOf } from './person.ts'

/** A receipt printer in the network: what it is sent, and the answers it gives. */
export async function printer() {
  const received: Buffer[] = []
  const sockets = new Set<Socket>()
  const server = createServer((socket) => {
    sockets.add(socket)
    socket.on('error', () => undefined)
    socket.on('data', (bytes) => {
      received.push(bytes)
      const asked = bytes.includes(Buffer.from([0x10, 0x04])) ? 0x12 : undefined
      if (asked !== undefined) socket.write(Uint8Array.of(asked))
      if (bytes.includes(Buffer.from([0x1d, 0x72]))) socket.write(Uint8Array.of(0))
    })
  })
  const listen = (port = 0) =>
    new Promise<void>((resolve) => {
      server.listen(port, '127.0.0.1', resolve)
    })
  await listen()
  return {
    port: (server.address() as AddressInfo).port,
    received: () => Buffer.concat(received),
    close: () => {
      server.close()
      for (const socket of sockets) socket.destroy()
    },
  }
}

/** Sets a printer with a drawer up for this computer, by keys; gives back the window of devices. */
export async function setUpPrinter(page: Page, port: number): Promise<Locator> {
  await command(page, 'Devices')
  const devices = windowOf(page, 'Devices')
  await expect(devices.getByText('No device yet')).toBeVisible()
  await page.keyboard.press('F2')
  const dialog = page.locator('.kit-dialog')
  await dialog.getByRole('textbox', { name: 'Name', exact: true }).fill('Till printer')
  await dialog.getByRole('combobox', { name: 'Kind of device' }).selectOption('printer')
  await dialog.getByRole('textbox', { name: 'Address' }).fill('127.0.0.1')
  await dialog.getByRole('textbox', { name: 'Port' }).fill(String(port))
  await dialog.getByRole('combobox', { name: 'Cash drawer' }).selectOption('2')
  await dialog.getByRole('button', { name: 'Test the connection' }).press('Enter')
  await expect(dialog.getByText('The connection works.')).toBeVisible()
  await dialog.getByRole('textbox', { name: 'Name', exact: true }).press('Enter')
  await expect(dialog).toHaveCount(0)
  await expect(devices.getByText('Ready', { exact: true })).toBeVisible()
  return devices
}
