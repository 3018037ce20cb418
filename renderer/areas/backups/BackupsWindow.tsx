export function BackupsWindow() {
  return null
}
