import type { ClientKind } from '../../../../app/contract/clients.ts'
import type { Option } from '../../../kit/Picker.tsx'
import { office } from '../../../shell/office/office.ts'

/** Clients, of one kind where it is given, for a picker: what tells namesakes apart stands beside each. */
export const clientOptions =
  (kind?: ClientKind, except: ReadonlySet<number> = new Set()) =>
  async (text: string, signal: AbortSignal): Promise<readonly Option[]> => {
    const of = kind === undefined ? {} : { kind }
    const hits =
      text.trim() === ''
        ? (await office.clients.page({ filter: of, limit: 8 }, { signal })).rows
        : await office.clients.search({ text, ...of, limit: 20 }, { signal })
    return hits
      .filter(({ id }) => !except.has(id))
      .map((hit) => ({
        id: String(hit.id),
        label: hit.name,
        detail: [hit.worksAt, hit.phone, hit.city].filter(Boolean).join(' · ') || undefined,
      }))
  }
