import { createHash } from 'node:crypto'
import { createServer, type AddressInfo, type Server, type Socket } from 'node:net'
import { beginOffice, command, enter, expect, owner, test, windowOf } from './person.ts'

/** Says what an Asterisk says to whoever signs in, and knows one password. */
async function asterisk(password: string): Promise<{ server: Server; pull: () => void }> {
  const key = createHash('md5').update(`1${password}`).digest('hex')
  const sockets = new Set<Socket>()
  const server = createServer((socket) => {
    sockets.add(socket)
    socket.on('error', () => undefined)
    socket.write('Asterisk Call Manager/11.0.0\r\n')
    socket.on('data', (bytes) => {
      for (const order of String(bytes).split('\r\n\r\n').filter(Boolean)) {
        const of = (field: string) => new RegExp(`^${field}: (.*)$`, 'm').exec(order)?.[1]?.trim() ?? ''
        const say = (response: string, row: string) =>
          socket.write(`Response: ${response}\r\nActionID: ${of('ActionID')}\r\n${row}\r\n\r\n`)
        if (of('Action') === 'Challenge') say('Success', 'Challenge: 1')
        else if (of('Action') === 'ListCommands')
          say('Success', 'CoreShowChannels: y\r\nOriginate: y\r\nHangup: y\r\nRedirect: y')
        else if (of('Action') === 'CoreShowChannels') {
          say('Success', 'EventList: start\r\nMessage: Channels will follow')
          socket.write(
            `Event: CoreShowChannelsComplete\r\nActionID: ${of('ActionID')}\r\nEventList: Complete\r\n\r\n`,
          )
        } else if (of('Action') !== 'Login') say('Success', 'Message: done')
        else if (of('Key') === key) {
          say('Success', 'Message: Authentication accepted')
          socket.write('Event: FullyBooted\r\nUptime: 100\r\nStatus: Fully Booted\r\n\r\n')
        } else say('Error', 'Message: Authentication failed')
      }
    })
  })
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  const pull = () => {
    server.close()
    for (const socket of sockets) socket.destroy()
  }
  return { server, pull }
}

test('an exchange is set up by keys, the test says what is wrong, and the desk shows how it stands', async ({
  page,
  office,
}) => {
  const { server, pull } = await asterisk('rain on the roof')
  const { port } = server.address() as AddressInfo
  await beginOffice(page.context(), office)
  await enter(page, office, owner)
  await command(page, 'Telephone')
  const telephone = windowOf(page, 'Telephone')
  await expect(telephone.getByText('No exchange yet')).toBeVisible()
  await page.keyboard.press('F2')
  const dialog = page.locator('.kit-dialog')
  await dialog.getByRole('textbox', { name: 'Name', exact: true }).fill('Front office')
  await dialog.getByRole('textbox', { name: 'Address' }).fill('127.0.0.1')
  await dialog.getByRole('textbox', { name: 'Port' }).fill(String(port))
  await dialog.getByRole('textbox', { name: 'User' }).fill('counterpart')
  await dialog.getByRole('textbox', { name: 'Password' }).fill('rain')
  const trial = dialog.getByRole('button', { name: 'Test the connection' })
  await trial.press('Enter')
  await expect(dialog.getByText('The user or the password is wrong.')).toBeVisible()
  await dialog.getByRole('textbox', { name: 'Password' }).fill('rain on the roof')
  await trial.press('Enter')
  await expect(dialog.getByText('The connection works: the exchange tells of its calls')).toBeVisible()
  await dialog.getByRole('button', { name: 'Add a telephone' }).press('Enter')
  await dialog.getByRole('textbox', { name: 'Extension' }).fill('101')
  await dialog.getByRole('combobox', { name: 'Person' }).selectOption(owner.name)
  await dialog.getByRole('textbox', { name: 'Extension' }).press('Enter')
  await expect(dialog).toHaveCount(0)

  await expect(telephone.getByText('Connected', { exact: true })).toBeVisible()
  await expect(telephone.getByText(`101 ${owner.name}`)).toBeVisible()
  const state = page.getByRole('status', { name: 'State of the office' })
  await expect(state.getByRole('button', { name: 'Telephone' })).toBeVisible()

  // The plug is pulled: the desk says so, and a press leads to what to do.
  pull()
  await expect(state.getByRole('button', { name: 'Front office is not connected' })).toBeVisible()
  await expect(telephone.getByText('nothing listens at this port')).toBeVisible()

  await telephone.getByRole('button', { name: 'Put away…' }).click()
  await page.getByRole('button', { name: 'Put away', exact: true }).click()
  await expect(telephone.getByText('No exchange yet')).toBeVisible()
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(telephone.getByRole('heading', { name: 'Front office' })).toBeVisible()
})

test('what an exchange prints is tried before it is trusted', async ({ page, office }) => {
  await beginOffice(page.context(), office)
  await enter(page, office, owner)
  await command(page, 'Telephone')
  await expect(windowOf(page, 'Telephone').getByText('No exchange yet')).toBeVisible()
  await page.keyboard.press('F2')
  const dialog = page.locator('.kit-dialog')
  await dialog.getByRole('combobox', { name: 'Kind of exchange' }).selectOption('smdr')
  const paste = dialog.getByRole('textbox', { name: 'Try it: paste lines' })
  await paste.fill('21/11/26|09:15|101|012345678|00:01:30')
  await expect(dialog.getByText('Does not fit.')).toBeVisible()
  await dialog.getByRole('checkbox', { name: 'It prints in another way' }).check()
  await dialog
    .getByRole('textbox', { name: 'Lines', exact: true })
    .fill('{date}|{time}|{extension}|{number}|{length}')
  await expect(dialog.getByText('There is nothing called length')).toBeVisible()
  await dialog
    .getByRole('textbox', { name: 'Lines', exact: true })
    .fill('{date}|{time}|{extension}|{number}|{duration}')
  await dialog.getByRole('combobox', { name: 'Order in a date' }).selectOption('DMY')
  await expect(dialog.getByText(/number 012345678 · telephone 101 .* talked 90 s/)).toBeVisible()
})
