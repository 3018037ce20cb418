import type { CustomField, CustomValue } from './contract/lists.ts'
import { isDay } from './birthday.ts'
import type { CustomFieldName, HideableField } from './rights.ts'

/** A custom field as roles and the operation log name it. */
export const customName = (id: number | string): CustomFieldName => `client.custom.${Number(id)}`

export const isCustomName = (field: string): field is CustomFieldName => /^client\.custom\.\d+$/.test(field)

export const idOfCustom = (field: string): number => Number(field.slice('client.custom.'.length))

/** Values of custom fields without those that are hidden. */
export function visibleCustom<Value>(
  custom: Readonly<Record<string, Value>>,
  hidden: readonly HideableField[],
): Record<string, Value> {
  return Object.fromEntries(Object.entries(custom).filter(([id]) => !hidden.includes(customName(id))))
}

/** Whether a field is on the cards of those who count as these. */
export const isOnCard = (field: CustomField, relationIds: readonly number[]): boolean =>
  !field.retired &&
  (field.relationIds.length === 0 || field.relationIds.some((id) => relationIds.includes(id)))

/** Whether a value fits its field; of a choice not yet whether there is such an entry. */
export function fitsField({ type }: Pick<CustomField, 'type'>, value: CustomValue): boolean {
  switch (type) {
    case 'text':
      return typeof value === 'string'
    case 'link':
      return typeof value === 'string' && isLink(value)
    case 'date':
      return typeof value === 'string' && isDay(value)
    case 'number':
      return typeof value === 'number' && Math.abs(value) <= 1e15
    case 'choice':
      return typeof value === 'number' && Number.isSafeInteger(value) && value > 0
    case 'yes-no':
      return typeof value === 'boolean'
    case 'money':
      return typeof value === 'object'
  }
}

/** An address of the web or of a mailbox, with or without its scheme; never one that runs a program. */
export function isLink(text: string): boolean {
  if (/\s/.test(text)) return false
  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(text)?.[1]?.toLowerCase()
  // "example.com:8080" has no scheme.
  if (scheme !== undefined && !scheme.includes('.'))
    return ['http', 'https', 'mailto', 'tel'].includes(scheme)
  return /^[^/]+\.[^/]+/.test(text)
}
