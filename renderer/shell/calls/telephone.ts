import { useQuery } from '@tanstack/react-query'
import i18next from 'i18next'
import { useEffect } from 'react'
import { create } from 'zustand'
import type { PracticeSceneName } from '../../../app/contract/callPopup.ts'
import type { OwnTelephone } from '../../../app/contract/dialling.ts'
import type { Account } from '../../../app/contract/session.ts'
import { may } from '../../../app/rights.ts'
import { toast } from '../../kit/toasts.ts'
import { useConnection } from '../office/connection.ts'
import { sentenceOf } from '../errors.ts'
import { ask, office } from '../office/office.ts'
import { readLiveCalls } from './liveCalls.ts'

/** The reader's own telephone, for everything that shows a number: read once per page. */
export const useTelephone = create<{ telephone: OwnTelephone | null }>(() => ({ telephone: null }))

/** Keeps the reader's telephone, and the calls on the line, as the office has them. */
export function useFollowTelephone({ grant }: Account): void {
  const { data } = useQuery({ ...ask.dialling.telephone.queryOptions(), enabled: may(grant, 'calls.dial') })
  useEffect(() => useTelephone.setState({ telephone: data ?? null }), [data])
  const connected = useConnection(({ state }) => state === 'open')
  const heeds = may(grant, 'calls.see')
  // What is told from now on comes by itself; this is what was on the line before.
  useEffect(() => {
    if (connected && heeds) void readLiveCalls().catch(() => undefined)
  }, [connected, heeds])
}

/** Whether numbers can be called from here. */
export const useMayDial = (): boolean =>
  useTelephone(({ telephone }) => telephone?.can.includes('dial') ?? false)

/** Asks the exchange for a call; what it does not do is said. The state of the call is the pop-up's to show. */
export async function callNumber(number: string): Promise<void> {
  try {
    await office.dialling.dial({ number })
    toast({
      text: i18next.t('dialling.rings', { number: `\u2066${number}\u2069` }),
      tone: 'info',
      seconds: 4,
    })
  } catch (error) {
    toast({ text: sentenceOf(error), tone: 'bad' })
  }
}

/** Lets the practice exchange call the reader. */
export async function practise(scene: PracticeSceneName): Promise<void> {
  try {
    await office.callPopup.practise({ scene })
  } catch (error) {
    toast({ text: sentenceOf(error), tone: 'bad' })
  }
}
