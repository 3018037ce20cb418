import i18next from 'i18next'
import {
  BookOpen,
  Boxes,
  FileText,
  ClipboardCheck,
  ClipboardList,
  Coins,
  Combine,
  DatabaseBackup,
  FileDown,
  Hash,
  IdCard,
  ListChecks,
  Medal,
  Package,
  ListTodo,
  Megaphone,
  PencilLine,
  Phone,
  PhoneMissed,
  PhoneCall,
  PhoneOutgoing,
  ReceiptText,
  ScanBarcode,
  ScrollText,
  Settings,
  Star,
  Store,
  Target,
  Users,
} from 'lucide-react'
import type { LucideIcon } from 'lucide-react'
import { lazy, type ComponentType } from 'react'
import type { Right } from '../../app/rights.ts'
import { registerKind } from '../shell/windows/index.ts'

/** A window loaded when it is first opened. */
const window = (load: () => Promise<Record<string, ComponentType>>, name: string) =>
  lazy(async () => ({ default: (await load())[name]! }))

/** The reader's own calls, over all windows. */
export const CallPopup = window(() => import('./calls/popup/CallPopup.tsx'), 'CallPopup')

/** One entry of the rail, and the right without which it is not there. */
export interface Area {
  readonly id:
    'clients' | 'calls' | 'counter' | 'items' | 'stock' | 'staff' | 'log' | 'backups' | 'settings' | 'help'
  readonly address: string
  readonly icon: LucideIcon
  readonly right?: Right
  /** Stands at the foot of the rail. */
  readonly foot?: boolean
}

export const areas: readonly Area[] = [
  { id: 'clients', address: '/clients', icon: Users, right: 'clients.see' },
  { id: 'calls', address: '/calls', icon: Phone, right: 'calls.see' },
  { id: 'counter', address: '/counter', icon: Store, right: 'till.sell' },
  { id: 'items', address: '/items', icon: Package, right: 'items.see' },
  { id: 'stock', address: '/stock', icon: Boxes, right: 'stock.see' },
  { id: 'staff', address: '/staff', icon: IdCard, right: 'staff.see' },
  { id: 'log', address: '/log', icon: ScrollText, right: 'log.see' },
  { id: 'backups', address: '/backups', icon: DatabaseBackup, right: 'backups.make', foot: true },
  { id: 'settings', address: '/settings', icon: Settings, foot: true },
  { id: 'help', address: '/help', icon: BookOpen, foot: true },
]

const { t } = i18next
const clients = () => import('./clients/windows.ts')
const callCosts = () => import('./calls/costs/windows.ts')

