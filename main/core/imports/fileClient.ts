import type { ImportedClient } from './reading/imported.ts'

/** A client of a file as the command line shows it. */
export function clientOf(draft: ImportedClient, photo: boolean) {
  return {
    names: draft.names,
    kind: draft.kind,
    ...(draft.code === undefined ? {} : { code: draft.code }),
    phones: draft.phones.map(({ typed, e164, label }) => ({
      typed,
      e164,
      ...(label === undefined ? {} : { label }),
    })),
    emails: draft.emails,
    addresses: draft.addresses,
    contacts: draft.contacts,
    websites: draft.websites,
    notes: draft.notes,
    photo,
  }
}
export type FileClient = ReturnType<typeof clientOf>
