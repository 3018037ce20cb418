import { documentKinds } from '../../../app/contract/documents.ts'
import { takeStates } from '../../../app/contract/stockTakes.ts'
import type { TFunction } from 'i18next'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { callResults } from '../../../app/calling.ts'
import { clientFields } from '../../../app/clientFields.ts'
import { voiceStates } from '../../../app/contract/voiceMessages.ts'
import { callListStates } from '../../../app/contract/callLists.ts'
import { exportFormats } from '../../../app/contract/clientExport.ts'
import { fieldTypes, listNames, tones, type Money } from '../../../app/contract/lists.ts'
import type { Operation } from '../../../app/contract/log.ts'
import { transferStates } from '../../../app/contract/terminals.ts'
import { countryName, isCountryCode } from '../../../app/countries.ts'
import { deviceKinds } from '../../../app/devices.ts'
import { itemKinds } from '../../../app/items.ts'
import { languages, type Language } from '../../../app/languages.ts'
import { typedMinute } from '../../../app/permittedHours.ts'
import { rateDays, ratedDirections, type RateDays, type RatedDirection } from '../../../app/rates.ts'
import { rights, startingRoles, type StartingRole } from '../../../app/rights.ts'
import { useLanguage } from '../../shell/language/language.ts'
import { useNotation, type Notation } from '../../shell/language/notation.ts'
import { languageName } from '../clients/cardWords.ts'
import { useFieldTexts, type FieldTexts } from '../clients/fieldTexts.ts'

/** One changed field as a person reads it: what went, what came. Of lists only what differs. */
export interface ReadableChange {
  readonly field: string
  readonly before: readonly string[]
  readonly after: readonly string[]
}

interface Known {
  readonly t: TFunction
  readonly notation: Notation
  readonly language: Language
  readonly client: FieldTexts
}

/** Turns the log's fields and values into the reader's words. */
export function useWording(): (operation: Operation) => ReadableChange[] {
  const { t } = useTranslation()
  const notation = useNotation()
  const language = useLanguage((state) => state.language)
  const client = useFieldTexts()
  return useMemo(() => {
    const known: Known = { t, notation, language, client }
    return (operation) =>
      operation.changes
        // Who restored a backup stands in the column of who did it.
        .filter(({ field }) => field !== 'backup.by')
        .map(({ field, before, after }) => readable(known, field, before, after))
  }, [t, notation, language, client])
}

/** What changed, in one line for the list. */
export function lineOf(t: TFunction, changes: readonly ReadableChange[]): string {
  return changes
    .map(({ field, before, after }) => {
      const words = { field, before: before.join(', '), after: after.join(', ') }
      if (before.length === 0) return t('log.given', words)
      return after.length === 0 ? t('log.taken', words) : t('log.change', words)
    })
    .join(' · ')
}

function readable(known: Known, field: string, before: unknown, after: unknown): ReadableChange {
  const record = field.slice(0, field.indexOf('.'))
  const own = field.slice(record.length + 1)
  const texts = record === 'client' ? known.client : textsOf(known, record)
  const [was, is] = [texts.items(own, before), texts.items(own, after)]
  const went = was.filter((value) => !is.includes(value))
  const came = is.filter((value) => !was.includes(value))
  // The same entries in another order.
  const moved = went.length === 0 && came.length === 0
  return { field: texts.name(own), before: went, after: moved ? is : came }
}

