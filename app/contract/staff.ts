import { z } from 'zod'
import { command, read, task } from './procedure.ts'
import { grant } from './session.ts'

const id = z.number().int().positive()

export const role = z.object({
  id,
  /** One of the roles the program starts with, named by the language files; null for the office's own. */
  key: z.string().nullable(),
  name: z.string(),
  grant,
  people: z.number().int(),
})
export type Role = z.infer<typeof role>

export const employee = z.object({
  id,
  name: z.string(),
  roleIds: z.array(id),
  active: z.boolean(),
  signedInAt: z.number().nullable(),
  createdAt: z.number(),
})
export type Employee = z.infer<typeof employee>

const name = z.string().trim().min(1).max(100)
const password = z.string().max(200)

export const staff = {
  employees: read('staff.see').output(z.array(employee)),
  roles: read('staff.see').output(z.array(role)),
  /** A task, because making a password's hash takes its time and must not hold up other writers. */
  createEmployee: task('staff.edit')
    .input(z.object({ name, password, roleIds: z.array(id).min(1) }))
    .output(employee),
  /** Deactivating ends the person's sessions; a person is never deleted. */
  saveEmployee: command('staff.edit')
    .input(
      z.object({
        id,
        name: name.optional(),
        roleIds: z.array(id).min(1).optional(),
        active: z.boolean().optional(),
      }),
    )
    .output(employee),
  setPassword: task('staff.edit').input(z.object({ id, password })).output(z.null()),
  saveRole: command('staff.edit')
    .input(z.object({ id: id.optional(), name, grant }))
    .output(role),
  deleteRole: command('staff.edit').input(z.object({ id })).output(z.null()),
}
