/**
 * Why an exchange cannot be had, each with something else to be done about it:
 * `wrong_password` (user or password; exchanges do not say which), `no_right` (signed in, but not allowed to hear of
 * calls or to make them), `unknown_host`, `no_route` (the computer does not answer), `nothing_listens` (it does, but
 * not at this port), `other_service` (something else answers at this port), `silent` (connected, but no answer),
 * `lost` (the connection broke), `no_device`, `device_busy`, `device_denied` (serial lines), `unreadable` (what comes
 * does not fit the format), `broken` (anything else).
 */
export const pbxProblems = [
  'wrong_password',
  'no_right',
  'unknown_host',
  'no_route',
  'nothing_listens',
  'other_service',
  'silent',
  'lost',
  'no_device',
  'device_busy',
  'device_denied',
  'unreadable',
  'broken',
] as const

export type PbxProblem = (typeof pbxProblems)[number]
