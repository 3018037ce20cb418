import { Archive, ArchiveRestore, List, Pencil } from 'lucide-react'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { toast } from '../../kit/toasts.ts'
import { sentenceOf } from '../../shell/errors.ts'
import { office } from '../../shell/office/office.ts'
import { useCustomFields, useEntryNames, type NamedField } from '../clients/lists.ts'
import { FieldDialog } from './FieldDialog.tsx'
import { OrderedList, type Line } from './OrderedList.tsx'
import { Pane } from './Pane.tsx'

interface Props {
  readonly mayEdit: boolean
  readonly shown: boolean
  /** Shows what a choice can be. */
  readonly onChoices: (field: number) => void
}

const refused = (error: unknown) => toast({ tone: 'bad', text: sentenceOf(error), seconds: 0 })

/** The fields that the office added to the card. */
export function FieldsPane({ mayEdit, shown, onChoices }: Props) {
  const { t } = useTranslation()
  const fields = useCustomFields()
  const entries = useEntryNames()
  const [open, setOpen] = useState<{ field?: NamedField }>()
  const lines = useMemo(
    () =>
      fields.map((field): Line & { retired: boolean } => ({
        id: field.id,
        name: field.shown,
        retired: field.retired,
        detail: [
          t(`lists.types.${field.type}`),
          field.relationIds.map((id) => entries.get(id)).join(', '),
          field.required ? t('lists.fields.required') : '',
        ]
          .filter((part) => part !== '')
          .join(' · '),
      })),
    [fields, entries, t],
  )
  const [used, unused] = useMemo(
    () => [lines.filter(({ retired }) => !retired), lines.filter(({ retired }) => retired)],
    [lines],
  )
  const field = (id: number) => fields.find((one) => one.id === id)!
  const retire = async (one: NamedField, retired: boolean) => {
    try {
      await office.lists.retireField({ id: one.id, retired })
      toast({
        text: t(retired ? 'lists.fields.gone' : 'lists.fields.back', { name: one.shown }),
        tone: 'good',
        ...(retired ? { action: { label: t('lists.undo'), onChoose: () => void retire(one, false) } } : {}),
      })
    } catch (error) {
      refused(error)
    }
  }
  return (
    <>
      <Pane
        title={t('lists.fields.title')}
        help={t('lists.fields.help')}
        newLabel={t('lists.fields.new')}
        onNew={() => setOpen({})}
        mayEdit={mayEdit}
        shown={shown}
        empty={used.length === 0}
        emptyTitle={t('lists.fields.empty')}
        ordered={used.length > 1}
        retiredCount={unused.length}
        retired={
          <OrderedList
            label={t('lists.retired', { count: unused.length })}
            lines={unused}
            mayEdit={mayEdit}
            onOpen={(id) => setOpen({ field: field(id) })}
            menuOf={({ id }) => [
              {
                label: t('lists.bringBack'),
                icon: ArchiveRestore,
                onChoose: () => void retire(field(id), false),
              },
            ]}
          />
        }
      >
        <OrderedList
          label={t('lists.fields.title')}
          lines={used}
          mayEdit={mayEdit}
          onOpen={(id) => setOpen({ field: field(id) })}
          onRetire={(id) => void retire(field(id), true)}
          onOrder={(ids) => void office.lists.orderFields({ ids: [...ids] }).catch(refused)}
          menuOf={({ id }) => [
            {
              label: t('lists.edit'),
              icon: Pencil,
              keys: 'Enter',
              onChoose: () => setOpen({ field: field(id) }),
            },
            ...(field(id).type === 'choice'
              ? [{ label: t('lists.fields.choices'), icon: List, onChoose: () => onChoices(id) }]
              : []),
            'line',
            {
              label: t('lists.fields.retire'),
              icon: Archive,
              keys: 'Del',
              onChoose: () => void retire(field(id), true),
            },
          ]}
        />
      </Pane>
      {open && (
        <FieldDialog
          field={open.field}
          onClosed={() => setOpen(undefined)}
          onSaved={(saved) => {
            if (!open.field && saved.type === 'choice') onChoices(saved.id)
          }}
        />
      )}
    </>
  )
}
