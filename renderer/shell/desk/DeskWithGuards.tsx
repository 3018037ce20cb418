import { useCallback, useEffect, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { may } from '../../../app/rights.ts'
import '../../areas/areas.ts'
import { ask as askPerson } from '../../kit/ask.ts'
import { useAccount } from '../account.ts'
import { useConnection } from '../office/connection.ts'
import { useKeyboardScanner } from '../scanning/useKeyboardScanner.ts'
import { Desk, type OtherScreens, type SavedDesk } from '../windows/index.ts'
import { listenToShellKeys } from './shellKeys.ts'
import { shownAreas } from './shownAreas.ts'

interface Props {
  readonly screens: OtherScreens
  readonly onChange?: (saved: SavedDesk) => void
  /** What an empty desk says. */
  readonly children: ReactNode
}

/** The desk with the shell's keys, asking about what is not saved. */
export function DeskWithGuards({ screens, onChange, children }: Props) {
  const { t } = useTranslation()
  const { grant } = useAccount()
  const ended = useConnection((state) => state.state === 'signed-out')
  useEffect(() => {
    if (ended) return undefined
    return listenToShellKeys(shownAreas((right) => may(grant, right)))
  }, [ended, grant])
  useKeyboardScanner(!ended)
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
    <Desk {...(onChange ? { onChange } : {})} confirmClose={confirmClose} screens={screens}>
      {children}
    </Desk>
  )
}
