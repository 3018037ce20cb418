import { describe, expect, it } from 'vitest'
import { ask, askStore, choose } from './ask.ts'
import { closeToast, toast, toastStore } from './toasts.ts'

const answer = (id: string | undefined) => askStore.current()[0]?.answer(id)

describe('questions', () => {
  it('wait their turn, and each gets its own answer', async () => {
    const first = ask({ title: 'Delete?', yes: 'Delete', danger: true })
    const second = choose({
      title: 'Save?',
      choices: [
        { id: 'no', label: 'Do not' },
        { id: 'yes', label: 'Save' },
      ],
    })
    expect(askStore.current().map(({ question }) => question.title)).toEqual(['Delete?', 'Save?'])
    answer('yes')
    answer('no')
    expect(await first).toBe(true)
    expect(await second).toBe('no')
    expect(askStore.current()).toEqual([])
  })

  it('closing one means no', async () => {
    const asked = ask({ title: 'Delete?', yes: 'Delete' })
    answer(undefined)
    expect(await asked).toBe(false)
  })
})

describe('toasts', () => {
  it('shows three at most and closes the one that is meant', () => {
    const close = ['a', 'b', 'c', 'd'].map((text) => toast({ text }))
    const texts = () => toastStore.current().map(({ text }) => text)
    expect(texts()).toEqual(['b', 'c', 'd'])
    close[2]?.()
    expect(texts()).toEqual(['b', 'd'])
    for (const { id } of toastStore.current()) closeToast(id)
    expect(texts()).toEqual([])
  })

  it('stays longer with something to do, and for ever when told', () => {
    toast({ text: 'Deleted', action: { label: 'Undo', onChoose: () => {} } })
    toast({ text: 'Look', seconds: 0 })
    expect(toastStore.current().map(({ stays }) => stays)).toEqual([10_000, 0])
  })
})
