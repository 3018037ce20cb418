import { useQuery } from '@tanstack/react-query'
import { useCallback, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { LayoutDashboard } from 'lucide-react'
import { may as rightIn } from '../../../app/rights.ts'
import '../../areas/areas.ts'
import { Button } from '../../kit/Button.tsx'
import { EmptyState } from '../../kit/EmptyState.tsx'
import { ErrorState } from '../../kit/ErrorState.tsx'
import { Spinner } from '../../kit/Spinner.tsx'
import { ask as askPerson } from '../../kit/ask.ts'
import { AccountProvider, keepPreference, useMay } from '../account.ts'
import { keepName } from '../door/keptName.ts'
import { sentenceOf } from '../errors.ts'
import { keys, writtenKeys } from '../keys.ts'
import { chooseLanguage, useLanguage, wasChosenAtDoor } from '../language/language.ts'
import { chooseOwnLanguage } from '../language/ownLanguage.ts'
import { followOffice } from '../office/following.ts'
import { useConnection } from '../office/connection.ts'
import { ask } from '../office/office.ts'
import { setTheme } from '../themes/useTheme.ts'
import { Desk, openWindow, restoreDesk, type SavedDesk } from '../windows/index.ts'
import { Rail } from './Rail.tsx'
import { shownAreas } from './shownAreas.ts'
import { listenToShellKeys } from './shellKeys.ts'
import { StatusBar } from './StatusBar.tsx'
import { TopBar } from './TopBar.tsx'

/** Everything a signed-in person sees: rail, search, desk, task strip, state of the office. */
export function DeskScreen() {
  const account = useQuery(ask.session.account.queryOptions())
  const prepared = useRef<number>(undefined)

  useEffect(() => {
    const stop = new AbortController()
    void followOffice(stop.signal)
    return () => stop.abort()
  }, [])
  const person = account.data
  const ended = useConnection((state) => state.state === 'signed-out')
  useEffect(() => {
    if (ended || !person) return undefined
    return listenToShellKeys(shownAreas((right) => rightIn(person.grant, right)))
  }, [ended, person])

  useEffect(() => {
    if (!person || prepared.current === person.id) return
    prepared.current = person.id
    keepName(person.name)
    const { language, theme, desk } = person.preferences
    if (wasChosenAtDoor()) void chooseOwnLanguage(useLanguage.getState().language)
    else if (language) void chooseLanguage(language)
    if (theme) setTheme(theme)
    if (desk) restoreDesk(desk)
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
      {/* Under the sign-in nothing of the desk is within reach. */}
      <div className="shell" inert={ended}>
        <TopBar />
        <Rail />
        <main className="shell-desk">
          <DeskWithGuards />
        </main>
        <StatusBar />
      </div>
    </AccountProvider>
  )
}

function DeskWithGuards() {
  const { t } = useTranslation()
  const may = useMay()
  const keep = useCallback((saved: SavedDesk) => void keepPreference({ desk: JSON.stringify(saved) }), [])
  const confirmClose = useCallback(
    () =>
      askPerson({
        title: t('shell.unsaved.title'),
        text: t('shell.unsaved.text'),
        yes: t('shell.unsaved.discard'),
        no: t('shell.unsaved.stay'),
        danger: true,
      }),
    [t],
  )
  return (
    <Desk onChange={keep} confirmClose={confirmClose}>
      <EmptyState
        icon={LayoutDashboard}
        title={t('shell.desk.empty')}
        text={t('shell.desk.emptyHelp', { keys: writtenKeys(keys.everything) })}
      >
        {may('clients.see') && (
          <Button kind="primary" onClick={() => openWindow('/clients')}>
            {t('shell.desk.openClients')}
          </Button>
        )}
      </EmptyState>
    </Desk>
  )
}
