import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { SavedView, ViewDraft } from '../../../app/contract/views.ts'
import { Button } from '../../kit/Button.tsx'
import { Dialog } from '../../kit/Dialog.tsx'
import { CheckField } from '../../kit/form/CheckField.tsx'
import { TextField } from '../../kit/form/TextField.tsx'
import { useMay } from '../account.ts'
import { sentenceOf } from '../errors.ts'
import { office } from '../office/office.ts'

interface Props {
  readonly title: string
  readonly draft: ViewDraft
  readonly onSaved: (view: SavedView) => void
  readonly onClosed: () => void
}

/** What a view is called and who has it. */
export function ViewDialog({ title, draft, onSaved, onClosed }: Props) {
  const { t } = useTranslation()
  const mayShare = useMay()('views.share')
  const [open, setOpen] = useState(true)
  const [name, setName] = useState(draft.name)
  const [shared, setShared] = useState(draft.shared)
  const [problem, setProblem] = useState<string>()
  const [busy, setBusy] = useState(false)
  const save = async () => {
    if (name.trim() === '') return setProblem(t('grid.views.needsName'))
    setBusy(true)
    try {
      onSaved(await office.views.save({ ...draft, name, shared }))
      setOpen(false)
    } catch (error) {
      setProblem(sentenceOf(error))
    } finally {
      setBusy(false)
    }
  }
  return (
    <Dialog
      open={open}
      onClose={() => setOpen(false)}
      onClosed={onClosed}
      title={title}
      text={t('grid.views.keeps')}
      footer={
        <>
          <Button onClick={() => setOpen(false)}>{t('kit.cancel')}</Button>
          <Button kind="primary" busy={busy} onClick={() => void save()}>
            {t('kit.save')}
          </Button>
        </>
      }
    >
      <TextField
        label={t('grid.views.name')}
        required
        maxLength={100}
        value={name}
        error={problem}
        onChange={(event) => {
          setName(event.currentTarget.value)
          setProblem(undefined)
        }}
        onKeyDown={(event) => event.key === 'Enter' && !event.nativeEvent.isComposing && void save()}
      />
      {mayShare && (
        <CheckField
          label={t('grid.views.forAll')}
          hint={t('grid.views.forAllHint')}
          checked={shared}
          onChange={(event) => setShared(event.currentTarget.checked)}
        />
      )}
    </Dialog>
  )
}
