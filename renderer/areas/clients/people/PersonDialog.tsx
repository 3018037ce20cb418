import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { TextField } from '../../../kit/form/TextField.tsx'
import { Picker, type Option } from '../../../kit/Picker.tsx'
import { useSees } from '../../../shell/account.ts'
import { office } from '../../../shell/office/office.ts'
import { JobFields, noJob, PeopleDialog, type Job } from './PeopleDialog.tsx'
import { clientOptions } from './searching.ts'

/** A person who was chosen, or made on the spot. */
export interface ChosenPerson extends Job {
  readonly personId: number
  readonly name: string
}

interface Props {
  /** What is known of the person already: a line of the card that is to have a card of its own. */
  readonly known?: ({ readonly name: string } & Job) | undefined
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
  const [job, setJob] = useState<Job>(known ? { position: known.position, since: known.since } : noJob)
  const [phone, setPhone] = useState('')
  const [email, setEmail] = useState('')
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
    const personId = isNew ? await create(chosen.label) : Number(chosen!.id)
    onChosen({ ...job, position: job.position.trim(), personId, name: chosen!.label })
  }
  return (
    <PeopleDialog
      title={known ? t('people.ownCardFor', { name: known.name }) : t('people.add')}
      text={t('people.addHelp')}
      confirm={isNew ? t('people.createAndAdd') : t('people.addThem')}
      disabled={!chosen}
      onConfirm={add}
      onClose={onClose}
    >
      <Picker
        label={t('people.person')}
        value={chosen}
        onChange={setChosen}
        search={clientOptions('person', except)}
        onCreate={(text) => ({ id: fresh, label: text })}
        placeholder={t('people.searchPerson')}
        hint={isNew ? t('people.newCard') : undefined}
      />
      <JobFields job={job} onChange={setJob} />
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
    </PeopleDialog>
  )
}
