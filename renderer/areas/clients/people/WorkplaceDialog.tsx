import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Picker, type Option } from '../../../kit/Picker.tsx'
import { office } from '../../../shell/office/office.ts'
import { JobFields, noJob, PeopleDialog } from './PeopleDialog.tsx'
import { clientOptions } from './searching.ts'

interface Props {
  readonly person: number
  readonly except: ReadonlySet<number>
  readonly onClose: () => void
}

/** Where a person works: chosen from the organisations, saved on that organisation's card at once. */
export function WorkplaceDialog({ person, except, onClose }: Props) {
  const { t } = useTranslation()
  const [chosen, setChosen] = useState<Option | null>(null)
  const [job, setJob] = useState(noJob)
  const add = async () => {
    const position = job.position.trim()
    await office.people.link({
      organisation: Number(chosen!.id),
      contact: {
        personId: person,
        ...(position === '' ? {} : { position }),
        ...(job.since === '' ? {} : { since: job.since }),
      },
    })
    onClose()
  }
  return (
    <PeopleDialog
      title={t('people.addWorkplace')}
      text={t('people.addWorkplaceHelp')}
      confirm={t('people.addThem')}
      disabled={!chosen}
      onConfirm={add}
      onClose={onClose}
    >
      <Picker
        label={t('people.organisation')}
        value={chosen}
        onChange={setChosen}
        search={clientOptions('organisation', except)}
        placeholder={t('people.searchOrganisation')}
      />
      <JobFields job={job} onChange={setJob} />
    </PeopleDialog>
  )
}
