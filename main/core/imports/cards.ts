import type { ClientCard, ClientDraft, ClientStatus } from '../../../app/contract/clients.ts'
import { longest } from '../../../app/contract/clients.ts'
import { fold } from '../../../app/folding.ts'
import { readStatuses } from '../../../db/clients/lists.ts'
import { readAllUsers } from '../../../db/staff.ts'
import type { Reading } from '../../../db/tables.ts'
import type { ImportedClient } from '../import/draft.ts'

/** Turns what a file tells into what a card holds. */
export class CardMaker {
  readonly #statuses: ReadonlyMap<string, number>
  readonly #managers: ReadonlyMap<string, number>

  private constructor(statuses: readonly ClientStatus[], managers: readonly { id: number; name: string }[]) {
    this.#statuses = new Map(statuses.map((status) => [fold(status.name), status.id]))
    this.#managers = new Map(managers.map((manager) => [fold(manager.name), manager.id]))
  }

  static async read(base: Reading): Promise<CardMaker> {
    return new CardMaker(await readStatuses(base), await readAllUsers(base))
  }

  /** What the office has no list entry for is kept in the notes, under its own word. */
  draftOf(row: ImportedClient): ClientDraft {
    const statusId = row.status === undefined ? undefined : this.#statuses.get(fold(row.status))
    const managerId = row.manager === undefined ? undefined : this.#managers.get(fold(row.manager))
    const notes = [
      ...row.notes,
      ...(row.status !== undefined && statusId === undefined ? [`status: ${row.status}`] : []),
      ...(row.manager !== undefined && managerId === undefined ? [`manager: ${row.manager}`] : []),
      ...(row.birthday === undefined ? [] : [`birthday: ${row.birthday}`]),
    ].join('\n')
    return {
      kind: row.kind,
      names: row.names.map((name) => ({ ...name })),
      ...(row.code === undefined ? {} : { code: row.code }),
      ...(statusId === undefined ? {} : { statusId }),
      ...(managerId === undefined ? {} : { managerId }),
      phones: row.phones.map(({ typed, label }) => ({ typed, ...(label === undefined ? {} : { label }) })),
      emails: row.emails.map((address) => ({ address })),
      addresses: row.addresses.map((address) => ({ ...address })),
      contacts: row.contacts.map((contact) => ({ ...contact })),
      websites: row.websites.map((address) => ({ address })),
      notes: notes.slice(0, longest.note),
    }
  }
}

/** The card with what a row adds to it; nothing that is there is changed or taken away. */
export function addedTo(card: ClientCard, draft: ClientDraft): ClientDraft {
  const digits = (typed: string) => typed.replace(/\D/g, '').slice(-9)
  const known = {
    names: new Set(card.names.map((name) => fold(name.text))),
    phones: new Set((card.phones ?? []).map((phone) => digits(phone.e164 ?? phone.typed))),
    emails: new Set((card.emails ?? []).map((email) => email.address.toLowerCase())),
    contacts: new Set((card.contacts ?? []).map((contact) => fold(contact.name))),
    websites: new Set((card.websites ?? []).map((website) => website.address)),
  }
  return {
    kind: card.kind,
    names: [...card.names, ...draft.names.filter((name) => !known.names.has(fold(name.text)))],
    ...(card.code === undefined
      ? draft.code === undefined
        ? {}
        : { code: draft.code }
      : { code: card.code }),
    statusId: card.statusId ?? draft.statusId ?? null,
    managerId: card.managerId ?? draft.managerId ?? null,
    language: card.language ?? null,
    phones: [
      ...(card.phones ?? []),
      ...(draft.phones ?? []).filter((phone) => !known.phones.has(digits(phone.typed))),
    ],
    emails: [
      ...(card.emails ?? []),
      ...(draft.emails ?? []).filter((email) => !known.emails.has(email.address.toLowerCase())),
    ],
    addresses: card.addresses?.length ? card.addresses : (draft.addresses ?? []),
    contacts: [
      ...(card.contacts ?? []),
      ...(draft.contacts ?? []).filter((contact) => !known.contacts.has(fold(contact.name))),
    ],
    websites: [
      ...(card.websites ?? []),
      ...(draft.websites ?? []).filter((website) => !known.websites.has(website.address)),
    ],
    notes: [card.notes, draft.notes].filter(Boolean).join('\n').slice(0, longest.note),
  }
}
