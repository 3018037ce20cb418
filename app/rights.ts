/**
 * What an office can allow a person. The contract names the right of every procedure; roles hold lists of these.
 * A right reads as area.action.
 */
export const rights = [
  'clients.see',
  'clients.edit',
  'clients.delete',
  'clients.import',
  'clients.export',
  'clients.merge',
  'log.see',
  'staff.see',
  'staff.edit',
  'backups.make',
  'backups.restore',
  'office.edit',
  'views.share',
  'targets.share',
  'lists.edit',
  'calls.see',
  'calls.dial',
  'calls.board',
  'calls.listen',
  'calls.edit',
  'calls.export',
  'calls.costs',
  'calls.rates',
  'calls.score',
  'calls.lists',
  'telephone.edit',
  'devices.edit',
  'devices.use',
  'items.see',
  'items.edit',
  'items.cost',
  'stock.see',
  'stock.edit',
  'stock.count',
  'warehouses.edit',
  'journal.see',
  'journal.close',
  'till.sell',
  'till.return',
  'till.price',
  'till.edit',
] as const

export type Right = (typeof rights)[number]

/** Areas in which a role can be limited to the records of its own person: clients as manager or maker, calls that they made, had or that rang at theirs. */
export const ownableAreas = ['clients', 'calls'] as const
export type OwnableArea = (typeof ownableAreas)[number]

/** Fields that a role can be kept from seeing, as record.field. A hidden field is neither shown, filtered, sorted, searched, changed, exported nor readable in the log. */
export const hideableFields = [
  'client.phones',
  'client.emails',
  'client.addresses',
  'client.contacts',
  'client.notes',
  'client.status',
  'client.manager',
  'client.photo',
  'client.files',
  'client.category',
  'client.source',
  'client.groups',
  'client.priceList',
  'client.discount',
  'client.bonusCard',
  'client.creditLimit',
  'client.birthday',
  'client.messengers',
  'client.socialPages',
] as const
/** The fields of the office's own are hidden one by one. */
export type HideableField = (typeof hideableFields)[number] | CustomFieldName
export type CustomFieldName = `client.custom.${number}`

/** What the roles of one person come to: what the core asks before it does anything. */
export interface Grant {
  readonly rights: readonly Right[]
  readonly ownOnly: readonly OwnableArea[]
  readonly hidden: readonly HideableField[]
  /** Kinds of counterparty that the person is limited to, by their ids; none: all of them. */
  readonly onlyRelations: readonly number[]
}

export const may = (grant: Grant, right: Right): boolean => grant.rights.includes(right)
export const hides = (grant: Grant, field: HideableField): boolean => grant.hidden.includes(field)
export const ownOnly = (grant: Grant, area: OwnableArea): boolean => grant.ownOnly.includes(area)

/** The roles every new office starts with; the office can change all but the owner's. */
export const startingRoles = {
  owner: { rights: [...rights], ownOnly: [], hidden: [], onlyRelations: [] },
  manager: {
    rights: [
      'clients.see',
      'clients.edit',
      'clients.delete',
      'clients.import',
      'clients.export',
      'clients.merge',
      'views.share',
      'targets.share',
      'calls.see',
      'calls.dial',
      'calls.board',
      'calls.listen',
      'calls.edit',
      'calls.export',
      'calls.costs',
      'calls.score',
      'calls.lists',
      'devices.use',
      'items.see',
      'items.edit',
      'items.cost',
      'stock.see',
      'stock.edit',
      'stock.count',
      'warehouses.edit',
      'journal.see',
      'till.sell',
      'till.return',
      'till.price',
      'till.edit',
    ],
    ownOnly: [],
    hidden: [],
    onlyRelations: [],
  },
  cashier: {
    rights: [
      'clients.see',
      'clients.edit',
      'calls.see',
      'calls.dial',
      'calls.edit',
      'devices.use',
      'items.see',
      'stock.see',
      'till.sell',
      'till.return',
    ],
    ownOnly: ['calls'],
    hidden: ['client.notes', 'client.manager'],
    onlyRelations: [],
  },
  storekeeper: {
    rights: [
      'clients.see',
      'calls.see',
      'calls.dial',
      'calls.edit',
      'devices.use',
      'items.see',
      'items.edit',
      'stock.see',
      'stock.edit',
      'stock.count',
    ],
    ownOnly: ['calls'],
    hidden: ['client.notes', 'client.manager'],
    onlyRelations: [],
  },
  operator: {
    rights: [
      'clients.see',
      'clients.edit',
      'calls.see',
      'calls.dial',
      'calls.board',
      'calls.edit',
      'calls.lists',
      'items.see',
    ],
    ownOnly: [],
    hidden: [],
    onlyRelations: [],
  },
  accountant: {
    rights: [
      'clients.see',
      'clients.export',
      'log.see',
      'calls.see',
      'calls.export',
      'calls.costs',
      'items.see',
      'items.cost',
      'stock.see',
      'journal.see',
      'journal.close',
    ],
    ownOnly: [],
    hidden: [],
    onlyRelations: [],
  },
  marketer: {
    rights: [
      'clients.see',
      'clients.edit',
      'clients.import',
      'clients.export',
      'targets.share',
      'calls.see',
      'calls.dial',
      'calls.edit',
      'calls.export',
      'calls.lists',
      'items.see',
    ],
    ownOnly: [],
    hidden: [],
    onlyRelations: [],
  },
} as const satisfies Record<string, Grant>

export type StartingRole = keyof typeof startingRoles
