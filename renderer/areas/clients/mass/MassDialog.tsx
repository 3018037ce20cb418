import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { massFields, type MassAct, type MassField, type MassTarget } from '../../../../app/contract/mass.ts'
import { Button } from '../../../kit/Button.tsx'
import { Dialog } from '../../../kit/Dialog.tsx'
import type { SelectOption } from '../../../kit/form/Options.tsx'
import { SelectField } from '../../../kit/form/SelectField.tsx'
import { sentenceOf } from '../../../shell/errors.ts'
import { useNotation } from '../../../shell/language/notation.ts'
import { ask } from '../../../shell/office/office.ts'
import { languageChoices } from '../cardWords.ts'
import { useEntries, useManagers } from '../lists.ts'
import { useClientFields } from '../useClientFields.ts'
import { changeMany } from './ownMass.ts'
import './mass.css'

interface Props {
  readonly target: MassTarget
  readonly onClosed: () => void
}

type What = MassField | 'join' | 'leave'

/** What all that are selected shall be given, what would become of it, and the button that does it. */
export function MassDialog({ target, onClosed }: Props) {
  const { t } = useTranslation()
  const { number } = useNotation()
  const [open, setOpen] = useState(true)
  const [what, setWhat] = useState<What>('status')
  const [value, setValue] = useState<string>()
  const fields = useClientFields()
  const groups = useEntries('group').filter(({ retired }) => !retired)
  const values = useValues(what)
  const kinds: SelectOption[] = [
    ...(Object.keys(massFields) as MassField[]).flatMap((id) => {
      const field = fields.find((one) => one.id === id)
      return field ? [{ id, label: field.title }] : []
    }),
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
        <SelectField
          label={what === 'join' || what === 'leave' ? t('mass.group') : t('mass.value')}
          value={value ?? ''}
          options={[{ id: '', label: t('mass.choose') }, ...values]}
          onChange={(event) => setValue(event.currentTarget.value || undefined)}
        />
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

const nothing = 'none'

function actOf(what: What, value: string | undefined): MassAct | undefined {
  if (value === undefined) return undefined
  if (what === 'join' || what === 'leave') return { do: what, group: Number(value) }
  if (value === nothing) return { do: 'set', field: what, value: null }
  return { do: 'set', field: what, value: what === 'language' ? value : Number(value) }
}

/** What can be chosen, "nothing" among it where a field may be empty. */
function useValues(what: What): SelectOption[] {
  const { t } = useTranslation()
  const lists = {
    status: useEntries('status'),
    category: useEntries('category'),
    source: useEntries('source'),
    priceList: useEntries('price'),
    groups: useEntries('group'),
  }
  const managers = useManagers()
  const named = (entries: readonly { id: number; name: string }[]) =>
    entries.map(({ id, name }) => ({ id: String(id), label: name }))
  if (what === 'join' || what === 'leave')
    return named(lists.groups.filter(({ retired }) => what === 'leave' || !retired))
  const none = { id: nothing, label: t('mass.none') }
  if (what === 'manager') return [...named(managers.filter(({ active }) => active)), none]
  if (what === 'language') return [...languageChoices(''), none]
  return [...named(lists[what].filter(({ retired }) => !retired)), none]
}
