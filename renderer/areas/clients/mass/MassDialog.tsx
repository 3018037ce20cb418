import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { massFields, type MassAct, type MassField, type MassTarget } from '../../../../app/contract/mass.ts'
import { customName } from '../../../../app/custom.ts'
import { Button } from '../../../kit/Button.tsx'
import { Dialog } from '../../../kit/Dialog.tsx'
import type { SelectOption } from '../../../kit/form/Options.tsx'
import { SelectField } from '../../../kit/form/SelectField.tsx'
import { useSees } from '../../../shell/account.ts'
import { sentenceOf } from '../../../shell/errors.ts'
import { useNotation } from '../../../shell/language/notation.ts'
import { ask } from '../../../shell/office/office.ts'
import { useCustomFields, useEntries } from '../lists.ts'
import { useClientFields } from '../useClientFields.ts'
import { MassValue, type Given, type What } from './MassValue.tsx'
import { changeMany } from './ownMass.ts'
import './mass.css'

interface Props {
  readonly target: MassTarget
  readonly onClosed: () => void
}

/** What all that are selected shall be given, what would become of it, and the button that does it. */
export function MassDialog({ target, onClosed }: Props) {
  const { t } = useTranslation()
  const { number } = useNotation()
  const sees = useSees()
  const [open, setOpen] = useState(true)
  const [what, setWhat] = useState<What>('status')
  const [value, setValue] = useState<Given>()
  const fields = useClientFields()
  const groups = useEntries('group').filter(({ retired }) => !retired)
  const own = useCustomFields().filter(({ id, retired }) => !retired && sees(customName(id)))
  const kinds: SelectOption[] = [
    ...(Object.keys(massFields) as MassField[]).flatMap((id) => {
      const field = fields.find((one) => one.id === id)
      return field ? [{ id, label: field.title }] : []
    }),
    ...own.map(({ id, shown }) => ({ id: `custom.${id}`, label: shown })),
    ...(fields.some(({ id }) => id === 'groups') && groups.length > 0
      ? [
          { id: 'join', label: t('mass.join') },
          { id: 'leave', label: t('mass.leave') },
        ]
      : []),
  ]
  const act = actOf(what, value)
  const preview = useQuery({
    ...ask.mass.preview.queryOptions({ input: { target, act: act! } }),
    enabled: act !== undefined,
    staleTime: 0,
  })
  const changing = preview.data ? preview.data.found - preview.data.same : undefined
  const run = () => {
    if (!act) return
    setOpen(false)
    void changeMany(target, act)
  }
  return (
    <Dialog
      open={open}
      onClose={() => setOpen(false)}
      onClosed={onClosed}
      title={t('mass.title')}
      footer={
        <>
          <Button onClick={() => setOpen(false)}>{t('kit.cancel')}</Button>
          <Button kind="primary" disabled={!changing} onClick={run}>
            {changing === undefined
              ? t('mass.change')
              : t('mass.changeThese', { count: changing, shown: number(changing) })}
          </Button>
        </>
      }
    >
      <div className="client-mass">
        <SelectField
          label={t('mass.what')}
          value={what}
          options={kinds}
          onChange={(event) => {
            setWhat(event.currentTarget.value as What)
            setValue(undefined)
          }}
        />
        <MassValue key={what} what={what} value={value} onValue={setValue} />
        <p role="status" className={preview.error ? 'client-mass-said bad' : 'client-mass-said'}>
          {act === undefined
            ? t('mass.nothingYet')
            : preview.error
              ? sentenceOf(preview.error)
              : preview.data
                ? [
                    t('mass.found', { count: preview.data.found, shown: number(preview.data.found) }),
                    preview.data.same > 0 &&
                      t('mass.same', { count: preview.data.same, shown: number(preview.data.same) }),
                  ]
                    .filter(Boolean)
                    .join(' ')
                : t('kit.loading')}
        </p>
      </div>
    </Dialog>
  )
}

function actOf(what: What, value: Given): MassAct | undefined {
  if (value === undefined) return undefined
  if (what === 'join' || what === 'leave') return { do: what, group: Number(value) }
  return { do: 'set', field: what, value }
}
