export function StaffWindow() {
  return null
}
