import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { MassTarget } from '../../../../app/contract/mass.ts'
import { Button } from '../../../kit/Button.tsx'
import { Dialog } from '../../../kit/Dialog.tsx'
import { SelectField } from '../../../kit/form/SelectField.tsx'
import { ask } from '../../../shell/office/office.ts'
import { addPeople } from './addPeople.ts'
import { ListDialog } from './ListDialog.tsx'

/** Puts clients that were selected in their table onto a call list, one that is there or a new one. */
export function AddToListDialog({ target, onClosed }: { target: MassTarget; onClosed: () => void }) {
  const { t } = useTranslation()
  const [open, setOpen] = useState(true)
  const [making, setMaking] = useState(false)
  const [wanted, setWanted] = useState<number>()
  const [busy, setBusy] = useState(false)
  const lists = useQuery(ask.callLists.list.queryOptions())
  const running = (lists.data ?? []).filter(({ state }) => state !== 'closed')
  const add = async (list: number) => {
    if (busy) return
    setBusy(true)
    if (await addPeople(list, { from: 'clients', target })) setOpen(false)
    setBusy(false)
  }
  if (making)
    return (
      <ListDialog
        list={undefined}
        onSaved={(id) => void addPeople(id, { from: 'clients', target })}
        onClosed={onClosed}
      />
    )
  return (
    <Dialog
      open={open}
      onClose={() => setOpen(false)}
      onClosed={onClosed}
      title={t('callLists.addToTitle')}
      footer={
        <>
          <Button onClick={() => setMaking(true)}>{t('callLists.new')}</Button>
          <Button
            kind="primary"
            busy={busy}
            disabled={wanted === undefined}
            onClick={() => wanted !== undefined && void add(wanted)}
          >
            {t('callLists.add')}
          </Button>
        </>
      }
    >
      <SelectField
        label={t('callLists.which')}
        none={t('callLists.choose')}
        value={wanted ?? ''}
        onChange={(event) => setWanted(Number(event.currentTarget.value) || undefined)}
        options={running.map(({ id, name }) => ({ id: String(id), label: name }))}
      />
    </Dialog>
  )
}
