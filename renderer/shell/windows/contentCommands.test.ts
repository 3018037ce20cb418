import { Users } from 'lucide-react'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openWindow } from './actions.ts'
import { addContentCommand, runContentCommand, waitForContent } from './contentCommands.ts'
import { emptyDesk } from './deskState.ts'
import { deskStore } from './deskStore.ts'
import { registerKind } from './kinds.ts'

let forget = () => {}
const ends: (() => void)[] = []
beforeEach(() => {
  deskStore.setState(emptyDesk, true)
  forget = registerKind({
    pattern: '/clients/:id',
    title: ({ id }) => `${id}`,
    icon: Users,
    size: { width: 600, height: 400 },
    component: () => null,
    area: 'clients',
  })
})
afterEach(() => [...ends.splice(0), forget].forEach((end) => end()))

const soon = () => new Promise((resolve) => setTimeout(resolve))

test('a key pressed while a window is still being fetched is answered when it is there, once', async () => {
  const id = openWindow('/clients/1')!
  const arrived = waitForContent(id)
  expect(runContentCommand('new')).toBe(true)
  let made = 0
  // React lets go of what was shown meanwhile before it starts what has come.
  arrived()
  const end = addContentCommand(id, 'new', () => made++)
  await soon()
  expect(made).toBe(1)
  end()
  ends.push(addContentCommand(id, 'new', () => made++))
  await soon()
  expect(made).toBe(1)
})

test('what the window turns out not to know is forgotten', async () => {
  const id = openWindow('/clients/1')!
  const arrived = waitForContent(id)
  runContentCommand('new')
  arrived()
  await soon()
  let made = 0
  ends.push(addContentCommand(id, 'new', () => made++))
  await soon()
  expect(made).toBe(0)
})

test('a key is not answered by a window that is no longer in front', async () => {
  const id = openWindow('/clients/1')!
  const arrived = waitForContent(id)
  runContentCommand('new')
  openWindow('/clients/2')
  arrived()
  let made = 0
  ends.push(addContentCommand(id, 'new', () => made++))
  await soon()
  expect(made).toBe(0)
})

test('a window that is there and knows no such command says so', () => {
  openWindow('/clients/1')
  expect(runContentCommand('new')).toBe(false)
})
