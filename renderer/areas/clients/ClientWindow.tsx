export function ClientWindow() {
  return null
}
