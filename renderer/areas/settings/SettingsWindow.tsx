export function SettingsWindow() {
  return null
}
