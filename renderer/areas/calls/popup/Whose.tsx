import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CallerClient, LiveCall } from '../../../../app/liveCall.ts'
import { Button } from '../../../kit/Button.tsx'
import { Picker, type Option } from '../../../kit/Picker.tsx'
import { toast } from '../../../kit/toasts.ts'
import { useAccount, useMay, useSees } from '../../../shell/account.ts'
import { sentenceOf } from '../../../shell/errors.ts'
import { ask } from '../../../shell/office/office.ts'
import { queries } from '../../../shell/office/following.ts'
import { clientOptions } from '../../clients/people/searching.ts'
import { shownNumber } from '../callWords.ts'
import { addNumber, isOf } from './linking.ts'
import { writeIn } from '../../../shell/calls/popupStore.ts'

const anyClient = clientOptions()

interface Props {
  readonly call: LiveCall
  readonly nameOf: (client: CallerClient) => string
}

/** Whose call it is, where the number does not say: one of several clients, or a known one at a new number. */
export function Whose({ call, nameOf }: Props) {
  const { t } = useTranslation()
  const may = useMay()
  const { office } = useAccount()
  const sees = useSees()
  const [choosing, setChoosing] = useState(false)
  const linkable = may('calls.edit') && may('clients.see')
  const addable = linkable && may('clients.edit') && sees('client.phones') && Boolean(call.number)
  const number = shownNumber(call, office.country) ?? ''
  const said = (doing: Promise<unknown>) =>
    void doing.catch((error: unknown) => toast({ text: sentenceOf(error), tone: 'bad' }))
  const open = (next: boolean) => {
    setChoosing(next)
    writeIn(call.id, next)
  }
  const choose = (option: Option | null) => {
    if (!option) return
    open(false)
    said(
      addNumber(call, Number(option.id), number).then((takeBack) => {
        void queries.invalidateQueries({ queryKey: ask.callPopup.key() })
        return toast({
          text: t('callPopup.added', { name: option.label }),
          tone: 'good',
          action: { label: t('clients.bin.undo'), onChoose: () => said(takeBack()) },
        })
      }),
    )
  }
  return (
    <div className="call-popup-whose">
      {call.clients.length > 1 && (
        <fieldset>
          <legend className="kit-label">{t('callPopup.whichOne')}</legend>
          {call.clients.map((client) => (
            <Button
              key={client.id}
              size="small"
              disabled={!linkable}
              onClick={() => said(isOf(call, client))}
            >
              <bdi>{nameOf(client)}</bdi>
            </Button>
          ))}
        </fieldset>
      )}
      {addable &&
        (choosing ? (
          <Picker
            label={t('callPopup.newNumberOf')}
            autoFocus
            value={null}
            onChange={choose}
            search={anyClient}
          />
        ) : (
          <Button size="small" kind="quiet" onClick={() => open(true)}>
            {t('callPopup.newNumberOf')}
          </Button>
        ))}
    </div>
  )
}
