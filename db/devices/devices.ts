import type { DeviceSettings } from '../../app/devices.ts'
import type { Reading, Writing } from '../tables.ts'

/** What is said of a device when it is added or changed. */
export type DeviceDraft = DeviceSettings & { readonly name: string; readonly enabled: boolean }

/** A device as the office has set it up. */
export type Device = DeviceDraft & { readonly id: number }

/** The devices of the office, the oldest first. */
export async function readDevices(base: Reading): Promise<Device[]> {
  const rows = await base
    .selectFrom('devices')
    .selectAll()
    .where('removed_at', 'is', null)
    .orderBy('id')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    enabled: row.enabled === 1,
    // They were written together.
    ...({ kind: row.kind, settings: JSON.parse(row.settings) } as DeviceSettings),
  }))
}

const columnsOf = ({ name, kind, settings, enabled }: DeviceDraft) => ({
  name,
  kind,
  settings: JSON.stringify(settings),
  enabled: Number(enabled),
})

export async function insertDevice(trx: Writing, draft: DeviceDraft): Promise<number> {
  const { id } = await trx
    .insertInto('devices')
    .values(columnsOf(draft))
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

export async function updateDevice(trx: Writing, id: number, draft: DeviceDraft): Promise<void> {
  await trx.updateTable('devices').set(columnsOf(draft)).where('id', '=', id).execute()
}

/** Puts a device away, or brings it back. Gives its name; undefined where there is none such. */
export async function setDeviceRemoved(
  trx: Writing,
  id: number,
  at: number | null,
): Promise<string | undefined> {
  const row = await trx
    .updateTable('devices')
    .set({ removed_at: at })
    .where('id', '=', id)
    .where('removed_at', at === null ? 'is not' : 'is', null)
    .returning('name')
    .executeTakeFirst()
  return row?.name
}

/** The computers that people are signed in at. */
export async function readSeats(base: Reading): Promise<string[]> {
  const rows = await base.selectFrom('sessions').select('seat').distinct().orderBy('seat').execute()
  return rows.map(({ seat }) => seat)
}
