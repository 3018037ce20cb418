import { z } from 'zod'
import { clientFields, isSortable, type ClientFieldKind } from '../clientFields.ts'
import { conditions, ordering } from '../criteria.ts'
import { isBirthday } from '../birthday.ts'
import { refusable } from '../voice.ts'
import { choices, choicesRequest, groups, groupsRequest, stretch } from './counting.ts'
import { customValue, money } from './lists.ts'
import { command, read } from './procedure.ts'

/** Longest texts a card takes; what is longer is refused, never cut. */
export const longest = { name: 500, short: 200, code: 100, line: 1000, note: 20_000 }

export const clientKinds = ['person', 'organisation'] as const
export type ClientKind = (typeof clientKinds)[number]

/** SHA-256 of a file's bytes: its name in the office's folder of files. */
export const fileHash = z.string().regex(/^[\da-f]{64}$/)

const line = (most: number) => z.string().trim().max(most)
const id = z.number().int().positive()

export const clientName = z.object({
  text: line(longest.name).min(1),
  /** BCP 47; absent where nobody said. */
  language: z.string().max(35).optional(),
})
export type ClientName = z.infer<typeof clientName>

export const clientPhone = z.object({
  /** As typed, in the office's own notation. */
  typed: line(longest.short).min(1),
  /** E.164, or null where the number is not a valid one. Made by the core. */
  e164: z.string().nullable().optional(),
  label: line(60).optional(),
})
export const clientEmail = z.object({
  address: line(longest.short)
    .min(3)
    .regex(/^[^\s@]+@[^\s@]+$/),
  label: line(60).optional(),
})
export const clientAddress = z.object({
  street: line(longest.line).optional(),
  city: line(longest.short).optional(),
  region: line(longest.short).optional(),
  postcode: line(60).optional(),
  /** ISO 3166-1 alpha-2. */
  country: z
    .string()
    .regex(/^[A-Z]{2}$/)
    .optional(),
  /** One line as written, where the parts are not known. */
  text: line(longest.line).optional(),
  /** BCP 47, where one address is written in several languages. */
  language: z.string().max(35).optional(),
})
export type ClientAddress = z.infer<typeof clientAddress>
export const clientContact = z.object({
  name: line(longest.name).min(1),
  position: line(longest.short).optional(),
  /** The person's own card, where there is one; the name is the one on it. */
  personId: id.optional(),
  /** First and last day there, as far as anybody said. */
  since: z.iso.date().optional(),
  until: z.iso.date().optional(),
})
export type ClientContact = z.infer<typeof clientContact>
export const clientWebsite = z.object({ address: line(longest.line).min(1) })
/** A messenger, or a page in a social network: what it is called, and who the client is there. */
export const clientLink = z.object({
  network: line(60).min(1),
  address: line(longest.line).min(1),
})
export type ClientLink = z.infer<typeof clientLink>
export const clientNote = z.object({
  text: z.string().min(1).max(longest.note),
  language: z.string().min(1).max(35),
})

/** What a person fills in on the card. Hidden fields are left out on both ways; on saving, what is absent stays as it is. */
export const clientDraft = z.object({
  kind: z.enum(clientKinds),
  names: z.array(clientName).min(1).max(20),
  code: line(longest.code).optional(),
  statusId: id.nullable().optional(),
  managerId: id.nullable().optional(),
  /** Language of documents and messages. */
  language: z.string().max(35).nullable().optional(),
  phones: z.array(clientPhone).max(100).optional(),
  emails: z.array(clientEmail).max(100).optional(),
  addresses: z.array(clientAddress).max(100).optional(),
  contacts: z.array(clientContact).max(200).optional(),
  websites: z.array(clientWebsite).max(50).optional(),
  notes: z.string().max(longest.note).optional(),
  /** The picture, brought with `files.begin`; null takes it away. */
  photo: fileHash.nullable().optional(),
  /** The notes in further languages. */
  otherNotes: z.array(clientNote).max(20).optional(),
  /** What the client counts as: customer, supplier, … of the list of kinds. Absent in a new card: a client. */
  relationIds: z.array(id).max(100).optional(),
  categoryId: id.nullable().optional(),
  sourceId: id.nullable().optional(),
  groupIds: z.array(id).max(200).optional(),
  priceListId: id.nullable().optional(),
  /** Hundredths of a percent. */
  discount: z.number().int().min(0).max(10_000).nullable().optional(),
  bonusCard: line(longest.code).optional(),
  creditLimit: money
    .extend({ amount: z.number().int().min(0) })
    .nullable()
    .optional(),
  /** YYYY-MM-DD, or --MM-DD without the year. */
  birthday: z.string().refine(isBirthday).nullable().optional(),
  messengers: z.array(clientLink).max(50).optional(),
  socialPages: z.array(clientLink).max(50).optional(),
  /** By the id of the custom field; what is absent stays as it is, null takes a value away. */
  custom: z.record(z.string().regex(/^\d{1,15}$/), customValue.nullable()).optional(),
})
export type ClientDraft = z.infer<typeof clientDraft>

