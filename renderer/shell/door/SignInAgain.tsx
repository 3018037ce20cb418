import { Dialog } from '@base-ui/react/dialog'
import { useTranslation } from 'react-i18next'
import type { DoorState } from '../../../app/contract/door.ts'
import type { Account } from '../../../app/contract/session.ts'
import { SignIn } from './SignIn.tsx'

/**
 * The sign-in over a desk whose session has ended. What was typed there stays behind it, out of reach: a dialog, as
 * one of the desk's own may be open at that moment and would keep the keyboard.
 */
export function SignInAgain(props: { door: DoorState; onEnter: (person: Account) => void }) {
  const { t } = useTranslation()
  return (
    <Dialog.Root open disablePointerDismissal>
      <Dialog.Portal>
        <Dialog.Popup className="door-over" aria-label={t('door.signIn.title')}>
          <SignIn {...props} ended />
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  )
}
