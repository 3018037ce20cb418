import { LayoutDashboard } from 'lucide-react'
import { useEffect, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Account } from '../../../app/contract/session.ts'
import { Button } from '../../kit/Button.tsx'
import { EmptyState } from '../../kit/EmptyState.tsx'
import { DeskWithGuards } from '../desk/DeskWithGuards.tsx'
import { SignedIn } from '../desk/SignedIn.tsx'
import { openWindow, showAsPages, useActiveWindow } from '../windows/index.ts'
import type { TornPage } from './address.ts'
import { followDesk, screensOfPage } from './page.ts'

/** One window of the desk in a window of its own, on another screen: no rail, no search, what it opens lies over it. */
export function TornScreen({ page }: { page: TornPage }) {
  const prepare = () => {
    showAsPages()
    openWindow(page.address)
  }
  return (
    <SignedIn prepare={prepare}>
      {(account, ended) => (
        <div className="shell shell-alone" inert={ended}>
          <main className="shell-desk">
            <Pages page={page} account={account} />
          </main>
        </div>
      )}
    </SignedIn>
  )
}

function Pages({ page, account }: { page: TornPage; account: Account }) {
  const { t } = useTranslation()
  const screens = useMemo(() => screensOfPage(page), [page])
  const title = useActiveWindow()?.title
  const { company } = account.office
  useEffect(() => followDesk(page), [page])
  useEffect(() => {
    if (title !== undefined) document.title = `${title} – ${company}`
  }, [title, company])
  return (
    <DeskWithGuards screens={screens}>
      <EmptyState icon={LayoutDashboard} title={t('torn.nothing')}>
        <Button kind="primary" onClick={() => location.assign(location.pathname)}>
          {t('torn.toDesk')}
        </Button>
      </EmptyState>
    </DeskWithGuards>
  )
}
