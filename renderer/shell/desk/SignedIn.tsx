import { useQuery } from '@tanstack/react-query'
import { useEffect, useEffectEvent, useRef, type ReactNode } from 'react'
import type { Account } from '../../../app/contract/session.ts'
import { ErrorState } from '../../kit/ErrorState.tsx'
import { Spinner } from '../../kit/Spinner.tsx'
import { AccountProvider } from '../account.ts'
import { useFollowTelephone } from '../calls/telephone.ts'
import { keepName } from '../door/keptName.ts'
import { sentenceOf } from '../errors.ts'
import { chooseLanguage, useLanguage, wasChosenAtDoor } from '../language/language.ts'
import { chooseOwnLanguage } from '../language/ownLanguage.ts'
import { useConnection } from '../office/connection.ts'
import { followOffice } from '../office/following.ts'
import { ask } from '../office/office.ts'
import { setTheme } from '../themes/useTheme.ts'

interface Props {
  /** Once for every person who comes in, when their language and look are chosen. */
  readonly prepare: (account: Account) => void
  /** `ended`: the sign-in lies over everything, and nothing under it may be within reach. */
  readonly children: (account: Account, ended: boolean) => ReactNode
}

/** Whatever a signed-in person sees: who they are, in their language and look, kept up with what happens in the office. */
export function SignedIn({ prepare, children }: Props) {
  const account = useQuery(ask.session.account.queryOptions())
  const prepared = useRef<number>(undefined)
  const ended = useConnection((state) => state.state === 'signed-out')

  useEffect(() => {
    const stop = new AbortController()
    void followOffice(stop.signal)
    return () => stop.abort()
  }, [])
  const person = account.data
  const onPerson = useEffectEvent(prepare)
  useEffect(() => {
    if (!person || prepared.current === person.id) return
    prepared.current = person.id
    keepName(person.name)
    const { language, theme } = person.preferences
    if (wasChosenAtDoor()) void chooseOwnLanguage(useLanguage.getState().language)
    else if (language) void chooseLanguage(language)
    if (theme) setTheme(theme)
    onPerson(person)
  }, [person])

  if (account.isError)
    return (
      <main className="shell-waiting">
        <ErrorState title={sentenceOf(account.error)} onRetry={() => void account.refetch()} />
      </main>
    )
  if (!person)
    return (
      <div className="shell-waiting">
        <Spinner />
      </div>
    )
  return (
    <AccountProvider value={person}>
      <Following account={person} />
      {children(person, ended)}
    </AccountProvider>
  )
}

/** What concerns the person alone is kept up too, once it is known who they are. */
function Following({ account }: { account: Account }) {
  useFollowTelephone(account)
  return null
}
