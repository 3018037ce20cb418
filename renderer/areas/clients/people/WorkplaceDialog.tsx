import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Banner } from '../../../kit/Banner.tsx'
import { Button } from '../../../kit/Button.tsx'
import { Dialog } from '../../../kit/Dialog.tsx'
import { TextField } from '../../../kit/form/TextField.tsx'
import { Picker, type Option } from '../../../kit/Picker.tsx'
import { sentenceOf } from '../../../shell/errors.ts'
import { office } from '../../../shell/office/office.ts'
import './people.css'
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
  const [position, setPosition] = useState('')
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string>()
  const add = async () => {
    if (!chosen || busy) return
    setBusy(true)
    try {
      await office.people.link({
        organisation: Number(chosen.id),
        contact: { personId: person, ...(position.trim() === '' ? {} : { position: position.trim() }) },
      })
      onClose()
    } catch (error) {
      setProblem(sentenceOf(error))
      setBusy(false)
    }
  }
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('people.addWorkplace')}
      text={t('people.addWorkplaceHelp')}
      footer={
        <>
          <Button onClick={onClose}>{t('kit.cancel')}</Button>
          <Button kind="primary" busy={busy} disabled={!chosen} onClick={() => void add()}>
            {t('people.addThem')}
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
          label={t('people.organisation')}
          value={chosen}
          onChange={setChosen}
          search={clientOptions('organisation', except)}
          placeholder={t('people.searchOrganisation')}
        />
        <TextField
          label={t('clients.fields.position')}
          value={position}
          onChange={(event) => setPosition(event.currentTarget.value)}
        />
        <button type="submit" hidden />
      </form>
    </Dialog>
  )
}
