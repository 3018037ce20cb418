import { useQuery } from '@tanstack/react-query'
import { IdCard, KeyRound } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Tabs } from '../../kit/Tabs.tsx'
import { ask } from '../../shell/office/office.ts'
import { PeopleTab } from './people/PeopleTab.tsx'
import { RolesTab } from './roles/RolesTab.tsx'
import './staff.css'

/** Who works here, and what each role may do. */
export function StaffWindow() {
  const { t } = useTranslation()
  const people = useQuery(ask.staff.employees.queryOptions())
  const roles = useQuery(ask.staff.roles.queryOptions())
  const [tab, setTab] = useState('people')
  return (
    <Tabs
      label={t('staff.label')}
      tab={tab}
      onTab={setTab}
      tabs={[
        {
          id: 'people',
          label: t('staff.tabs.people'),
          icon: IdCard,
          count: people.data?.length,
          content: <PeopleTab shown={tab === 'people'} />,
        },
        {
          id: 'roles',
          label: t('staff.tabs.roles'),
          icon: KeyRound,
          count: roles.data?.length,
          content: <RolesTab shown={tab === 'roles'} />,
        },
      ]}
    />
  )
}
