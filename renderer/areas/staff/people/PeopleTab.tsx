import { useQuery, useQueryClient } from '@tanstack/react-query'
import { KeyRound, Pencil, UserPlus, UserRoundCheck, UserRoundX } from 'lucide-react'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Employee } from '../../../../app/contract/staff.ts'
import { fold } from '../../../../app/folding.ts'
import { Banner } from '../../../kit/Banner.tsx'
import { Button } from '../../../kit/Button.tsx'
import { EmptyState } from '../../../kit/EmptyState.tsx'
import { Grid } from '../../../kit/grid/Grid.tsx'
import type { MenuEntry } from '../../../kit/MenuEntries.tsx'
import { SearchBox } from '../../../kit/SearchBox.tsx'
import { Toolbar, ToolbarSpace } from '../../../kit/Toolbar.tsx'
import { useAccount, useMay } from '../../../shell/account.ts'
import { sentenceOf } from '../../../shell/errors.ts'
import { ViewsMenu } from '../../../shell/grids/ViewsMenu.tsx'
import { useLocalTable } from '../../../shell/grids/useLocalTable.ts'
import { keys } from '../../../shell/keys.ts'
import { useNotation } from '../../../shell/language/notation.ts'
import { ask } from '../../../shell/office/office.ts'
import { useWindow } from '../../../shell/windows/index.ts'
import { peopleColumns } from './columns.tsx'
import { PasswordDialog } from './PasswordDialog.tsx'
import { PersonDialog } from './PersonDialog.tsx'
import { changeStanding } from './standing.ts'

type Shown = { dialog: 'new' } | { dialog: 'edit' | 'password'; person: Employee }

/** Who works here first, then those who did; each by name. */
const byState = [
  { column: 'state', descending: false },
  { column: 'name', descending: false },
]

/** Everybody who works here or did, and who may sign in. */
export function PeopleTab({ shown }: { shown: boolean }) {
  const { t } = useTranslation()
  const { registerCommand } = useWindow()
  const notation = useNotation()
  const account = useAccount()
  const mayEdit = useMay()('staff.edit')
  const queries = useQueryClient()
  const people = useQuery(ask.staff.employees.queryOptions())
  const { data: roles = [], dataUpdatedAt: rolesAt } = useQuery(ask.staff.roles.queryOptions())
  const [text, setText] = useState('')
  const [active, setActive] = useState<Employee>()
  const [dialog, setDialog] = useState<Shown>()
  const search = useRef<HTMLInputElement>(null)

  const all = useCallback(async () => {
    const wanted = fold(text)
    const everybody = await queries.ensureQueryData(ask.staff.employees.queryOptions())
    return everybody.filter((person) => fold(person.name).includes(wanted))
  }, [queries, text])
  const columns = useMemo(
    () => peopleColumns({ t, notation, roles, ownId: account.id }),
    [t, notation, roles, account.id],
  )
  const { views, ...table } = useLocalTable('staff', all, columns, { sort: byState })
  useEffect(() => {
    if (!shown) return
    const ends = [
      registerCommand('find', () => search.current?.focus()),
      registerCommand('refresh', () => void people.refetch()),
      ...(mayEdit ? [registerCommand('new', () => setDialog({ dialog: 'new' }))] : []),
    ]
    return () => ends.forEach((end) => end())
  }, [shown, mayEdit, registerCommand, people])

  const actions = (person: Employee): Exclude<MenuEntry, 'line'>[] =>
    mayEdit
      ? [
          {
            label: t('staff.people.edit'),
            icon: Pencil,
            onChoose: () => setDialog({ dialog: 'edit', person }),
          },
          {
            label: t('staff.people.password'),
            icon: KeyRound,
            onChoose: () => setDialog({ dialog: 'password', person }),
          },
          {
            label: person.active ? t('staff.people.deactivate') : t('staff.people.activate'),
            icon: person.active ? UserRoundX : UserRoundCheck,
            danger: person.active,
            onChoose: () => void changeStanding(t, person, person.id === account.id),
          },
        ]
      : []

  return (
    <div className="staff-tab">
      {mayEdit ? (
        <Toolbar label={t('staff.tools')}>
          <Button kind="primary" icon={UserPlus} keys={keys.new} onClick={() => setDialog({ dialog: 'new' })}>
            {t('staff.people.new')}
          </Button>
          {active &&
            actions(active).map(
              (entry) =>
                'onChoose' in entry && (
                  <Button key={entry.label} icon={entry.icon} onClick={entry.onChoose}>
                    {entry.label}
                  </Button>
                ),
            )}
          <ToolbarSpace />
          <SearchBox
            ref={search}
            value={text}
            onChange={setText}
            label={t('staff.people.find')}
            keys={keys.find}
          />
          <ViewsMenu {...views} />
        </Toolbar>
      ) : (
        <div className="staff-notice">
          <Banner tone="info">{t('staff.readOnly')}</Banner>
        </div>
      )}
      <Grid
        label={t('staff.people.list')}
        {...table}
        version={`${people.dataUpdatedAt} ${rolesAt}`}
        rowId={(person) => person.id}
        onActive={setActive}
        onOpen={(person) => mayEdit && setDialog({ dialog: 'edit', person })}
        menu={actions}
        describeError={(error) => ({ title: sentenceOf(error) })}
        empty={<EmptyState title={t('staff.people.none')} text={t('staff.people.noneHelp')} />}
      />
      {dialog?.dialog === 'new' && <PersonDialog roles={roles} onClosed={() => setDialog(undefined)} />}
      {dialog?.dialog === 'edit' && (
        <PersonDialog person={dialog.person} roles={roles} onClosed={() => setDialog(undefined)} />
      )}
      {dialog?.dialog === 'password' && (
        <PasswordDialog person={dialog.person} onClosed={() => setDialog(undefined)} />
      )}
    </div>
  )
}
