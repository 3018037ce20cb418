import type { Grant } from '../app/rights.ts'
import type { Preferences } from '../app/contract/session.ts'
import { among } from './dialect.ts'
import type { Reading, Writing } from './tables.ts'

export interface RoleRow {
  id: number
  key: string | null
  name: string
  grant: Grant
  people: number
}

export async function readRoles(base: Reading): Promise<RoleRow[]> {
  const rows = await base
    .selectFrom('roles')
    .leftJoin('user_roles', 'user_roles.role_id', 'roles.id')
    .select((eb) => [
      'roles.id',
      'roles.key',
      'roles.name',
      'rights',
      'own_only',
      'hidden',
      'only_relations',
      eb.fn.count<number>('user_id').as('people'),
    ])
    .groupBy('roles.id')
    .orderBy('roles.id')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    key: row.key,
    name: row.name,
    people: row.people,
    grant: grantOf(row),
  }))
}

export async function readRole(base: Reading, id: number): Promise<RoleRow | undefined> {
  return (await readRoles(base)).find((role) => role.id === id)
}

export async function insertRole(
  trx: Writing,
  role: { key: string | null; name: string; grant: Grant },
): Promise<number> {
  const { id } = await trx
    .insertInto('roles')
    .values({ key: role.key, name: role.name, ...columnsOf(role.grant) })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

export async function updateRole(
  trx: Writing,
  id: number,
  role: { name: string; grant: Grant },
): Promise<void> {
  await trx
    .updateTable('roles')
    .set({ name: role.name, ...columnsOf(role.grant) })
    .where('id', '=', id)
    .execute()
}

/** Takes the role away; only for roles that nobody has. */
export async function deleteRole(trx: Writing, id: number): Promise<void> {
  await trx.deleteFrom('roles').where('id', '=', id).execute()
}

const columnsOf = (grant: Grant) => ({
  rights: JSON.stringify(grant.rights),
  own_only: JSON.stringify(grant.ownOnly),
  hidden: JSON.stringify(grant.hidden),
  only_relations: JSON.stringify(grant.onlyRelations),
})

function grantOf(row: { rights: string; own_only: string; hidden: string; only_relations: string }): Grant {
  return {
    rights: JSON.parse(row.rights),
    ownOnly: JSON.parse(row.own_only),
    hidden: JSON.parse(row.hidden),
    onlyRelations: JSON.parse(row.only_relations),
  } as Grant
}

export interface UserRow {
  id: number
  name: string
  password: string
  active: boolean
  createdAt: number
  signedInAt: number | null
  preferences: Preferences
  roles: { id: number; name: string; key: string | null; grant: Grant }[]
}

async function readUsers(base: Reading, which: { id?: number; folded?: string }): Promise<UserRow[]> {
  const users = await base
    .selectFrom('users')
    .selectAll()
    .$if(which.id !== undefined, (query) => query.where('id', '=', which.id!))
    .$if(which.folded !== undefined, (query) => query.where('folded', '=', which.folded!))
    .orderBy('name')
    .execute()
  const roles = await base
    .selectFrom('user_roles')
    .innerJoin('roles', 'roles.id', 'role_id')
    .select([
      'user_id',
      'roles.id',
      'roles.name',
      'roles.key',
      'rights',
      'own_only',
      'hidden',
      'only_relations',
    ])
    .$if(which.id !== undefined, (query) => query.where('user_id', '=', which.id!))
    .orderBy('roles.id')
    .execute()
  return users.map((user) => ({
    id: user.id,
    name: user.name,
    password: user.password,
    active: user.active === 1,
    createdAt: user.created_at,
    signedInAt: user.signed_in_at,
    preferences: JSON.parse(user.preferences) as Preferences,
    roles: roles
      .filter((role) => role.user_id === user.id)
      .map((role) => ({ id: role.id, name: role.name, key: role.key, grant: grantOf(role) })),
  }))
}

export const readAllUsers = (base: Reading): Promise<UserRow[]> => readUsers(base, {})
export const readUser = async (base: Reading, id: number): Promise<UserRow | undefined> =>
  (await readUsers(base, { id }))[0]
export const findUser = async (base: Reading, folded: string): Promise<UserRow | undefined> =>
  (await readUsers(base, { folded }))[0]

export async function countUsers(base: Reading): Promise<number> {
  const row = await base
    .selectFrom('users')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return row.count
}

export async function insertUser(
  trx: Writing,
  user: { name: string; folded: string; password: string; roleIds: readonly number[]; at: number },
): Promise<number> {
  const { id } = await trx
    .insertInto('users')
    .values({
      name: user.name,
      folded: user.folded,
      password: user.password,
      created_at: user.at,
      signed_in_at: null,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await setRoles(trx, id, user.roleIds)
  return id
}

export async function updateUser(
  trx: Writing,
  id: number,
  change: {
    name?: string
    folded?: string
    password?: string
    active?: boolean
    signedInAt?: number
    preferences?: Preferences
  },
): Promise<void> {
  const { active, signedInAt, preferences, ...rest } = change
  const columns = {
    ...rest,
    ...(active === undefined ? {} : { active: Number(active) }),
    ...(signedInAt === undefined ? {} : { signed_in_at: signedInAt }),
    ...(preferences === undefined ? {} : { preferences: JSON.stringify(preferences) }),
  }
  if (Object.keys(columns).length > 0)
    await trx.updateTable('users').set(columns).where('id', '=', id).execute()
}

export async function setRoles(trx: Writing, userId: number, roleIds: readonly number[]): Promise<void> {
  await trx.deleteFrom('user_roles').where('user_id', '=', userId).execute()
  await trx
    .insertInto('user_roles')
    .values([...new Set(roleIds)].map((role_id) => ({ user_id: userId, role_id })))
    .execute()
}

/** Names of people by their ids. */
export async function readNames(base: Reading, ids: readonly number[]): Promise<Map<number, string>> {
  const rows = await base.selectFrom('users').select(['id', 'name']).where(among('id', ids)).execute()
  return new Map(rows.map(({ id, name }) => [id, name]))
}