/** Fields that have a word, of every record but clients. One of a later version is shown as it is called. */
const named = [
  'employee.name',
  'employee.active',
  'employee.roles',
  'role.name',
  'role.rights',
  'role.ownOnly',
  'role.hidden',
  'role.onlyRelations',
  'call.note',
  'call.tags',
  'call.client',
  'call.claimed',
  'call.returned',
  'call.listened',
  'exchange.name',
  'exchange.kind',
  'exchange.branch',
  'exchange.enabled',
  'exchange.place',
  'exchange.telephones',
  'exchange.recordings',
  'exchange.password',
  'exchange.removed',
  'device.name',
  'device.kind',
  'device.enabled',
  'device.place',
  'device.seat',
  'device.removed',
  'transfer.lines',
  'transfer.state',
  'item.kind',
  'item.names',
  'item.code',
  'item.plu',
  'item.group',
  'item.units',
  'item.barcodes',
  'item.prices',
  'item.characteristics',
  'item.tax',
  'item.least',
  'item.cost',
  'item.notes',
  'item.parts',
  'item.binned',
  'itemGroup.name',
  'itemGroup.names',
  'itemGroup.parent',
  'device.printed',
  'device.notPrinted',
  'dialling.country',
  'dialling.outside',
  'dialling.international',
  'dialling.inside',
  'dialling.lines',
  'entry.list',
  'entry.name',
  'entry.names',
  'entry.tone',
  'entry.retired',
  'entry.order',
  'entry.into',
  'entry.clients',
  'field.type',
  'field.name',
  'field.names',
  'field.relations',
  'field.required',
  'field.retired',
  'field.order',
  'office.company',
  'office.country',
  'office.currency',
  'office.language',
  'office.nameLanguages',
  'office.demo',
  'target.name',
  'target.shared',
  'view.name',
  'view.shared',
  'backup.name',
  'backupPlan.days',
  'backupPlan.times',
  'backupPlan.keep',
  'backupPlan.copyTo',
  'import.rows',
  'import.created',
  'import.updated',
  'import.duplicates',
  'import.refused',
  'import.removed',
  'import.restored',
  'import.kept',
  'import.columns',
  'mass.changed',
  'mass.undone',
  'mass.kept',
  'mass.stopped',
  'missedRules.on',
  'missedRules.afterMinutes',
  'missedRules.tell',
  'callScore.checklist',
  'callScore.answers',
  'callScore.words',
  'callScore.result',
  'callMark.second',
  'callMark.words',
  'checklist.name',
  'checklist.questions',
  'checklist.retired',
  'qualityNorms.answerPercent',
  'qualityNorms.answerSeconds',
  'qualityNorms.returnPercent',
  'qualityNorms.returnMinutes',
  'rating.stars',
  'ratingRules.on',
  'ratingRules.directions',
  'ratingRules.leastSeconds',
  'ratingRules.everyDays',
  'ratingRules.channel',
  'ratingRules.address',
  'ratingRules.validDays',
  'ratingRules.messages',
  'ratingRules.hoursFrom',
  'ratingRules.hoursTo',
  'ratingRules.days',
  'voiceMessage.name',
  'voiceMessage.file',
  'voiceMessage.lines',
  'voiceMessage.attempts',
  'voiceMessage.pause',
  'voiceMessage.hoursFrom',
  'voiceMessage.hoursTo',
  'voiceMessage.days',
  'voiceMessage.state',
  'voiceMessage.added',
  'voicePlace.folder',
  'voicePlace.prefix',
  'callList.name',
  'callList.script',
  'callList.attempts',
  'callList.pauseNoAnswer',
  'callList.pauseBusy',
  'callList.hoursFrom',
  'callList.hoursTo',
  'callList.days',
  'callList.callers',
  'callList.state',
  'callList.added',
  'callList.takenOff',
  'callList.entry',
  'callList.result',
  'callList.exported',
  'export.calls',
  'callCosts.days',
  'callCosts.changed',
  'callCosts.undone',
  'callCosts.kept',
  'callCosts.stopped',
  'callLimit.employee',
  'callLimit.line',
  'callLimit.amount',
  'callLimit.warnAt',
  'callLimit.refuses',
  'callLimit.tells',
  'callLimit.removed',
  'rateTable.name',
  'rateTable.connection',
  'rateTable.line',
  'rateTable.direction',
  'rateTable.validFrom',
  'rateTable.monthly',
  'rateTable.allowed',
  'rateTable.removed',
  'rate.which',
  'rate.prefix',
  'rate.name',
  'rate.per',
  'rate.price',
  'rate.connection',
  'rate.least',
  'rate.free',
  'rate.steps',
  'rate.days',
  'rate.hours',
  'rate.removed',
  'rateImport.added',
  'rateImport.changed',
  'rateImport.removed',
  'rateImport.undone',
  'document.kind',
  'document.day',
  'document.warehouse',
  'document.into',
  'document.note',
  'document.undoes',
  'stockRules.method',
  'stockRules.negative',
  'stockTake.state',
  'warehouse.name',
  'warehouse.branch',
  'warehouse.retired',
  'branch.name',
  'books.closedUntil',
  'export.clients',
  'export.format',
  'export.text',
  'export.filtered',
  'export.selected',
  'export.except',
  'export.binned',
  'export.columns',
  'till.name',
  'till.warehouse',
  'till.mostPercent',
  'till.held',
  'shift.cashAtOpen',
  'shift.cashExpected',
  'shift.cashCounted',
  'receipt.total',
] as const

const textsOf = (known: Known, record: string): FieldTexts => ({
  name: (own) => {
    const field = named.find((one) => one === `${record}.${own}`)
    return field === undefined ? own : known.t(`log.fields.${field}`)
  },
  items: (own, value) => {
    if (value === null || value === undefined || value === '') return []
    return (Array.isArray(value) ? value : [value]).map((one) => textOf(known, `${record}.${own}`, one))
  },
})

