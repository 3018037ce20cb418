import type { TFunction } from 'i18next'
import type { Employee, Role } from '../../../../app/contract/staff.ts'
import { Avatar } from '../../../kit/Avatar.tsx'
import { Chip } from '../../../kit/Chip.tsx'
import type { Column } from '../../../kit/grid/types.ts'
import type { Notation } from '../../../shell/language/notation.ts'
import { roleName } from '../roleName.ts'

interface Given {
  readonly t: TFunction
  readonly notation: Notation
  readonly roles: readonly Role[]
  /** Of the person who looks. */
  readonly ownId: number
}

export function peopleColumns({ t, notation, roles, ownId }: Given): Column<Employee>[] {
  const rolesOf = (person: Employee) =>
    person.roleIds
      .flatMap((id) => roles.find((role) => role.id === id) ?? [])
      .map((role) => roleName(t, role))
  const state = (person: Employee) => (person.active ? t('staff.people.active') : t('staff.people.inactive'))
  return [
    {
      id: 'name',
      title: t('staff.people.name'),
      width: 210,
      grow: 2,
      fixed: true,
      sortable: true,
      filterAs: 'text',
      value: (person) => person.name,
      render: (person) => (
        <span className="staff-person" data-inactive={!person.active || undefined}>
          <Avatar name={person.name} size={22} />
          <bdi>{person.name}</bdi>
          {person.id === ownId && <Chip outlined>{t('staff.people.you')}</Chip>}
        </span>
      ),
    },
    {
      id: 'roles',
      title: t('staff.people.roles'),
      width: 190,
      grow: 2,
      sortable: true,
      groupable: true,
      filterAs: 'choice',
      value: (person) => rolesOf(person).join(', '),
    },
    {
      id: 'state',
      title: t('staff.people.state'),
      width: 120,
      sortable: true,
      groupable: true,
      filterAs: 'choice',
      order: (person) => (person.active ? 0 : 1),
      value: state,
      render: (person) =>
        person.active ? (
          <span className="staff-allowed">{state(person)}</span>
        ) : (
          <Chip tone="warn">{state(person)}</Chip>
        ),
    },
    {
      id: 'signedIn',
      title: t('staff.people.signedIn'),
      width: 140,
      sortable: true,
      // Those who have never signed in come last of the newest.
      order: (person) => -(person.signedInAt ?? 0),
      value: (person) =>
        person.signedInAt === null ? t('staff.people.never') : notation.dayAndTime(person.signedInAt),
    },
    {
      id: 'since',
      title: t('staff.people.since'),
      width: 110,
      sortable: true,
      order: (person) => person.createdAt,
      value: (person) => notation.day(person.createdAt),
    },
  ]
}