registerKind({
  pattern: '/clients',
  title: () => t('shell.areas.clients'),
  icon: Users,
  size: { width: 1080, height: 580, minWidth: 420, minHeight: 260 },
  component: window(clients, 'ClientsWindow'),
  area: 'clients',
})
registerKind({
  pattern: '/clients/new',
  title: () => t('shell.commands.newClient'),
  icon: Users,
  size: { width: 760, height: 560, minWidth: 360, minHeight: 300 },
  component: window(clients, 'ClientWindow'),
  area: 'clients',
})
registerKind({
  pattern: '/clients/:id',
  title: () => t('shell.areas.clients'),
  icon: Users,
  size: { width: 760, height: 560, minWidth: 360, minHeight: 300 },
  component: window(clients, 'ClientWindow'),
  area: 'clients',
})
registerKind({
  pattern: '/clients/import',
  title: () => t('shell.areas.import'),
  icon: FileDown,
  size: { width: 860, height: 580, minWidth: 420, minHeight: 320 },
  component: window(clients, 'ImportWindow'),
  area: 'clients',
  help: 'imports',
})
registerKind({
  pattern: '/clients/duplicates',
  title: () => t('duplicates.title'),
  icon: Combine,
  size: { width: 820, height: 560, minWidth: 360, minHeight: 300 },
  component: window(clients, 'DuplicatesWindow'),
  area: 'clients',
})
registerKind({
  pattern: '/clients/changes/:id',
  title: () => t('mass.window'),
  icon: PencilLine,
  size: { width: 680, height: 520, minWidth: 360, minHeight: 300 },
  component: window(clients, 'MassWindow'),
  area: 'clients',
})
registerKind({
  pattern: '/clients/merge',
  title: () => t('duplicates.merging.title'),
  icon: Combine,
  size: { width: 900, height: 580, minWidth: 360, minHeight: 320 },
  component: window(clients, 'MergeWindow'),
  area: 'clients',
})
registerKind({
  pattern: '/clients/targets',
  title: () => t('targets.title'),
  icon: Target,
  size: { width: 980, height: 580, minWidth: 380, minHeight: 320 },
  component: window(() => import('./targets/TargetsWindow.tsx'), 'TargetsWindow'),
  area: 'clients',
  help: 'targets',
})
registerKind({
  pattern: '/calls/voice',
  title: () => t('voice.title'),
  icon: Megaphone,
  size: { width: 980, height: 580, minWidth: 360, minHeight: 320 },
  component: window(() => import('./calls/voice/windows.ts'), 'VoiceWindow'),
  area: 'calls',
  help: 'voice-messages',
})
registerKind({
  pattern: '/calls/quality',
  title: () => t('quality.title'),
  icon: ClipboardCheck,
  size: { width: 960, height: 560, minWidth: 360, minHeight: 300 },
  component: window(() => import('./calls/quality/windows.ts'), 'QualityWindow'),
  area: 'calls',
  help: 'call-quality',
})
registerKind({
  pattern: '/calls/ratings',
  title: () => t('ratings.title'),
  icon: Star,
  size: { width: 900, height: 540, minWidth: 360, minHeight: 300 },
  component: window(() => import('./calls/ratings/RatingsWindow.tsx'), 'RatingsWindow'),
  area: 'calls',
  help: 'ratings',
})
const callLists = () => import('./calls/lists/windows.ts')
registerKind({
  pattern: '/calls/lists',
  title: () => t('callLists.title'),
  icon: ListTodo,
  size: { width: 980, height: 580, minWidth: 360, minHeight: 320 },
  component: window(callLists, 'CallListsWindow'),
  area: 'calls',
  help: 'call-lists',
})
registerKind({
  pattern: '/calls/lists/:id',
  title: () => t('callLists.title'),
  icon: PhoneOutgoing,
  size: { width: 720, height: 560, minWidth: 360, minHeight: 320 },
  component: window(callLists, 'CallingWindow'),
  area: 'calls',
  help: 'call-lists',
})
registerKind({
  pattern: '/calls/costs',
  title: () => t('costs.title'),
  icon: Coins,
  size: { width: 960, height: 620, minWidth: 380, minHeight: 320 },
  component: window(callCosts, 'CostsWindow'),
  area: 'calls',
  help: 'call-costs',
})
registerKind({
  pattern: '/calls/results',
  title: () => t('results.title'),
  icon: Medal,
  size: { width: 1060, height: 480, minWidth: 380, minHeight: 280 },
  component: window(() => import('./calls/results/windows.ts'), 'ResultsWindow'),
  area: 'calls',
  help: 'call-costs',
})
registerKind({
  pattern: '/calls/rates',
  title: () => t('rates.title'),
  icon: ReceiptText,
  size: { width: 1100, height: 600, minWidth: 380, minHeight: 320 },
  component: window(callCosts, 'RatesWindow'),
  area: 'calls',
  help: 'call-costs',
})
registerKind({
  pattern: '/calls/board',
  title: () => t('callPopup.board.title'),
  icon: PhoneCall,
  size: { width: 1000, height: 420, minWidth: 360, minHeight: 240 },
  component: window(() => import('./calls/board/BoardWindow.tsx'), 'BoardWindow'),
  area: 'calls',
  help: 'calls',
})
const callHistory = () => import('./calls/history/windows.ts')
registerKind({
  pattern: '/calls',
  title: () => t('shell.areas.calls'),
  icon: Phone,
  size: { width: 1080, height: 580, minWidth: 380, minHeight: 260 },
  component: window(callHistory, 'CallsWindow'),
  area: 'calls',
})
registerKind({
  pattern: '/calls/missed',
  title: () => t('callHistory.views.missed'),
  icon: PhoneMissed,
  size: { width: 900, height: 460, minWidth: 360, minHeight: 240 },
  component: window(callHistory, 'MissedWindow'),
  area: 'calls',
  help: 'calls',
})
registerKind({
  pattern: '/calls/:id',
  title: () => t('callHistory.card.title'),
  icon: Phone,
  size: { width: 560, height: 520, minWidth: 340, minHeight: 300 },
  component: window(callHistory, 'CallWindow'),
  area: 'calls',
})
const items = () => import('./items/windows.ts')
registerKind({
  pattern: '/items',
  title: () => t('shell.areas.items'),
  icon: Package,
  size: { width: 1040, height: 580, minWidth: 380, minHeight: 260 },
  component: window(items, 'ItemsWindow'),
  area: 'items',
})
registerKind({
  pattern: '/items/new',
  title: () => t('items.new'),
  icon: Package,
  size: { width: 760, height: 580, minWidth: 360, minHeight: 300 },
  component: window(items, 'ItemWindow'),
  area: 'items',
})
registerKind({
  pattern: '/items/:id',
  title: () => t('shell.areas.items'),
  icon: Package,
  size: { width: 760, height: 580, minWidth: 360, minHeight: 300 },
  component: window(items, 'ItemWindow'),
  area: 'items',
})
const stock = () => import('./stock/windows.ts')
registerKind({
  pattern: '/stock',
  title: () => t('stock.title'),
  icon: Boxes,
  size: { width: 960, height: 580, minWidth: 360, minHeight: 280 },
  component: window(stock, 'StockWindow'),
  area: 'stock',
})
registerKind({
  pattern: '/stock/documents/:id',
  title: () => t('stock.document'),
  icon: FileText,
  size: { width: 720, height: 560, minWidth: 340, minHeight: 280 },
  component: window(stock, 'DocumentWindow'),
  area: 'stock',
})
registerKind({
  pattern: '/stock/drafts/:id',
  title: () => t('stock.document'),
  icon: FileText,
  size: { width: 860, height: 580, minWidth: 340, minHeight: 320 },
  component: window(stock, 'DraftWindow'),
  area: 'stock',
})
registerKind({
  pattern: '/stock/takes/:id',
  title: () => t('stock.kinds.stock-take'),
  icon: ClipboardList,
  size: { width: 900, height: 580, minWidth: 340, minHeight: 320 },
  component: window(stock, 'TakeWindow'),
  area: 'stock',
})
registerKind({
  pattern: '/staff',
  title: () => t('shell.areas.staff'),
  icon: IdCard,
  size: { width: 820, height: 540, minWidth: 420, minHeight: 300 },
  component: window(() => import('./staff/StaffWindow.tsx'), 'StaffWindow'),
  area: 'staff',
})
registerKind({
  pattern: '/log',
  title: () => t('shell.areas.log'),
  icon: ScrollText,
  size: { width: 860, height: 520, minWidth: 420, minHeight: 260 },
  component: window(() => import('./log/LogWindow.tsx'), 'LogWindow'),
  area: 'log',
})
registerKind({
  pattern: '/backups',
  title: () => t('shell.areas.backups'),
  icon: DatabaseBackup,
  size: { width: 820, height: 520, minWidth: 380, minHeight: 260 },
  component: window(() => import('./backups/BackupsWindow.tsx'), 'BackupsWindow'),
  area: 'backups',
})
registerKind({
  pattern: '/settings',
  title: () => t('shell.areas.settings'),
  icon: Settings,
  size: { width: 960, height: 560, minWidth: 380, minHeight: 300 },
  component: window(() => import('./settings/SettingsWindow.tsx'), 'SettingsWindow'),
  area: 'settings',
})
registerKind({
  pattern: '/settings/lists',
  title: () => t('lists.title'),
  icon: ListChecks,
  size: { width: 780, height: 540, minWidth: 380, minHeight: 300 },
  component: window(() => import('./lists/ListsWindow.tsx'), 'ListsWindow'),
  area: 'settings',
  help: 'lists',
})
registerKind({
  pattern: '/settings/dialling',
  title: () => t('dialling.rules.title'),
  icon: Hash,
  size: { width: 620, height: 560, minWidth: 360, minHeight: 300 },
  component: window(() => import('./dialling/DiallingWindow.tsx'), 'DiallingWindow'),
  area: 'settings',
  help: 'calls',
})
registerKind({
  pattern: '/counts/new',
  title: () => t('terminals.count.title'),
  icon: ClipboardList,
  size: { width: 520, height: 560, minWidth: 340, minHeight: 300 },
  component: window(() => import('./terminals/CountWindow.tsx'), 'CountWindow'),
  area: 'settings',
  help: 'devices',
})
registerKind({
  pattern: '/counts',
  title: () => t('terminals.title'),
  icon: ClipboardList,
  size: { width: 720, height: 520, minWidth: 360, minHeight: 300 },
  component: window(() => import('./terminals/CountsWindow.tsx'), 'CountsWindow'),
  area: 'settings',
  help: 'devices',
})
registerKind({
  pattern: '/settings/devices',
  title: () => t('devices.title'),
  icon: ScanBarcode,
  size: { width: 720, height: 520, minWidth: 360, minHeight: 300 },
  component: window(() => import('./devices/DevicesWindow.tsx'), 'DevicesWindow'),
  area: 'settings',
  help: 'devices',
})
registerKind({
  pattern: '/settings/telephone',
  title: () => t('telephone.title'),
  icon: Phone,
  size: { width: 720, height: 520, minWidth: 360, minHeight: 300 },
  component: window(() => import('./telephone/TelephoneWindow.tsx'), 'TelephoneWindow'),
  area: 'settings',
  help: 'telephone',
})
registerKind({
  pattern: '/help',
  title: () => t('shell.areas.help'),
  icon: BookOpen,
  size: { width: 620, height: 560, minWidth: 360, minHeight: 260 },
  component: window(() => import('./help/HelpWindow.tsx'), 'HelpWindow'),
  area: 'help',
})
registerKind({
  pattern: '/counter',
  title: () => t('shell.areas.counter'),
  icon: Store,
  size: { width: 1120, height: 620, minWidth: 340, minHeight: 420 },
  component: window(() => import('./till/windows.ts'), 'CounterWindow'),
  area: 'counter',
  help: 'counter',
})