export const clientCard = clientDraft.extend({
  id,
  revision: z.number().int(),
  createdAt: z.number(),
  changedAt: z.number(),
  changedBy: z.number().int().nullable(),
  /** In the bin since; null for a client in use. */
  binnedAt: z.number().nullable(),
  /** Of a client that was merged into another: the card that was kept. */
  mergedInto: id.optional(),
})
export type ClientCard = z.infer<typeof clientCard>

/** One row of the table. */
export const clientRow = z.object({
  id,
  kind: z.enum(clientKinds),
  /** In the reader's language where the client has one. */
  name: z.string(),
  /** The other names, for telling namesakes apart. */
  otherNames: z.array(z.string()),
  phone: z.string().optional(),
  email: z.string().optional(),
  city: z.string().optional(),
  country: z.string().optional(),
  contact: z.string().optional(),
  /** Of a person: the organisation whose contact person they are. */
  worksAt: z.string().optional(),
  statusId: id.nullable().optional(),
  managerId: id.nullable().optional(),
  /** Fetched with `files.photo`. */
  photo: z.string().optional(),
  changedAt: z.number(),
  createdAt: z.number(),
  code: z.string().optional(),
  language: z.string().nullable(),
  relationIds: z.array(id),
  categoryId: id.nullable().optional(),
  sourceId: id.nullable().optional(),
  groupIds: z.array(id).optional(),
  priceListId: id.nullable().optional(),
  discount: z.number().nullable().optional(),
  bonusCard: z.string().optional(),
  creditLimit: money.nullable().optional(),
  birthday: z.string().nullable().optional(),
  /** What they do not want to get. */
  refusals: z.array(z.enum(refusable)),
  /** Values of custom fields that the reader sees. */
  custom: z.record(z.string(), customValue),
})
export type ClientRow = z.infer<typeof clientRow>

/** Fields that can put the table in order. */
export const clientOrders: readonly string[] = clientFields
  .filter((field: ClientFieldKind) => isSortable(field))
  .map(({ id }) => id)

export const clientFilter = z.object({
  /** Any part of a name, number, e-mail or code. */
  text: z.string().max(200).optional(),
  kind: z.enum(clientKinds).optional(),
  statusId: id.optional(),
  managerId: id.optional(),
  /** true: those in the bin instead of those in use. */
  binned: z.boolean().optional(),
  /** Of fields in `clientFields`, all of which must hold. */
  conditions: conditions.optional(),
})
export type ClientFilter = z.infer<typeof clientFilter>

/** By which fields, the first first; by name where they find two equal, and where there are none. */
export const clientOrder = ordering

export const clientPageRequest = stretch.extend({
  filter: clientFilter.default({}),
  order: clientOrder.default([]),
})
export type ClientPageRequest = z.infer<typeof clientPageRequest>

export const clientGroupsRequest = groupsRequest.extend({ filter: clientFilter.default({}) })

export const clientChoicesRequest = choicesRequest.extend({ filter: clientFilter.default({}) })

export const clientHit = clientRow
  .pick({
    id: true,
    kind: true,
    name: true,
    otherNames: true,
    city: true,
    country: true,
    photo: true,
    worksAt: true,
  })
  .extend({
    /** The phone, e-mail or code by which it was found, where it was not the name. */
    foundBy: z.string().optional(),
    phone: z.string().optional(),
    statusId: id.nullable().optional(),
  })
export type ClientHit = z.infer<typeof clientHit>

export const clients = {
  page: read('clients.see')
    .input(clientPageRequest)
    .output(z.object({ total: z.number().int(), rows: z.array(clientRow) })),
  /** How many match. */
  count: read('clients.see')
    .input(z.object({ filter: clientFilter.default({}) }))
    .output(z.object({ count: z.number().int() })),
  /** Those that match put together by up to three fields, with counts and totals. */
  groups: read('clients.see').input(clientGroupsRequest).output(groups),
  /** The different values of a field among those that match, with how many have each: for choosing by it. */
  choices: read('clients.see').input(clientChoicesRequest).output(choices),
  search: read('clients.see')
    .input(
      z.object({
        text: z.string().max(200),
        limit: z.number().int().min(1).max(100).default(20),
        /** Only these. */
        kind: z.enum(clientKinds).optional(),
      }),
    )
    .output(z.array(clientHit)),
  card: read('clients.see').input(z.object({ id })).output(clientCard),
  create: command('clients.edit').input(clientDraft).output(clientCard),
  save: command('clients.edit')
    .input(z.object({ id, revision: z.number().int(), draft: clientDraft.partial() }))
    .output(clientCard),
  /** Into the bin; nothing is lost. */
  bin: command('clients.delete')
    .input(z.object({ ids: z.array(id).min(1).max(1000) }))
    .output(z.object({ count: z.number().int() })),
  restore: command('clients.delete')
    .input(z.object({ ids: z.array(id).min(1).max(1000) }))
    .output(z.object({ count: z.number().int() })),
  /** Who can be the manager of a client. */
  managers: read('signed-in').output(z.array(z.object({ id, name: z.string(), active: z.boolean() }))),
}
