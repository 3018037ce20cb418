import { Building2, Cable, KeyRound, ListChecks, Package, Palette, Phone, ScanBarcode } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Tabs, type Tab } from '../../kit/Tabs.tsx'
import { useWindow } from '../../shell/windows/index.ts'
import { DevicesWindow } from '../devices/DevicesWindow.tsx'
import { ListsWindow } from '../lists/ListsWindow.tsx'
import { TelephoneWindow } from '../telephone/TelephoneWindow.tsx'
import { useMay } from '../../shell/account.ts'
import { OfficeSection } from './OfficeSection.tsx'
import { ProgramSection } from './ProgramSection.tsx'
import { PasswordSection } from './PasswordSection.tsx'
import { ScannerSection } from './ScannerSection.tsx'
import { LookSection } from './look/LookSection.tsx'
import './settings.css'

/** One's own settings and the office's. Each section saves by itself; a later one takes its line here. */
export function SettingsWindow() {
  const { t } = useTranslation()
  const { setDirty } = useWindow()
  const may = useMay()
  const [section, setSection] = useState('look')
  const [unsaved, setUnsaved] = useState<Readonly<Record<string, boolean>>>({})
  const mark = (id: string) => (dirty: boolean) => {
    if (Boolean(unsaved[id]) === dirty) return
    const now = { ...unsaved, [id]: dirty }
    setUnsaved(now)
    setDirty(Object.values(now).some(Boolean))
  }
  const sections: Tab[] = [
    { id: 'look', label: t('settings.sections.look'), icon: Palette, content: <LookSection /> },
    {
      id: 'password',
      label: t('settings.sections.password'),
      icon: KeyRound,
      content: <PasswordSection onDirty={mark('password')} />,
    },
    {
      id: 'office',
      label: t('settings.sections.office'),
      icon: Building2,
      content: <OfficeSection shown={section === 'office'} onDirty={mark('office')} />,
    },
    {
      id: 'lists',
      label: t('settings.sections.lists'),
      icon: ListChecks,
      content: <ListsWindow shown={section === 'lists'} />,
    },
    { id: 'scanner', label: t('scanner.title'), icon: ScanBarcode, content: <ScannerSection /> },
    ...(may('devices.use')
      ? [
          {
            id: 'devices',
            label: t('settings.sections.devices'),
            icon: Cable,
            content: <DevicesWindow shown={section === 'devices'} />,
          },
        ]
      : []),
    ...(may('calls.see')
      ? [
          {
            id: 'telephone',
            label: t('settings.sections.telephone'),
            icon: Phone,
            content: <TelephoneWindow shown={section === 'telephone'} />,
          },
        ]
      : []),
    { id: 'program', label: t('updates.section'), icon: Package, content: <ProgramSection /> },
  ]
  return <Tabs label={t('settings.label')} tab={section} onTab={setSection} tabs={sections} />
}
