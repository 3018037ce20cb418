import type { TFunction } from 'i18next'
import type { Operation } from '../../../app/contract/log.ts'
import type { LogArea } from '../../../app/logAreas.ts'

/** Every action that is logged and has a word of its own, in the order of the filter. */
export const actions = [
  'clients.create',
  'clients.save',
  'clients.bin',
  'clients.restore',
  'clients.export',
  'duplicates.merge',
  'duplicates.undo',
  'duplicates.keepApart',
  'duplicates.forgetApart',
  'files.attach',
  'files.rename',
  'files.bin',
  'files.restore',
  'files.erase',
  'mass.run',
  'mass.undo',
  'timeline.write',
  'timeline.change',
  'imports.run',
  'imports.undo',
  'imports.forgetMapping',
  'people.link',
  'people.unlink',
  'calls.save',
  'callHistory.claim',
  'callHistory.export',
  'callHistory.returned',
  'callHistory.saveReminders',
  'recordings.open',
  'telephone.save',
  'telephone.remove',
  'dialling.saveRules',
  'staff.createEmployee',
  'staff.saveEmployee',
  'staff.setPassword',
  'staff.saveRole',
  'staff.deleteRole',
  'session.changePassword',
  'office.save',
  'lists.saveEntry',
  'lists.orderEntries',
  'lists.retireEntry',
  'lists.mergeEntry',
  'lists.undoMerge',
  'lists.saveField',
  'lists.orderFields',
  'lists.retireField',
  'callQuality.score',
  'callQuality.removeScore',
  'callQuality.mark',
  'callQuality.removeMark',
  'callQuality.saveChecklist',
  'callQuality.retireChecklist',
  'callQuality.saveNorms',
  'ratings.given',
  'ratings.saveRules',
  'voiceMessages.save',
  'voiceMessages.add',
  'voiceMessages.start',
  'voiceMessages.pause',
  'voiceMessages.stop',
  'voiceMessages.run',
  'voiceMessages.savePlace',
  'voiceMessages.setRefusals',
  'documents.post',
  'documents.undo',
  'stockTakes.start',
  'stockTakes.post',
  'stockTakes.giveUp',
  'journal.close',
  'stock.saveRules',
  'warehouses.save',
  'warehouses.retire',
  'warehouses.saveBranch',
  'warehouses.removeBranch',
  'callLists.save',
  'callLists.setState',
  'callLists.add',
  'callLists.takeOff',
  'callLists.result',
  'callLists.undoResult',
  'callLists.exported',
  'till.save',
  'till.openShift',
  'till.closeShift',
  'till.sell',
  'till.giveBack',
  'till.hold',
  'items.create',
  'items.save',
  'items.bin',
  'items.saveGroup',
  'items.removeGroup',
  'targets.save',
  'targets.remove',
  'views.save',
  'views.remove',
  'callCosts.reckonAnew',
  'callCosts.undoReckoning',
  'callCosts.saveLimit',
  'callCosts.removeLimit',
  'callRates.saveTable',
  'callRates.removeTable',
  'callRates.saveRate',
  'callRates.removeRate',
  'callRates.importFile',
  'callRates.undoImport',
  'backups.make',
  'backups.restore',
  'backups.savePlan',
  'door.start',
  'door.startDemo',
  'door.signIn',
  'door.failedSignIn',
  'door.signOut',
] as const

export type Action = (typeof actions)[number]

const known = (action: string): action is Action => (actions as readonly string[]).includes(action)

/** An action in words, whatever it changed. */
export const actionName = (t: TFunction, action: string): string =>
  known(action) ? t(`log.actions.${action}`) : t('log.other', { action })

/** Where in the office it was done. */
export const areaName = (t: TFunction, area: LogArea | null): string | undefined => {
  if (area === null) return undefined
  return area === 'door' ? t('log.door') : t(`shell.areas.${area}`)
}

/** What was done, in words; some actions say more by what they changed. */
export function deedOf(t: TFunction, { action, changes }: Operation): string {
  const only = changes.length === 1 ? changes[0] : undefined
  if (action === 'staff.saveEmployee' && only?.field === 'employee.active')
    return only.after === true ? t('log.personActivated') : t('log.personDeactivated')
  if (
    action === 'staff.saveRole' &&
    changes.some(({ field, before }) => field === 'role.name' && before === null)
  )
    return t('log.roleAdded')
  return actionName(t, action)
}

/** Who did it. At the door nobody is signed in yet: there it is the person the line is about. */
export function doerOf(operation: Operation): string | null {
  const { by, action, subject, changes } = operation
  if (by !== null) return by
  if (action === 'door.signIn') return subject?.name ?? null
  // A restored base may not know the person who restored it, so their name stands among the changes.
  const restorer = changes.find(({ field }) => field === 'backup.by')?.after
  return typeof restorer === 'string' ? restorer : null
}

/** Whom or what it was done to, where that is not the doer. */
export const subjectOf = ({ action, subject }: Operation): Operation['subject'] =>
  action === 'door.signIn' ? null : subject

/** The computer, in words where it is the one the office runs on. */
export function seatOf(t: TFunction, { seat }: Operation): string {
  if (['127.0.0.1', '::1', 'this computer'].includes(seat)) return t('log.here')
  return seat === 'command line' ? t('log.commandLine') : seat
}

/** On the button that opens what was changed. */
export const openingOf = (t: TFunction, { subject }: Operation): string =>
  subject?.type === 'mass' ? t('mass.open') : t('log.open', { name: subject?.name })

/** What stands for it in the list: a change of many clients has no name of its own. */
export function subjectName(t: TFunction, operation: Operation): string | undefined {
  const subject = subjectOf(operation)
  return subject?.type === 'mass' ? t('mass.several') : subject?.name
}
