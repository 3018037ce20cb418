import { demoStaff } from '../../../assets/demo/staff.ts'
import { readEntries } from '../../../db/lists/entries.ts'
import { mainName } from '../../../db/clients/rows.ts'
import { insertClients, updateClients } from '../../../db/clients/write.ts'
import { insertOperations } from '../../../db/log.ts'
import { readSettings } from '../../../db/settings.ts'
import { readAllUsers, updateUser } from '../../../db/staff.ts'
import { beginOffice } from '../door.ts'
import type { Office } from '../office.ts'
import { hashPassword } from '../passwords.ts'
import { writeAs } from '../perform.ts'
import { Chance } from './chance.ts'
import { demoClients } from './clients.ts'
import { demoContacts } from './contacts.ts'
import { writeGoods } from './goods.ts'
import { recentOperations } from './history.ts'
import { longestAgo, openingHours } from './moments.ts'
import { writeQuality } from './quality.ts'
import { writeRates } from './rates.ts'
import { writeShop } from './shop.ts'
import { writeTelephone } from './telephone.ts'
import { writeTerms } from './terms.ts'

const practice = {
  company: 'Angkor Home & Garden',
  country: 'KH',
  currency: 'USD',
  language: 'en',
  demo: true,
} as const

/** Writes the whole practice base in one transaction. Throws ALREADY_STARTED where somebody else was quicker. */
export async function writePracticeBase(
  office: Office,
  owner: { readonly name: string; readonly password: string },
): Promise<void> {
  const password = await hashPassword(owner.password)
  const now = office.now()
  const clients = demoClients(now, owner.name)
  const chance = new Chance(1)
  const opened = openingHours(now, longestAgo + 3, chance)
  const staff = [
    { name: owner.name, password, role: 'owner' as const },
    ...demoStaff.map(({ name, role }) => ({ name, password, role })),
  ]
  await writeAs(office, null, 'this computer', 'door.startDemo', async ({ trx, log, tell }) => {
    await beginOffice(trx, practice, staff, opened)
    const settings = (await readSettings(trx))!
    const users = new Map((await readAllUsers(trx)).map(({ id, name }) => [name, id]))
    const statuses = new Map((await readEntries(trx)).map(({ id, key }) => [key ?? '', id]))
    for (const { name } of demoStaff)
      await updateUser(trx, users.get(name)!, { signedInAt: openingHours(now, chance.below(3), chance) })

    const terms = await writeTerms(trx, clients)
    const drafts = clients.map(({ draft, status, manager }, index) => ({
      ...draft,
      ...terms[index],
      statusId: status === null ? null : statuses.get(status)!,
      managerId: manager === null ? null : users.get(manager)!,
    }))
    const ids = await insertClients(trx, drafts, settings, (index) => {
      const { created, changed } = clients[index]!
      return {
        at: created.at,
        by: users.get(created.by)!,
        importId: null,
        ...(changed ? { changed: { at: changed.at, by: users.get(changed.by)! } } : {}),
      }
    })
    const contacts = demoContacts(drafts, chance).map(({ organisation, person, position }) => {
      const draft = drafts[organisation]!
      const name = mainName(drafts[person]!.names, settings.sortLanguage)
      const known = draft.contacts ?? []
      return {
        id: ids[organisation]!,
        revision: 1,
        draft: { ...draft, contacts: [...known, { name, position, personId: ids[person]! }] },
        last: clients[organisation]!.changed ?? clients[organisation]!.created,
      }
    })
    // As it was with those who made them: nobody has changed them today.
    for (const { last, ...change } of contacts)
      await updateClients(trx, [change], settings, { at: last.at, by: users.get(last.by)! })
    const numbered = clients.map((client, index) => ({
      id: ids[index]!,
      name: mainName(client.draft.names, settings.sortLanguage),
      client,
      statusId: drafts[index]!.statusId,
      managerId: drafts[index]!.managerId,
    }))
    await insertOperations(trx, recentOperations(numbered, users, statuses, now))
    await writeTelephone(
      trx,
      now,
      staff.map(({ name }) => ({ name, userId: users.get(name)! })),
      drafts.map(({ phones, managerId }, index) => ({ id: ids[index]!, phones, managerId })),
    )
    await writeRates(trx, now)
    const making = { at: opened, by: users.get(owner.name)!, sortLanguage: settings.sortLanguage }
    await writeShop(trx, await writeGoods(trx, making), making, chance)
    await writeQuality(trx, now, users.get(owner.name)!)
    log({ changes: [{ field: 'office.company', before: null, after: practice.company }] })
    tell({ type: 'client.changed' })
  })
  await office.exchanges.reload()
  office.costing.begin()
}
