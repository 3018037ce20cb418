import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { toast } from '../../kit/toasts.ts'
import { useAccount } from '../../shell/account.ts'
import { sentenceOf } from '../../shell/errors.ts'
import { ask, office } from '../../shell/office/office.ts'

/** What an exchange does not do is said. */
export const asked = (doing: Promise<unknown>): void =>
  void doing.catch((error: unknown) => toast({ text: sentenceOf(error), tone: 'bad' }))

export const handOver = (call: number, person: number): void =>
  asked(office.dialling.transfer({ call, to: { person } }))

/** To whom a call can be handed over: those with a telephone, without the reader; nobody where it is not asked for. */
export function useColleagues(enabled = true) {
  const account = useAccount()
  const { data } = useQuery({ ...ask.dialling.colleagues.queryOptions(), enabled })
  return useMemo(() => (data ?? []).filter(({ id }) => id !== account.id), [data, account.id])
}
