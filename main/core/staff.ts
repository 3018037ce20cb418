import type { Employee, Role } from '../../app/contract/staff.ts'
import { Refusal } from '../../app/errors.ts'
import { fold } from '../../app/folding.ts'
import {
  deleteRole,
  findUser,
  insertRole,
  insertUser,
  readAllUsers,
  readRole,
  readRoles,
  readUser,
  setRoles,
  updateRole,
  updateUser,
  type RoleRow,
  type UserRow,
} from '../../db/staff.ts'
import type { Reading } from '../../db/tables.ts'
import { clearFailures } from '../../db/sessions.ts'
import { changesBetween } from './changes.ts'
import { joinGrants, refuseBeyond } from './grants.ts'
import { hashPassword } from './passwords.ts'
import { triesOfName } from './tries.ts'
import type { Services } from './work.ts'

const employeeOf = (user: UserRow): Employee => ({
  id: user.id,
  name: user.name,
  roleIds: user.roles.map((role) => role.id),
  active: user.active,
  signedInAt: user.signedInAt,
  createdAt: user.createdAt,
})

const roleOf = ({ grant, ...role }: RoleRow): Role => ({
  ...role,
  grant: {
    rights: [...grant.rights],
    ownOnly: [...grant.ownOnly],
    hidden: [...grant.hidden],
    onlyRelations: [...grant.onlyRelations],
  },
})

/** What the log keeps of a person: never the password. */
const logged = (user: UserRow) => ({
  name: user.name,
  active: user.active,
  roles: user.roles.map((role) => role.name),
})

async function theUser(base: Reading, id: number): Promise<UserRow> {
  const user = await readUser(base, id)
  if (!user) throw new Refusal('NOT_FOUND')
  return user
}

const grantOf = (user: UserRow) => joinGrants(user.roles.map((role) => role.grant))

/** Nobody may be left without an owner who can get in. */
async function keepAnOwner(base: Reading): Promise<void> {
  const users = await readAllUsers(base)
  if (!users.some((user) => user.active && user.roles.some((role) => role.key === 'owner')))
    throw new Refusal('LAST_OWNER')
}

/** The people of the office and what each may do. */
export const staff: Services<'staff'> = {
  employees: async ({ base }) => (await readAllUsers(base)).map(employeeOf),
  roles: async ({ base }) => (await readRoles(base)).map(roleOf),

  async createEmployee({ actor, write }, { name, password, roleIds }) {
    const hashed = await hashPassword(password)
    return write(async ({ trx, at, log, tell }) => {
      if (await findUser(trx, fold(name))) throw new Refusal('NAME_TAKEN', { name })
      const id = await insertUser(trx, { name, folded: fold(name), password: hashed, roleIds, at })
      const user = await theUser(trx, id)
      refuseBeyond(actor.grant, grantOf(user))
      log({ subject: { type: 'employee', id, name }, changes: changesBetween('employee', {}, logged(user)) })
      tell({ type: 'staff.changed' })
      return employeeOf(user)
    })
  },

  async saveEmployee({ office, actor, trx, log, tell, afterwards }, { id, name, roleIds, active }) {
    const before = await theUser(trx, id)
    refuseBeyond(actor.grant, grantOf(before))
    if (name !== undefined) {
      const namesake = await findUser(trx, fold(name))
      if (namesake && namesake.id !== id) throw new Refusal('NAME_TAKEN', { name })
      await updateUser(trx, id, { name, folded: fold(name) })
    }
    if (active !== undefined) await updateUser(trx, id, { active })
    if (roleIds !== undefined) await setRoles(trx, id, roleIds)
    await keepAnOwner(trx)
    const after = await theUser(trx, id)
    refuseBeyond(actor.grant, grantOf(after))
    if (!after.active) await office.sessions.end({ trx, afterwards }, (session) => session.userId === id)
    office.sessions.forgetPeople({ afterwards })
    log({
      subject: { type: 'employee', id, name: after.name },
      changes: changesBetween('employee', logged(before), logged(after)),
    })
    tell({ type: 'staff.changed' })
    return employeeOf(after)
  },

  async setPassword({ office, actor, write }, { id, password }) {
    const hashed = await hashPassword(password)
    await write(async ({ trx, log, afterwards }) => {
      const user = await theUser(trx, id)
      refuseBeyond(actor.grant, grantOf(user))
      await updateUser(trx, id, { password: hashed })
      // Whoever forgot it has often been locked out by trying.
      await clearFailures(trx, [triesOfName(fold(user.name)).subject])
      await office.sessions.end(
        { trx, afterwards },
        (session) => session.userId === id && session.tokenHash !== actor.session,
      )
      log({ subject: { type: 'employee', id, name: user.name }, changes: [] })
    })
    return null
  },

  async saveRole({ office, actor, trx, log, tell, afterwards }, { id, name, grant }) {
    const roles = await readRoles(trx)
    const before = roles.find((role) => role.id === id)
    if (id !== undefined && !before) throw new Refusal('NOT_FOUND')
    // The owner's role stays whole: whoever has it can always put things right.
    if (before?.key === 'owner') throw new Refusal('OWNER_ROLE_STAYS')
    if (roles.some((role) => role.id !== id && fold(role.name) === fold(name)))
      throw new Refusal('NAME_TAKEN', { name })
    if (before) refuseBeyond(actor.grant, before.grant)
    refuseBeyond(actor.grant, grant)
    const roleId = id ?? (await insertRole(trx, { key: null, name, grant }))
    if (id !== undefined) await updateRole(trx, id, { name, grant })
    office.sessions.forgetPeople({ afterwards })
    const after = (await readRole(trx, roleId))!
    log({
      subject: { type: 'role', id: roleId, name },
      changes: changesBetween('role', before ? { name: before.name, ...before.grant } : {}, {
        name: after.name,
        ...after.grant,
      }),
    })
    tell({ type: 'staff.changed' })
    return roleOf(after)
  },

  async deleteRole({ trx, log, tell }, { id }) {
    const role = await readRole(trx, id)
    if (!role) throw new Refusal('NOT_FOUND')
    if (role.key !== null || role.people > 0) throw new Refusal('IN_USE')
    await deleteRole(trx, id)
    log({
      subject: { type: 'role', id, name: role.name },
      changes: changesBetween('role', { name: role.name, ...role.grant }, {}),
    })
    tell({ type: 'staff.changed' })
    return null
  },
}
