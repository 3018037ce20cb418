import type { TFunction } from 'i18next'
import type { Right } from '../../../app/rights.ts'
import { fold } from '../../../app/folding.ts'
import { practiceScenes } from '../../../app/contract/callPopup.ts'
import { keepPreference } from '../account.ts'
import { placesOfCalls } from '../../areas/calls/places.ts'
import { practise, useTelephone } from '../calls/telephone.ts'
import { languages, type Language } from '../../../app/languages.ts'
import { chooseOwnLanguage } from '../language/ownLanguage.ts'
import { themeName } from '../themes/themeEntries.ts'
import { setTheme, themeIds } from '../themes/useTheme.ts'
import {
  cascadeWindows,
  closeAllWindows,
  minimiseAllWindows,
  openWindow,
  tileWindows,
} from '../windows/index.ts'
import { shownAreas } from './shownAreas.ts'
import { signOut } from './signOut.ts'

export interface Command {
  readonly id: string
  readonly label: string
  run(): void
}

/** Everything the search over everything can do, in the reader's words and as their rights allow. */
export function commands(
  t: TFunction,
  may: (right: Right) => boolean,
  offered: readonly Language[],
): Command[] {
  const when = (right: Right, command: Command) => (may(right) ? [command] : [])
  return [
    ...when('clients.edit', {
      id: 'newClient',
      label: t('shell.commands.newClient'),
      run: () => openWindow('/clients/new'),
    }),
    ...when('clients.import', {
      id: 'importClients',
      label: t('shell.commands.importClients'),
      run: () => openWindow('/clients/import'),
    }),
    ...when('clients.merge', {
      id: 'findDuplicates',
      label: t('duplicates.command'),
      run: () => openWindow('/clients/duplicates'),
    }),
    ...when('clients.see', {
      id: 'targets',
      label: t('targets.title'),
      run: () => openWindow('/clients/targets'),
    }),
    ...when('items.edit', {
      id: 'newItem',
      label: t('items.new'),
      run: () => openWindow('/items/new'),
    }),
    ...when('lists.edit', {
      id: 'lists',
      label: t('shell.commands.lists'),
      run: () => openWindow('/settings/lists'),
    }),
    ...when('devices.use', {
      id: 'devices',
      label: t('devices.title'),
      run: () => openWindow('/settings/devices'),
    }),
    ...when('devices.use', {
      id: 'counts',
      label: t('terminals.title'),
      run: () => openWindow('/counts'),
    }),
    ...when('devices.use', {
      id: 'countGoods',
      label: t('terminals.count.title'),
      run: () => openWindow('/counts/new'),
    }),
    ...placesOfCalls(may).map(({ address, label }) => ({
      id: address,
      label,
      run: () => openWindow(address),
    })),
    ...practiceCalls(t),
    ...shownAreas(may).map((area) => ({
      id: area.id,
      label: t(`shell.commands.${area.id}`),
      run: () => openWindow(area.address),
    })),
    { id: 'tile', label: t('shell.commands.tile'), run: tileWindows },
    { id: 'cascade', label: t('shell.commands.cascade'), run: cascadeWindows },
    { id: 'minimiseAll', label: t('shell.commands.minimiseAll'), run: minimiseAllWindows },
    { id: 'closeAll', label: t('shell.commands.closeAll'), run: () => void closeAllWindows() },
    ...['system', ...themeIds].map((theme) => ({
      id: `theme.${theme}`,
      label: t('shell.commands.theme', {
        name: themeName(t, theme),
      }),
      run: () => {
        setTheme(theme)
        void keepPreference({ theme })
      },
    })),
    ...offered.map((language) => ({
      id: `language.${language}`,
      label: t('shell.commands.language', { name: languages[language].name }),
      run: () => void chooseOwnLanguage(language),
    })),
    { id: 'signOut', label: t('shell.commands.signOut'), run: () => void signOut() },
  ]
}

/** Calls to try the telephone with, where the reader's is one of the practice exchange. */
const practiceCalls = (t: TFunction): Command[] =>
  useTelephone.getState().telephone?.practice
    ? practiceScenes.map((scene) => ({
        id: `practice.${scene}`,
        label: t('dialling.practice.command', { scene: t(`dialling.practice.${scene}`) }),
        run: () => void practise(scene),
      }))
    : []

/** The commands in whose name every typed word begins a word. */
export function fittingCommands(all: readonly Command[], text: string): Command[] {
  const wanted = fold(text).split(' ').filter(Boolean)
  if (wanted.length === 0) return []
  return all.filter(({ label }) => {
    const own = fold(label).split(' ')
    return wanted.every((word) => own.some((candidate) => candidate.startsWith(word)))
  })
}
