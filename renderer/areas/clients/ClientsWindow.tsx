export function ClientsWindow() {
  return null
}
