import { skipToken, useQuery } from '@tanstack/react-query'
import {
  CalendarDays,
  Contact,
  Ellipsis,
  SquareArrowOutUpRight,
  UserCheck,
  UserMinus,
  UserX,
} from 'lucide-react'
import { useState } from 'react'
import { useFieldArray, useFormContext, useWatch } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { Button } from '../../../kit/Button.tsx'
import { today } from '../../../kit/grid/filters/filter.ts'
import { TextField } from '../../../kit/form/TextField.tsx'
import { MenuButton } from '../../../kit/MenuButton.tsx'
import type { MenuEntry } from '../../../kit/MenuEntries.tsx'
import { toast } from '../../../kit/toasts.ts'
import { useMay } from '../../../shell/account.ts'
import { ask } from '../../../shell/office/office.ts'
import { useWindow } from '../../../shell/windows/index.ts'
import { ClientFace } from '../ClientFace.tsx'
import { DaysDialog } from '../people/DaysDialog.tsx'
import { PersonDialog, type ChosenPerson } from '../people/PersonDialog.tsx'
import { useSince } from '../people/since.ts'
import { CardList } from './CardList.tsx'
import { freshContact, type CardValues } from './cardValues.ts'
import { useReadOnly } from './readOnly.ts'

type ContactValues = CardValues['contacts'][number]

/** Who one speaks with at an organisation: a name and a position, or somebody with a card of their own. */
export function ContactFields() {
  const { t } = useTranslation()
  const may = useMay()
  const readOnly = useReadOnly()
  const { register, control, setValue, getValues } = useFormContext<CardValues>()
  const { fields, append, remove, insert } = useFieldArray({ control, name: 'contacts' })
  const contacts = useWatch({ control, name: 'contacts' })
  const since = useSince()
  /** The line that is to have a card of its own, or 'more' for one more person. */
  const [choosing, setChoosing] = useState<number | 'more'>()

  /** The line whose days are asked for. */
  const [dating, setDating] = useState<number>()

  const change = (index: number, changed: Partial<ContactValues>) => {
    for (const [key, value] of Object.entries(changed) as [keyof ContactValues, string][])
      setValue(`contacts.${index}.${key}`, value, { shouldDirty: true })
  }
  const removeLine = (index: number) => {
    const line = getValues(`contacts.${index}`)
    remove(index)
    if (line.name.trim() === '') return
    toast({
      text: t('people.removed', { name: line.name }),
      action: {
        label: t('people.undo'),
        onChoose: () => insert(Math.min(index, getValues('contacts').length), line, { shouldFocus: false }),
      },
    })
  }
  const chosen = ({ personId, name, position, since }: ChosenPerson) => {
    const person = { name, position, since, personId: String(personId) }
    if (choosing === 'more') append({ ...freshContact, ...person }, { shouldFocus: false })
    else if (choosing !== undefined) change(choosing, person)
    setChoosing(undefined)
  }
  const line = typeof choosing === 'number' ? contacts[choosing] : undefined
  return (
    <div className="people-contacts">
      <CardList
        place="single"
        label={t('clients.fields.contacts')}
        rows={fields}
        addLabel={t('clients.add.contact')}
        onAdd={() => append(freshContact, { shouldFocus: false })}
        onRemove={removeLine}
        renderRow={(index) => {
          const contact = contacts[index] ?? freshContact
          return (
            <>
              {contact.personId === '' ? (
                <TextField
                  bare
                  label={t('clients.fields.contactName')}
                  placeholder={t('clients.fields.contactName')}
                  hint={since(contact)}
                  readOnly={readOnly}
                  {...register(`contacts.${index}.name`)}
                />
              ) : (
                <LinkedName contact={contact} />
              )}
              <TextField
                bare
                label={t('clients.fields.position')}
                placeholder={t('clients.fields.position')}
                readOnly={readOnly}
                {...register(`contacts.${index}.position`)}
                after={
                  !readOnly && (
                    <LineMenu
                      contact={contact}
                      mayCreate={may('clients.edit')}
                      onChange={(changed) => change(index, changed)}
                      onOwnCard={() => setChoosing(index)}
                      onDays={() => setDating(index)}
                    />
                  )
                }
              />
            </>
          )
        }}
      />
      {!readOnly && (
        <Button kind="quiet" size="small" icon={Contact} onClick={() => setChoosing('more')}>
          {t('people.addFromClients')}
        </Button>
      )}
      {dating !== undefined && contacts[dating] && (
        <DaysDialog
          {...contacts[dating]}
          onDays={(days) => {
            change(dating, days)
            setDating(undefined)
          }}
          onClose={() => setDating(undefined)}
        />
      )}
      {choosing !== undefined && (
        <PersonDialog
          known={line && line.name.trim() !== '' ? line : undefined}
          except={new Set(contacts.map(({ personId }) => Number(personId)))}
          onChosen={chosen}
          onClose={() => setChoosing(undefined)}
        />
      )}
    </div>
  )
}

/** The name as it stands on the person's own card, where it is changed. */
function LinkedName({ contact }: { contact: ContactValues }) {
  const win = useWindow()
  const since = useSince()
  const when = since(contact)
  const card = Number(win.params.id)
  const { data } = useQuery(
    ask.people.of.queryOptions({ input: Number.isSafeInteger(card) ? { id: card } : skipToken }),
  )
  const person = data?.people.find(({ linked }) => String(linked) === contact.personId)
  return (
    <span className="people-linked">
      <ClientFace client={person ?? { id: Number(contact.personId), name: contact.name }} size={24} />
      <button
        type="button"
        className="kit-link"
        dir="auto"
        onClick={() => win.open(`/clients/${contact.personId}`)}
      >
        {contact.name}
      </button>
      {when !== undefined && <span className="client-soft client-small">{when}</span>}
    </span>
  )
}

interface LineMenuProps {
  readonly contact: ContactValues
  readonly mayCreate: boolean
  readonly onChange: (changed: Partial<ContactValues>) => void
  readonly onOwnCard: () => void
  readonly onDays: () => void
}

function LineMenu({ contact, mayCreate, onChange, onOwnCard, onDays }: LineMenuProps) {
  const { t } = useTranslation()
  const win = useWindow()
  const isLinked = contact.personId !== ''
  const entries: MenuEntry[] = [
    ...(isLinked
      ? [
          {
            label: t('people.open'),
            icon: SquareArrowOutUpRight,
            onChoose: () => win.open(`/clients/${contact.personId}`),
          },
        ]
      : mayCreate
        ? [{ label: t('people.ownCard'), icon: Contact, onChoose: onOwnCard }]
        : []),
    { label: t('people.days'), icon: CalendarDays, onChoose: onDays },
    contact.until === ''
      ? { label: t('people.left'), icon: UserX, onChoose: () => onChange({ until: today() }) }
      : { label: t('people.thereAgain'), icon: UserCheck, onChoose: () => onChange({ until: '' }) },
    ...(isLinked
      ? [{ label: t('people.onlyName'), icon: UserMinus, onChoose: () => onChange({ personId: '' }) }]
      : []),
  ]
  return (
    <MenuButton
      iconOnly
      kind="quiet"
      size="small"
      align="end"
      icon={Ellipsis}
      label={t('people.menuOf', { name: contact.name })}
      entries={entries}
    />
  )
}
