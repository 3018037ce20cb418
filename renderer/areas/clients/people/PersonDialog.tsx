import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../../kit/Button.tsx'
import { Dialog } from '../../../kit/Dialog.tsx'
import { Banner } from '../../../kit/Banner.tsx'
import { TextField } from '../../../kit/form/TextField.tsx'
import { Picker, type Option } from '../../../kit/Picker.tsx'
import { useSees } from '../../../shell/account.ts'
import { sentenceOf } from '../../../shell/errors.ts'
import { office } from '../../../shell/office/office.ts'
import './people.css'
import { clientOptions } from './searching.ts'

/** A person who was chosen, or made on the spot. */
export interface ChosenPerson {
  readonly personId: number
  readonly name: string
  readonly position: string
}

interface Props {
  /** What is known of the person already: a line of the card that is to have a card of its own. */
  readonly known?: { readonly name: string; readonly position: string } | undefined
  /** Those who are there already. */
  readonly except: ReadonlySet<number>
  readonly onChosen: (person: ChosenPerson) => void
  readonly onClose: () => void
}

const fresh = 'new'

/** A contact person with a card: one of the clients, or a new one by name, number and e-mail. */
export function PersonDialog({ known, except, onChosen, onClose }: Props) {
  const { t } = useTranslation()
  const sees = useSees()
  const [chosen, setChosen] = useState<Option | null>(known ? { id: fresh, label: known.name } : null)
  const [position, setPosition] = useState(known?.position ?? '')
  const [phone, setPhone] = useState('')
  const [email, setEmail] = useState('')
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string>()
  const isNew = chosen?.id === fresh

  const create = async (name: string): Promise<number> => {
    const { id } = await office.clients.create({
      kind: 'person',
      names: [{ text: name }],
      ...(phone.trim() === '' ? {} : { phones: [{ typed: phone.trim() }] }),
      ...(email.trim() === '' ? {} : { emails: [{ address: email.trim() }] }),
    })
    return id
  }
  const add = async () => {
    if (!chosen || busy) return
    setBusy(true)
    setProblem(undefined)
    try {
      const personId = isNew ? await create(chosen.label) : Number(chosen.id)
      onChosen({ personId, name: chosen.label, position: position.trim() })
    } catch (error) {
      setProblem(sentenceOf(error))
      setBusy(false)
    }
  }
  return (
    <Dialog
      open
      onClose={onClose}
      title={known ? t('people.ownCardFor', { name: known.name }) : t('people.add')}
      text={t('people.addHelp')}
      footer={
        <>
          <Button onClick={onClose}>{t('kit.cancel')}</Button>
          <Button kind="primary" busy={busy} disabled={!chosen} onClick={() => void add()}>
            {isNew ? t('people.createAndAdd') : t('people.addThem')}
          </Button>
        </>
      }
    >
      <form
        className="people-dialog"
        onSubmit={(event) => {
          event.preventDefault()
          event.stopPropagation()
          void add()
        }}
      >
        {problem !== undefined && <Banner tone="bad">{problem}</Banner>}
        <Picker
          label={t('people.person')}
          value={chosen}
          onChange={setChosen}
          search={clientOptions('person', except)}
          onCreate={(text) => ({ id: fresh, label: text })}
          placeholder={t('people.searchPerson')}
          hint={isNew ? t('people.newCard') : undefined}
        />
        <TextField
          label={t('clients.fields.position')}
          value={position}
          onChange={(event) => setPosition(event.currentTarget.value)}
        />
        {isNew && sees('client.phones') && (
          <TextField
            label={t('clients.fields.phone')}
            type="tel"
            dir="ltr"
            value={phone}
            onChange={(event) => setPhone(event.currentTarget.value)}
          />
        )}
        {isNew && sees('client.emails') && (
          <TextField
            label={t('clients.fields.email')}
            type="email"
            dir="ltr"
            value={email}
            onChange={(event) => setEmail(event.currentTarget.value)}
          />
        )}
        <button type="submit" hidden />
      </form>
    </Dialog>
  )
}
