import { QueryClientProvider, useQuery } from '@tanstack/react-query'
import { Suspense, lazy, useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import type { Account } from '../../app/contract/session.ts'
import { ErrorState } from '../kit/ErrorState.tsx'
import { Kit } from '../kit/Kit.tsx'
import { Spinner } from '../kit/Spinner.tsx'
import { SignIn } from './door/SignIn.tsx'
import { SignInAgain } from './door/SignInAgain.tsx'
import { useWordsOfKit, useWordsOfWindows } from './language/kitWords.ts'
import { suggestLanguage, useLanguage } from './language/language.ts'
import { setConnection, useConnection } from './office/connection.ts'
import { queries } from './office/following.ts'
import { ask, enterOffice } from './office/office.ts'
import { tornPage } from './torn/address.ts'
import { WindowWordsProvider } from './windows/index.ts'

const FirstStart = lazy(() => import('./door/FirstStart.tsx').then((m) => ({ default: m.FirstStart })))
const LostBase = lazy(() => import('./door/LostBase.tsx').then((m) => ({ default: m.LostBase })))
const DeskScreen = lazy(() => import('./desk/DeskScreen.tsx').then((m) => ({ default: m.DeskScreen })))

const TornScreen = lazy(() => import('./torn/TornScreen.tsx').then((m) => ({ default: m.TornScreen })))

/** The one window that this page is for, where it is not for the whole desk. */
const torn = tornPage()

/** The whole page: who the office knows decides what is shown first. */
export function App() {
  const direction = useLanguage((state) => state.direction)
  const kitWords = useWordsOfKit()
  const windowWords = useWordsOfWindows()
  return (
    <QueryClientProvider client={queries}>
      <Kit words={kitWords} direction={direction}>
        <WindowWordsProvider value={windowWords}>
          <Suspense fallback={<Waiting />}>
            <Screen />
          </Suspense>
        </WindowWordsProvider>
      </Kit>
    </QueryClientProvider>
  )
}

const Waiting = () => (
  <div className="shell-waiting">
    <Spinner />
  </div>
)

function Screen() {
  const { t } = useTranslation()
  const connection = useConnection((state) => state.state)
  const door = useQuery({ ...ask.door.state.queryOptions(), retry: true, retryDelay: 1500, staleTime: 0 })
  const { data: state } = door

  useEffect(() => {
    if (state) void suggestLanguage(state.language)
  }, [state])

  const enter = (person: Account) => {
    const before = queries.getQueryData(ask.session.account.queryKey())
    // Somebody else: nothing of what the one before was shown may stay.
    if (before && before.id !== person.id) return location.reload()
    enterOffice()
    setConnection('connecting')
    void queries.invalidateQueries({ queryKey: ask.door.key() })
  }

  if (!state) {
    return door.failureCount > 1 ? (
      <main className="shell-waiting">
        <ErrorState
          title={t('door.unreachable.title')}
          text={t('door.unreachable.text')}
          onRetry={() => void door.refetch()}
        />
      </main>
    ) : (
      <Waiting />
    )
  }
  if (state.state === 'vanished') return <LostBase door={state} onChanged={() => door.refetch()} />
  if (state.state === 'first-start') return <FirstStart door={state} onEnter={enter} />
  if (state.state === 'sign-in') return <SignIn door={state} onEnter={enter} />
  return (
    <>
      {torn ? <TornScreen page={torn} /> : <DeskScreen />}
      {connection === 'signed-out' && <SignInAgain door={state} onEnter={enter} />}
    </>
  )
}
