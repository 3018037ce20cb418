import { LayoutDashboard } from 'lucide-react'
import { Suspense, useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { LimitNotices } from '../../areas/calls/costs/LimitNotices.tsx'
import type { Account } from '../../../app/contract/session.ts'
import { CallPopup } from '../../areas/areas.ts'
import { Button } from '../../kit/Button.tsx'
import { EmptyState } from '../../kit/EmptyState.tsx'
import { keepPreference, useMay } from '../account.ts'
import { MissedNotices } from '../calls/MissedNotices.tsx'
import { keys, writtenKeys } from '../keys.ts'
import { bringBackTorn, followTornWindows, screensOfDesk } from '../torn/desk.ts'
import { openWindow, readTorn, restoreDesk, type SavedDesk } from '../windows/index.ts'
import { DeskWithGuards } from './DeskWithGuards.tsx'
import { Rail } from './Rail.tsx'
import { SignedIn } from './SignedIn.tsx'
import { StatusBar } from './StatusBar.tsx'
import { TopBar } from './TopBar.tsx'

/** Everything a signed-in person sees: rail, search, desk, task strip, state of the office. */
export function DeskScreen() {
  return (
    <SignedIn prepare={restore}>
      {(_account, ended) => (
        <div className="shell" inert={ended}>
          <TopBar />
          <Rail />
          <main className="shell-desk">
            <WholeDesk />
          </main>
          <StatusBar />
          <Suspense>
            <CallPopup />
          </Suspense>
          <LimitNotices />
          <MissedNotices />
        </div>
      )}
    </SignedIn>
  )
}

function restore({ preferences: { desk } }: Account): void {
  if (desk) restoreDesk(desk)
  bringBackTorn(readTorn(desk))
}

const keep = (saved: SavedDesk) => void keepPreference({ desk: JSON.stringify(saved) })

function WholeDesk() {
  const { t } = useTranslation()
  const may = useMay()
  useEffect(() => followTornWindows(), [])
  return (
    <DeskWithGuards screens={screensOfDesk} onChange={keep}>
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
    </DeskWithGuards>
  )
}
