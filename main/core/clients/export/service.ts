import {
  exportFields,
  type ClientExport,
  type ExportField,
  type ExportStep,
} from '../../../../app/contract/clientExport.ts'
import { Refusal } from '../../../../app/errors.ts'
import { hides, may, type HideableField } from '../../../../app/rights.ts'
import { readSettings } from '../../../../db/settings.ts'
import type { ReaderProgress } from '../../reader.ts'
import type { Change, LongWork, Look, Services } from '../../work.ts'
import { asker, refuseUnaskable } from '../reach.ts'

/** Which fields of a file a role may be kept from. */
const hideable: Partial<Record<ExportField, HideableField>> = {
  status: 'client.status',
  manager: 'client.manager',
  phones: 'client.phones',
  emails: 'client.emails',
  addresses: 'client.addresses',
  contacts: 'client.contacts',
  notes: 'client.notes',
  photo: 'client.photo',
  category: 'client.category',
  groups: 'client.groups',
  source: 'client.source',
  birthday: 'client.birthday',
  messengers: 'client.messengers',
  socialPages: 'client.socialPages',
  priceList: 'client.priceList',
  discount: 'client.discount',
  bonusCard: 'client.bonusCard',
  creditLimit: 'client.creditLimit',
}

/** Throws FIELD_HIDDEN where one is asked for by name that the person does not see. */
function fieldsFor({ actor }: Look, asked: readonly ExportField[] | undefined): ExportField[] {
  const hidden = (field: ExportField) => {
    const right = hideable[field]
    return right !== undefined && hides(actor.grant, right)
  }
  const refused = asked?.find(hidden)
  if (refused) throw new Refusal('FIELD_HIDDEN', { field: hideable[refused]! })
  return exportFields.filter((field) => (asked ? asked.includes(field) : !hidden(field)))
}

export const exporting: Pick<Services<'clients'>, 'export' | 'exported'> = {
  async export(look, request) {
    if (!may(look.actor.grant, 'clients.see')) throw new Refusal('NO_RIGHT', { right: 'clients.see' })
    await refuseUnaskable(look, request)
    return steps(look, request, fieldsFor(look, request.fields))
  },

  async exported({ office, actor }, { id, offset }) {
    const bytes = await office.exports.read(actor.session, id, offset)
    return new File([bytes], 'part', { type: 'application/octet-stream' })
  },
}

/** How far it is, now and then, until the file is there. */
async function* steps(
  look: LongWork,
  request: ClientExport,
  fields: readonly ExportField[],
): AsyncGenerator<ExportStep> {
  let progress: ReaderProgress = { done: 0, total: 0 }
  let told: (() => void) | undefined
  const ended = new AbortController()
  const signal = look.signal ? AbortSignal.any([look.signal, ended.signal]) : ended.signal
  const file = make({ ...look, signal }, request, fields, (now) => {
    progress = now
    told?.()
  })
  // Nobody may be there any more to hear of it.
  file.catch(() => undefined)
  try {
    for (;;) {
      const next = new Promise<null>((resolve) => (told = () => resolve(null)))
      const done = await Promise.race([file, next])
      if (done) return yield done
      yield { ...progress, file: null }
    }
  } finally {
    ended.abort()
  }
}

async function make(
  look: LongWork,
  request: ClientExport,
  fields: readonly ExportField[],
  tell: (progress: ReaderProgress) => void,
): Promise<ExportStep> {
  const { office, actor, signal } = look
  return office.exports.inTurn(async () => {
    const settings = await readSettings(look.base)
    if (!settings) throw new Refusal('NOT_FOUND')
    const { filter, ids, except, order, format, language, delimiter } = request
    // Only now: what the person reaches, and which import is not there yet, as it is when it begins.
    const person = await asker(look, settings)
    const chosen = await office.columns.ask('all', [{ filter, ids, except, order }, person], signal)
    const { scope } = person
    const { id, made } = await office.exports.make(actor.session, (path) =>
      office.readers.run(
        'clients.export',
        [
          {
            ids: chosen,
            filter,
            fields,
            hidden: look.actor.grant.hidden,
            format,
            language,
            delimiter,
            path,
            office: office.folder.path,
            scope,
          },
        ],
        signal,
        tell,
      ),
    )
    try {
      // Before anybody can fetch it.
      await look.write(async ({ log }) => log({ changes: loggedExport(request, made.count) }))
    } catch (error) {
      office.exports.forget(id)
      throw error
    }
    return { done: made.count, total: made.count, file: { id, size: made.size } }
  })
}

/** Who exported how many and by what they were chosen; nothing of what is in the file. */
function loggedExport(request: ClientExport, count: number): Change[] {
  const { filter, ids, except, fields } = request
  const said = {
    'export.clients': count,
    'export.format': request.format,
    'export.text': filter.text?.trim() || undefined,
    'client.kind': filter.kind,
    'client.status': filter.statusId,
    'client.manager': filter.managerId,
    // Which fields, not what of them: the log's reader may be kept from some.
    'export.filtered': filter.conditions?.length
      ? [...new Set(filter.conditions.map(({ field }) => field))]
      : undefined,
    'export.selected': ids?.length,
    'export.except': except?.length || undefined,
    'export.binned': filter.binned || undefined,
    'export.columns': fields,
  }
  return Object.entries(said).flatMap(([field, after]) =>
    after === undefined ? [] : [{ field, before: null, after }],
  )
}