function textOf({ t, notation, language, client }: Known, field: string, value: unknown): string {
  const text = String(value)
  switch (field) {
    case 'till.mostPercent':
      return notation.percent(Number(value))
    case 'shift.cashAtOpen':
    case 'shift.cashExpected':
    case 'shift.cashCounted':
    case 'receipt.total':
      return notation.money(value as Money)
    case 'employee.active':
      return value === true ? t('staff.people.active') : t('staff.people.inactive')
    case 'employee.roles':
    case 'role.name':
      return text in startingRoles ? t(`shell.roles.${text as StartingRole}`) : text
    case 'role.rights': {
      const right = rights.find((one) => one === text)
      return right === undefined ? text : t(`staff.rights.${right}.name`)
    }
    case 'role.ownOnly':
      return t(`staff.reach.${text === 'calls' ? 'calls' : 'clients'}.own`)
    case 'export.format': {
      const format = exportFormats.find((one) => one === text)
      return format === undefined ? text : t(`clients.export.${format}`)
    }
    case 'export.filtered': {
      const field = clientFields.find(({ id }) => id === text)
      return field === undefined ? client.name(text) : t(`clientFields.${field.id}`)
    }
    case 'item.kind': {
      const kind = itemKinds.find((one) => one === text)
      return kind === undefined ? text : t(`items.kinds.${kind}`)
    }
    case 'export.columns':
      return client.name(text)
    case 'transfer.state': {
      const state = transferStates.find((one) => one === text)
      return state === undefined ? text : t(`terminals.states.${state}`)
    }
    case 'device.kind': {
      const kind = deviceKinds.find((one) => one === text)
      return kind === undefined ? text : t(`devices.kinds.${kind}.name`)
    }
    case 'role.onlyRelations':
    case 'field.relations':
      return client.items('relations', value).join(', ')
    case 'entry.list': {
      const list = listNames.find((one) => one === text)
      return list === undefined ? client.name(text.replace('field.', 'custom.')) : t(`lists.names.${list}`)
    }
    case 'entry.tone': {
      const tone = tones.find((one) => one === text)
      return tone === undefined ? text : t(`lists.tones.${tone}`)
    }
    case 'field.type': {
      const type = fieldTypes.find((one) => one === text)
      return type === undefined ? text : t(`lists.types.${type}`)
    }
    case 'rateTable.direction':
      return ratedDirections.includes(text as RatedDirection)
        ? t(`rates.directions.${text as RatedDirection}`)
        : text
    case 'rate.per':
      return text === 'call' || text === 'minute' ? t(`rates.per.${text}`) : text
    case 'rate.days':
      return rateDays.includes(text as RateDays) ? t(`rates.days.${text as RateDays}`) : text
    case 'document.kind': {
      const kind = documentKinds.find((one) => one === text)
      return kind === undefined ? text : t(`stock.kinds.${kind}`)
    }
    case 'stockTake.state': {
      const state = takeStates.find((one) => one === text)
      return state === undefined ? text : t(`stock.states.${state}`)
    }
    case 'stockRules.method':
      return text === 'average' || text === 'fifo' ? t(`stock.methods.${text}`) : text
    case 'document.day':
    case 'books.closedUntil':
      return notation.date(text)
    case 'role.hidden':
      return client.name(text.replace(/^client\./, ''))
    case 'missedRules.tell':
      return text === 'manager' ? t('telephone.reminders.manager') : t('telephone.reminders.everybody')
    case 'callList.days':
    case 'voiceMessage.days':
    case 'ratingRules.days':
    case 'backupPlan.days':
      return t('backups.plan.weekdays').split('|')[Number(text)] ?? text
    case 'callList.hoursFrom':
    case 'callList.hoursTo':
    case 'voiceMessage.hoursFrom':
    case 'voiceMessage.hoursTo':
    case 'ratingRules.hoursFrom':
    case 'ratingRules.hoursTo':
      return typedMinute(Number(value))
    case 'callList.state': {
      const state = callListStates.find((one) => one === text)
      return state === undefined ? text : t(`callLists.states.${state}`)
    }
    case 'voiceMessage.state': {
      const state = voiceStates.find((one) => one === text)
      return state === undefined ? text : t(`voice.states.${state}`)
    }
    case 'callList.result': {
      const result = callResults.find((one) => one === text)
      return result === undefined ? text : t(`callLists.results.${result}`)
    }
    case 'call.listened':
      return notation.dayAndTime(Number(value))
    case 'office.country':
      return isCountryCode(text) ? countryName(text, language) : text
    case 'office.nameLanguages':
      return languageName(text)
    case 'office.language':
      return text in languages ? languages[text as Language].name : text
    default:
      if (typeof value === 'number') return notation.number(value)
      if (typeof value === 'boolean') return value ? t('log.yes') : t('log.no')
      return typeof value === 'string' ? value : JSON.stringify(value)
  }
}
