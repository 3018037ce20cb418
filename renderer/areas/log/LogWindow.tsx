export function LogWindow() {
  return null
}
